/** Makes elements from text only: nothing that comes from a pack is ever parsed as markup. */
import { textParts } from "../../core/text/visible-text.ts";

export type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Text from the pack: isolated, with what would not be seen shown as its code. */
export function foreign(text: string): HTMLElement {
  const parts = textParts(text).map((part) => ("text" in part ? part.text : element("span", { class: "mark" }, part.mark)));
  return element("bdi", {}, ...parts);
}

/** The element of that id in the page's own markup. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new RangeError(`#${id}: expected this element in the page`);
  return found;
}
