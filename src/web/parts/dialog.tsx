/**
 * A modal dialog on the browser's own: focus stays inside, Esc closes, focus goes back to where it was. Mounted means
 * open. The element marked `data-autofocus` has the focus first.
 */
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { KeyTable } from "../keys/key-table.ts";
import { useKeys } from "../keys/use-keys.ts";
import { t } from "../words/t.ts";
import { useOverflow } from "./use-overflow.ts";

const dialogKeys = {
  title: "keys.dialog",
  actions: { close: { keys: ["Escape"], says: "dialog.close" } },
} as const satisfies KeyTable;

export interface DialogProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

export function Dialog({ title, wide = false, onClose, children, foot }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const scrolls = useOverflow(body);
  const titleId = useId();
  // Screen keys do nothing while a dialog is open.
  useKeys(dialogKeys, {}, { exclusive: true });
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown !== null && !shown.open) {
      shown.showModal();
      // The browser gives the focus to the close button; React's own autoFocus came before the dialog was open.
      shown.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? "dialog is-wide" : "dialog"}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // One that was opened from this one closes alone.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button is-bare" onClick={onClose} aria-label={t("dialog.close")}>
          <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </div>
      <div ref={body} className="dialog-body" tabIndex={scrolls ? 0 : undefined}>
        {children}
      </div>
      {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}
