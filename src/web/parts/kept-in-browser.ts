/**
 * What was typed and is not written yet, kept in the browser's storage so that a reload or a closed tab loses nothing. What is found
 * there is checked like anything foreign, and what cannot be brought back is set aside under another name, never written over unread.
 */

/** The browser's storage, or what stands in for it. */
export type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export const asideEnding = ".aside";

/** `accept`: undefined for what is no such thing, or cannot be gone on from. `setAside`: that was so. */
export function readFromBrowser<T>(
  name: string,
  accept: (kept: unknown) => T | undefined,
  store: DraftStore,
): { readonly kept: T | undefined; readonly setAside: boolean } {
  const text = store.getItem(name);
  if (text === null) return { kept: undefined, setAside: false };
  const kept = accept(parsed(text));
  if (kept !== undefined) return { kept, setAside: false };
  // In this order: a storage that is full holds it once.
  store.removeItem(name);
  store.setItem(name + asideEnding, text);
  return { kept: undefined, setAside: true };
}

/** `value`: undefined to keep nothing. False where the storage is full or closed: the screen must say that nothing is kept. */
export function keepInBrowser(name: string, value: object | undefined, store: DraftStore): boolean {
  try {
    if (value === undefined) store.removeItem(name);
    else store.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
