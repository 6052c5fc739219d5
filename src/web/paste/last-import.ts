/** The import that was just made, so that the desk can say so and offer its undo. */
import { useSyncExternalStore } from "react";
import type { ImportAnswer } from "../../api/sheet-import.ts";

let last: ImportAnswer | undefined;
const listeners = new Set<() => void>();

export function setLastImport(answer: ImportAnswer | undefined): void {
  last = answer;
  for (const listener of listeners) listener();
}

export function useLastImport(): ImportAnswer | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
}
