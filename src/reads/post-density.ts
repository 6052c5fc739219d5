/**
 * How many posts each channel of each export has on each day. A time without a zone may reach over several days: it is counted
 * apart in each that it touches, and wholly in none.
 */
import { sql } from "kysely";
import type { ItemId } from "../core/item/item.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface PostDensity {
  item: ItemId;
  channel: string;
  name: string;
  total: number;
  /** Day since 1970, posts wholly inside, posts that may be. */
  days: [day: number, within: number, touching: number][];
}

export async function postDensity(reader: CaseReader): Promise<PostDensity[]> {
  const { db } = reader.views;
  const rows = await db
    .selectFrom("search_text")
    .select(["item", "channel", sql<number>`count(*)`.as("count")])
    .select(sql<number>`cast(at / 86400 as integer)`.as("first"))
    .select(sql<number>`cast((at + coalesce(span_s, 0)) / 86400 as integer)`.as("last"))
    .where("sort", "=", "post")
    .where("at", "is not", null)
    .groupBy(["item", "channel", "first", "last"])
    .orderBy("item")
    .orderBy("first")
    .execute();
  const channels = await db.selectFrom("channel").select(["export_item", "id", "name"]).execute();
  const names = new Map(channels.map(({ export_item, id, name }) => [`${export_item} ${id}`, name]));
  const groups = Map.groupBy(rows, ({ item, channel }) => `${item} ${channel ?? ""}`);
  return [...groups].map(([key, stretches]) => ({
    item: itemId(stretches[0]?.item ?? 0),
    channel: stretches[0]?.channel ?? "",
    name: names.get(key) ?? stretches[0]?.channel ?? "",
    total: stretches.reduce((sum, { count }) => sum + count, 0),
    days: daysOf(stretches),
  }));
}

/** A time that may be further apart says nothing of a day; it is counted in its first so many. */
const reachDays = 400;

function daysOf(stretches: readonly { first: number; last: number; count: number }[]): PostDensity["days"] {
  const days = new Map<number, { within: number; touching: number }>();
  const on = (day: number): { within: number; touching: number } => {
    const counts = days.get(day) ?? { within: 0, touching: 0 };
    days.set(day, counts);
    return counts;
  };
  for (const { first, last, count } of stretches) {
    if (first === last) on(first).within += count;
    else for (let day = first; day <= Math.min(last, first + reachDays); day++) on(day).touching += count;
  }
  return [...days].toSorted(([a], [b]) => a - b).map(([day, { within, touching }]) => [day, within, touching]);
}
