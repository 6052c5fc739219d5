/** Ctrl+V with rows of a sheet opens the paste screen, from wherever this is used; other text is left to whoever takes it. */
import { useEffect } from "react";
import { sheetOnClipboard } from "./clipboard-table.ts";
import { openPasted } from "./pending-sheet.ts";

export function usePaste(enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const sheet = sheetOnClipboard(event.clipboardData);
      // A field takes what is pasted into it, unless it can hold one line only and this is rows.
      if (sheet === undefined || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      event.stopPropagation();
      openPasted(sheet);
    };
    window.addEventListener("paste", onPaste, { capture: true });
    return () => window.removeEventListener("paste", onPaste, { capture: true });
  }, [enabled]);
}
