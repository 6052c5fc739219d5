/** The rows that wait to be looked at, kept while the page is open: they are too large for the address, and nobody's until Import. */
import { useSyncExternalStore } from "react";
import { navigate } from "../router/router.ts";
import type { PastedSheet } from "./clipboard-table.ts";

export interface Pending extends PastedSheet {
  /** Counts pastes, so that one paste's answers are not taken for another's. */
  readonly turn: number;
}

let pending: Pending | undefined;
let turns = 0;
const listeners = new Set<() => void>();

export function openPasted(sheet: PastedSheet): void {
  pending = { ...sheet, turn: ++turns };
  for (const listener of listeners) listener();
  navigate("/paste");
}

export function dropPasted(): void {
  pending = undefined;
  for (const listener of listeners) listener();
}

export function usePending(): Pending | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );
}
