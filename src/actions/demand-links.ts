/** Refuses items that are no link of this case, before anything is appended. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";

export interface KnowsLinks {
  /** The normalised link of an item; null where this copy withholds it, undefined where the item is none. */
  readonly linkOf: (item: number) => Promise<string | null | undefined>;
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function demandLinks({ linkOf }: KnowsLinks, items: readonly ItemId[]): Promise<void> {
  for (const item of items) {
    if ((await linkOf(Number(item.slice(1)))) === undefined)
      throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected one that is known by its link; found none`);
  }
}

/** The link itself. Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function demandLink({ linkOf }: KnowsLinks, item: ItemId): Promise<string> {
  const link = await linkOf(Number(item.slice(1)));
  if (link === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected one that is known by its link; found none`);
  if (link === null) throw new CaseError("INPUT_INVALID", `item ${item}: expected its link; found that this copy withholds it`);
  return link;
}
