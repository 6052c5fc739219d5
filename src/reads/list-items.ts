/** Items of the case: filtered, sorted, a page at a time, with the counts that filters offer. */
import { sql, type SelectQueryBuilder } from "kysely";
import type { GraphicLevel, TriageState } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { ItemTable, ViewTables } from "../views/schema.ts";
import type { CaseReader } from "./case-reader.ts";
import { type ItemRow, itemRows } from "./item-row.ts";
import { itemsMatching } from "./match-text.ts";

export interface ItemsWanted {
  readonly q?: string | undefined;
  readonly kind?: ItemTable["kind"] | undefined;
  readonly level?: GraphicLevel | undefined;
  readonly triage?: TriageState | undefined;
  readonly source?: string | undefined;
  readonly has?: "traps" | "failure" | "notes" | "duplicates" | "no-assessment" | undefined;
  readonly sort?: "number" | "name" | "posted" | "size" | "duration" | "graphic-level" | "triage" | undefined;
  readonly descending?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface Facets {
  kind: { value: ItemTable["kind"]; count: number }[];
  level: { value: GraphicLevel; count: number }[];
  triage: { value: TriageState; count: number }[];
  source: { value: string; count: number }[];
}

type ItemQuery = SelectQueryBuilder<ViewTables, "item", object>;

const sortColumns = {
  number: sql.ref("number"),
  name: sql.ref("name"),
  posted: sql.ref("posted_at"),
  size: sql.ref("size"),
  duration: sql.ref("duration_sec"),
  "graphic-level": sql.ref("level"),
  triage: sql.ref("triage"),
} as const;

export async function listItems(
  reader: CaseReader,
  viewer: Viewer,
  wanted: ItemsWanted,
): Promise<{ total: number; offset: number; items: ItemRow[]; facets: Facets }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const filtered = filter(db.selectFrom("item") as ItemQuery, wanted);
  const { offset = 0, limit = 100, sort = "number", descending = false } = wanted;
  const { total } = await filtered.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const direction = descending ? sql`desc` : sql`asc`;
  const rows = await filtered
    .selectAll()
    // What is unknown comes last either way.
    .orderBy(sort === "number" ? sql`number ${direction}` : sql`${sortColumns[sort]} ${direction} nulls last, number ${direction}`)
    .limit(limit)
    .offset(offset)
    .execute();
  return { total, offset, items: await itemRows(reader, rows), facets: await facets(reader) };
}

function filter(query: ItemQuery, { q, kind, level, triage, source, has }: ItemsWanted): ItemQuery {
  let found = query;
  if (q !== undefined && q.trim() !== "") found = found.where(sql<boolean>`number in (${itemsMatching(q)})`);
  if (kind !== undefined) found = found.where("kind", "=", kind);
  if (level !== undefined) found = found.where("level", "=", level);
  if (triage !== undefined) found = found.where("triage", "=", triage);
  if (source !== undefined) found = source === "unknown" ? found.where("source", "is", null) : found.where("source", "=", source);
  if (has === "traps") found = found.where("trap_count", ">", 0);
  if (has === "failure") found = found.where("failure", "is not", null);
  if (has === "notes") found = found.where("note_count", ">", 0);
  if (has === "no-assessment") found = found.where("assessed", "=", 0).where("held", "=", 1);
  if (has === "duplicates") {
    found = found.where(sql<boolean>`object in (select object from item where object is not null group by object having count(*) > 1)`);
  }
  return found;
}

/** Counts over the whole case change only with the ledger, so they are kept per head. */
const counted = new WeakMap<object, { seq: number; facets: Facets }>();

async function facets(reader: CaseReader): Promise<Facets> {
  const seq = reader.views.head()?.seq ?? 0;
  const before = counted.get(reader.views);
  if (before?.seq === seq) return before.facets;
  const count = sql<number>`count(*)`.as("count");
  const { db } = reader.views;
  const kind = await db.selectFrom("item").select(["kind as value", count]).groupBy("kind").orderBy("kind").execute();
  const level = await db.selectFrom("item").select(["level as value", count]).groupBy("level").orderBy("level").execute();
  const triage = await db.selectFrom("item").select(["triage as value", count]).groupBy("triage").orderBy("triage").execute();
  const source = await db
    .selectFrom("item")
    .select([sql<string>`coalesce(source, 'unknown')`.as("value"), count])
    .groupBy("source")
    .orderBy("count", "desc")
    .limit(200)
    .execute();
  const found = { kind, level, triage, source };
  counted.set(reader.views, { seq, facets: found });
  return found;
}
