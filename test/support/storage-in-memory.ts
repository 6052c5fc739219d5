/** The browser's storage without a browser, with what it holds. */
import type { DraftStore } from "../../src/web/parts/kept-in-browser.ts";

export function storageInMemory(): DraftStore & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}
