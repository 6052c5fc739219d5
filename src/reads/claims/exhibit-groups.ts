/**
 * Items that are one exhibit: copies of one another, and equal bytes before anything has been compared. Groups of copies that share
 * an item are one here: a compilation then corroborates none of its parts, which says less, never more.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyCase } from "../copies/copy-case.ts";
import { itemId } from "../item-row.ts";

/** No item is in two. */
export async function exhibitGroups(reader: CaseReader): Promise<ItemId[][]> {
  const groups = (await copyCase(reader)).groups.map(({ items }): readonly ItemId[] => items);
  return joined([...groups, ...(await sameBytes(reader))]);
}

async function sameBytes({ views: { db } }: CaseReader): Promise<ItemId[][]> {
  const rows = await db
    .selectFrom("item")
    .select(["number", "object"])
    .where("undone", "is", null)
    .where("object", "in", (twice) =>
      twice
        .selectFrom("item")
        .select("object")
        .where("object", "is not", null)
        .where("undone", "is", null)
        .groupBy("object")
        .having((row) => row.fn.countAll<number>(), ">", 1),
    )
    .orderBy("number")
    .execute();
  return [...Map.groupBy(rows, ({ object }) => object).values()].map((some) => some.map(({ number }) => itemId(number)));
}

function joined(groups: readonly (readonly ItemId[])[]): ItemId[][] {
  const groupOf = new Map<ItemId, Set<ItemId>>();
  for (const group of groups) {
    const all = new Set(group.flatMap((item) => [item, ...(groupOf.get(item) ?? [])]));
    for (const item of all) groupOf.set(item, all);
  }
  const byNumber = (one: ItemId, other: ItemId): number => Number(one.slice(1)) - Number(other.slice(1));
  return [...new Set(groupOf.values())].map((group) => [...group].toSorted(byNumber));
}
