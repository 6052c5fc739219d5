/** What items do for events and hypotheses: seen from a record, or from an item. */
import type { BearingId, BearingPart, BearingSort } from "../core/event/bearing.ts";
import type { EventId } from "../core/event/event.ts";
import type { HypothesisId } from "../core/hypothesis/hypothesis.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";
import { listStatements } from "./list-statements.ts";
import { peopleNames } from "./people-names.ts";

export interface BearingRow {
  id: BearingId;
  item: ItemId;
  itemName: string;
  on: EventId | HypothesisId;
  onSays: string;
  sort: BearingSort;
  part: BearingPart | null;
  reason: string;
  withdrawn?: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

/** Withdrawn ones come along, marked. */
export async function bearingRows(reader: CaseReader, of: { item: ItemId } | { on: EventId | HypothesisId }): Promise<BearingRow[]> {
  const { db } = reader.views;
  const all = db
    .selectFrom("bearing")
    .leftJoin("item", "item.number", "bearing.item")
    .select(["bearing.id", "bearing.item", "item.name", "on_record", "sort", "part_json", "reason", "withdrawn", "at", "by", "bearing.seq"])
    .orderBy("bearing.id");
  const rows = await (
    "item" in of ? all.where("bearing.item", "=", Number(of.item.slice(1))) : all.where("on_record", "=", of.on)
  ).execute();
  const nameOf = await peopleNames(reader);
  const says = await saysOf(reader, new Set(rows.map((row) => row.on_record)));
  return rows.map((row) => ({
    id: `b${row.id}`,
    item: itemId(row.item),
    itemName: row.name ?? "name withheld",
    on: row.on_record as EventId,
    onSays: says.get(row.on_record) ?? "withheld",
    sort: row.sort,
    part: row.part_json === null ? null : (JSON.parse(row.part_json) as BearingPart),
    reason: row.reason ?? "withheld",
    ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
    at: row.at,
    by: row.by,
    byName: nameOf(row.by),
    seq: row.seq,
  }));
}

async function saysOf({ views: { db } }: CaseReader, records: ReadonlySet<string>): Promise<Map<string, string>> {
  const ids = (letter: string) => [...records].filter((record) => record.startsWith(letter)).map((record) => Number(record.slice(1)));
  const events = await db.selectFrom("event").select(["id", "title"]).where("id", "in", ids("e")).execute();
  const hypotheses = await db.selectFrom("hypothesis").select(["id", "statement"]).where("id", "in", ids("h")).execute();
  return new Map([
    ...events.map(({ id, title }) => [`e${id}`, title ?? "withheld"] as const),
    ...hypotheses.map(({ id, statement }) => [`h${id}`, statement ?? "withheld"] as const),
  ]);
}

/** How many bearings stand on each record, by sort. */
export async function bearingCounts({ views: { db } }: CaseReader): Promise<(record: string) => Record<BearingSort, number>> {
  const rows = await db
    .selectFrom("bearing")
    .select(["on_record", "sort", (eb) => eb.fn.countAll<number>().as("count")])
    .where("withdrawn", "is", null)
    .groupBy(["on_record", "sort"])
    .execute();
  const byRecord = Map.groupBy(rows, (row) => row.on_record);
  return (record) => {
    const counts = { shows: 0, supports: 0, against: 0, context: 0, none: 0 };
    for (const { sort, count } of byRecord.get(record) ?? []) counts[sort] = count;
    return counts;
  };
}

/** What the bench shows beside an item. */
export async function itemBearings(reader: CaseReader, viewer: Viewer, item: ItemId) {
  demand(viewer, "read");
  return { bearings: await bearingRows(reader, { item }), statements: await listStatements(reader, item) };
}
