/** What actions must know of the case before they append: next numbers, places already known, items by id. */
import { sql } from "kysely";
import type { RecordLetter } from "../core/entry/record-id.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { CaseReader } from "./case-reader.ts";

/** First numbers that no entry has used. A line whose words are gone may have used one of each, so that many are left out. */
export async function nextNumbers(reader: CaseReader): Promise<FirstFree> {
  const { db } = reader.views;
  const { bare } = await db
    .selectFrom("entry")
    .select(sql<number>`count(*)`.as("bare"))
    .where("body", "is", null)
    .executeTakeFirstOrThrow();
  const item = await db
    .selectFrom("item")
    .select(sql<number>`coalesce(max(number), 0) + 1`.as("next"))
    .executeTakeFirstOrThrow();
  const observation = await db
    .selectFrom("observation")
    .select(sql<number>`coalesce(max(id), 0) + 1`.as("next"))
    .executeTakeFirstOrThrow();
  const collection = await db
    .selectFrom("collection")
    .select(sql<number>`coalesce(max(cast(substr(id, 2) as integer)), 0) + 1`.as("next"))
    .executeTakeFirstOrThrow();
  const used = await db.selectFrom("used_id").select(["letter", "last"]).execute();
  const records = Object.fromEntries(used.map(({ letter, last }) => [letter, last + 1 + bare]));
  return { item: item.next + bare, observation: observation.next + bare, collection: collection.next + bare, records, bare };
}

interface FirstFree {
  readonly item: number;
  readonly observation: number;
  readonly collection: number;
  readonly records: { readonly [letter in RecordLetter]?: number };
  readonly bare: number;
}

/** Places of an export that already have known-not-held items, and how many. */
export async function knownPlaces(reader: CaseReader, exportItem: number): Promise<Map<string, number>> {
  const rows = await reader.views.db
    .selectFrom("item")
    .select(["stated_where", sql<number>`count(*)`.as("count")])
    .where("stated_by", "=", exportItem)
    .groupBy("stated_where")
    .execute();
  return new Map(rows.map(({ stated_where, count }) => [stated_where ?? "", count]));
}

/** Those of `numbers` that are no item of this case. */
export async function unknownItems(reader: CaseReader, numbers: readonly number[]): Promise<number[]> {
  const found = new Set<number>();
  for (let at = 0; at < numbers.length; at += 500) {
    const rows = await reader.views.db
      .selectFrom("item")
      .select("number")
      .where("number", "in", numbers.slice(at, at + 500))
      .execute();
    for (const { number } of rows) found.add(number);
  }
  return numbers.filter((number) => !found.has(number));
}

/** An answer that another item with the same bytes already has, so that the same work is not done twice. */
export async function recordedForObject(
  reader: CaseReader,
  object: Digest,
  analyser: string,
  version: string,
): Promise<number | undefined> {
  const row = await reader.views.db
    .selectFrom("analysis")
    .innerJoin("item", "item.number", "analysis.item")
    .select("analysis.seq")
    .where("item.object", "=", object)
    .where("analysis.analyser", "=", analyser)
    .where("analysis.version", "=", version)
    .orderBy("analysis.seq")
    .executeTakeFirst();
  return row?.seq;
}

/** Whether the item itself has an answer of this version on record; a failure is one. */
export async function isRecordedForItem(reader: CaseReader, item: number, analyser: string, version: string): Promise<boolean> {
  const row = await reader.views.db
    .selectFrom("analysis")
    .select("seq")
    .where("item", "=", item)
    .where("analyser", "=", analyser)
    .where("version", "=", version)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is such an observation and it was not withdrawn. */
export async function observationStands(reader: CaseReader, id: string): Promise<boolean> {
  const row = await reader.views.db
    .selectFrom("observation")
    .select("withdrawn")
    .where("id", "=", Number(id.slice(1)))
    .executeTakeFirst();
  return row !== undefined && row.withdrawn === null;
}
