/** How many posts each channel of each export has on each day. */
import { sql } from "kysely";
import type { ItemId } from "../core/item/item.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface PostDensity {
  item: ItemId;
  channel: string;
  name: string;
  total: number;
  widestSec: number;
  days: [number, number][];
}

export async function postDensity(reader: CaseReader): Promise<PostDensity[]> {
  const { db } = reader.views;
  const rows = await db
    .selectFrom("search_text")
    .select(["item", "channel", sql<number>`cast(at / 86400 as integer)`.as("day"), sql<number>`count(*)`.as("count")])
    .select(sql<number>`max(coalesce(span_s, 0))`.as("widest"))
    .where("sort", "=", "post")
    .where("at", "is not", null)
    .groupBy(["item", "channel", "day"])
    .orderBy("item")
    .orderBy("day")
    .execute();
  const channels = await db.selectFrom("channel").select(["export_item", "id", "name"]).execute();
  const names = new Map(channels.map(({ export_item, id, name }) => [`${export_item} ${id}`, name]));
  const groups = Map.groupBy(rows, ({ item, channel }) => `${item} ${channel ?? ""}`);
  return [...groups].map(([key, days]) => ({
    item: itemId(days[0]?.item ?? 0),
    channel: days[0]?.channel ?? "",
    name: names.get(key) ?? days[0]?.channel ?? "",
    total: days.reduce((sum, { count }) => sum + count, 0),
    widestSec: Math.max(...days.map(({ widest }) => widest)),
    days: days.map(({ day, count }): [number, number] => [day, count]),
  }));
}
