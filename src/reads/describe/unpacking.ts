/** Entries about what came out of other items, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";

export function describeUnpackingEntry({ data }: EntryBodyOf<"item.unpacked">, said: (sealed: Sealed) => string): string {
  return `${data.item} was unpacked, ${data.where} of ${data.from}: ${said(data.name)}.`;
}
