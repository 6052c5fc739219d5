/** Items as a person types them: "12, 14 i15". */
import type { ItemId } from "../../core/item/item.ts";

/** Undefined when something in it is no number of an item; an empty text is no items. */
export function typedItems(text: string): ItemId[] | undefined {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  if (words.some((word) => !/^i?[1-9]\d{0,14}$/.test(word))) return undefined;
  return [...new Set(words.map((word) => `i${word.replace("i", "")}` as ItemId))];
}
