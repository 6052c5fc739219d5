/**
 * The one registry of keys. Layers are asked from the newest to the oldest; while an exclusive layer (a dialog) stands,
 * it alone is asked. That does not go by age: a dialog that is there from the first moment is mounted before its screen.
 */
import { useEffect, useId, useRef } from "react";
import { keyName } from "./key-name.ts";
import { actionFor, clashes, type KeyEvent, type KeyHandlers, type KeyTable } from "./key-table.ts";

interface Layer {
  readonly id: string;
  readonly table: KeyTable;
  readonly exclusive: boolean;
  readonly handlers: () => KeyHandlers<string>;
}

let layers: readonly Layer[] = [];
const heldReleases = new Map<string, () => void>();

/** Tables in force now, newest first: what the key sheet shows. */
export function activeTables(): readonly KeyTable[] {
  return visibleLayers().map((layer) => layer.table);
}

function visibleLayers(): Layer[] {
  const newestFirst = layers.toReversed();
  const exclusive = newestFirst.find((layer) => layer.exclusive);
  return exclusive === undefined ? newestFirst : [exclusive];
}

/** Puts a table in force while the component is mounted and `enabled`. Throws when one of its keys is already taken: two meanings for one key is a bug. */
export function useKeys<Action extends string>(
  table: KeyTable<Action>,
  handlers: KeyHandlers<Action>,
  options: { readonly exclusive?: boolean; readonly enabled?: boolean } = {},
): void {
  const id = useId();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const exclusive = options.exclusive ?? false;
  const enabled = options.enabled ?? true;
  useEffect(() => {
    if (!enabled) return;
    const layer: Layer = { id, table, exclusive, handlers: () => latest.current as KeyHandlers<string> };
    layers = [...layers.filter((other) => other.id !== id), layer];
    const twice = clashes(activeTables());
    if (twice.length > 0) throw new Error(`keys: expected one meaning per key, found ${twice.join(", ")} bound twice`);
    return () => {
      layers = layers.filter((other) => other.id !== id);
    };
  }, [id, table, exclusive, enabled]);
}

/** Starts listening; called once by the shell. Returns the function that stops. */
export function listenForKeys(target: Window): () => void {
  const onDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const name = keyName(event);
    if (isTyping(event.target) && name !== "Escape" && !name.startsWith("Mod+")) return;
    if ((name === "Enter" || name === "Space") && isOperable(event.target)) return;
    for (const layer of visibleLayers()) {
      const action = actionFor(layer.table, name);
      const handler = action === undefined ? undefined : layer.handlers()[action];
      if (handler === undefined) continue;
      if (name !== "Escape") event.preventDefault();
      const press: KeyEvent = { key: name, repeat: event.repeat };
      if (typeof handler === "function") handler(press);
      else {
        if (!event.repeat) heldReleases.set(event.code, handler.release);
        handler.press(press);
      }
      return;
    }
  };
  const onUp = (event: KeyboardEvent): void => {
    heldReleases.get(event.code)?.();
    heldReleases.delete(event.code);
  };
  // A key that comes up in another window is never heard: let go of all.
  const onBlur = (): void => {
    for (const release of heldReleases.values()) release();
    heldReleases.clear();
  };
  target.addEventListener("keydown", onDown);
  target.addEventListener("keyup", onUp);
  target.addEventListener("blur", onBlur);
  return () => {
    target.removeEventListener("keydown", onDown);
    target.removeEventListener("keyup", onUp);
    target.removeEventListener("blur", onBlur);
  };
}

const textInputs = new Set([
  "text",
  "search",
  "url",
  "email",
  "number",
  "password",
  "tel",
  "date",
  "time",
  "datetime-local",
  "month",
  "week",
]);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return textInputs.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Enter and Space belong to a control that has the focus. */
function isOperable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a[href], summary, input, select, [role=tab], [role=slider]") !== null;
}
