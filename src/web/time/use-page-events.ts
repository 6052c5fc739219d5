/** What the browser tells of the page as a whole: it is printed, or left. */
import { useEffect, useLayoutEffect } from "react";
import { flushSync } from "react-dom";
import { setQuery } from "../router/router.ts";

/** Whoever prints gets the paper view, and afterwards the screen as it was. */
export function usePaperForPrinting(isPaper: boolean): void {
  useEffect(() => {
    if (isPaper) return undefined;
    const before = (): void => {
      flushSync(() => setQuery({ paper: "1" }));
      window.addEventListener("afterprint", () => setQuery({ paper: undefined }), { once: true });
    };
    window.addEventListener("beforeprint", before);
    return () => window.removeEventListener("beforeprint", before);
  }, [isPaper]);
}

/** A draft lives as long as the page. */
export function useAskBeforeLeaving(isChanged: boolean): void {
  // Before the next paint: what was just kept or given up must not hold anybody back.
  useLayoutEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isChanged]);
}
