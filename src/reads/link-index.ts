/** What actions must know of links before they append. */
import type { ItemId } from "../core/item/item.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

/** The item of a link that is noted already. */
export async function linkStanding(reader: CaseReader, normalised: string): Promise<ItemId | undefined> {
  const row = await reader.views.db
    .selectFrom("link")
    .select("item")
    .where("normalised", "=", normalised)
    .orderBy("item")
    .executeTakeFirst();
  return row === undefined ? undefined : itemId(row.item);
}

/** The normalised link of an item; null where it is withheld, undefined where the item is no link. */
export async function linkOf(reader: CaseReader, item: number): Promise<string | null | undefined> {
  const row = await reader.views.db.selectFrom("link").select("normalised").where("item", "=", item).executeTakeFirst();
  return row === undefined ? undefined : row.normalised;
}
