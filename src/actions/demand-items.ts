/** Refuses ids that are no item of this case, before anything is appended. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";

export interface KnowsItems {
  /** Those of the numbers that are no item of the case. */
  readonly unknownItems: (numbers: readonly number[]) => Promise<readonly number[]>;
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function demandItems({ unknownItems }: KnowsItems, items: readonly ItemId[]): Promise<void> {
  const [unknown] = await unknownItems(items.map((item) => Number(item.slice(1))));
  if (unknown !== undefined)
    throw new CaseError("ITEM_UNKNOWN", `item i${unknown}: expected an item of this case; found none of that number`);
}
