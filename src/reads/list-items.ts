/** Items of the case: filtered, sorted, a page at a time, with the counts that filters offer. */
import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { GraphicLevel, TriageState } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { ItemTable, ViewTables } from "../views/schema.ts";
import { conditionTraits } from "./bound-items.ts";
import type { CaseReader } from "./case-reader.ts";
import { type ItemRow, itemRows } from "./item-row.ts";
import { itemsMatching } from "./match-text.ts";

export type Trait =
  "traps" | "failure" | "notes" | "duplicates" | "link-not-captured" | "gone-at-source" | "no-assessment" | keyof typeof conditionTraits;

export interface ItemsWanted {
  readonly q?: string | undefined;
  readonly kind?: ItemTable["kind"] | undefined;
  readonly level?: GraphicLevel | undefined;
  readonly triage?: TriageState | undefined;
  readonly source?: string | undefined;
  readonly has?: Trait | undefined;
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
  has: { value: Trait; count: number }[];
}

type ItemQuery = SelectQueryBuilder<ViewTables, "item", object>;

const sortColumns = {
  number: sql.ref("number"),
  name: sql.ref("name"),
  posted: sql.ref("posted_at"),
  size: sql.ref("size"),
  duration: sql.ref("duration_sec"),
  // By how far a person got, not by the alphabet.
  "graphic-level": rank("level", ["unassessed", "none", "mild", "strong", "severe"]),
  triage: rank("triage", ["new", "to-do", "in-progress", "help-needed", "set-aside", "done"]),
} as const;

function rank(column: "level" | "triage", order: readonly string[]) {
  return sql`case ${sql.ref(column)} ${sql.join(
    order.map((value, place) => sql`when ${sql.lit(value)} then ${sql.lit(place)}`),
    sql` `,
  )} end`;
}

export async function listItems(
  reader: CaseReader,
  viewer: Viewer,
  wanted: ItemsWanted,
): Promise<{ total: number; offset: number; items: ItemRow[]; facets: Facets }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const { q } = wanted;
  const matching = q === undefined || q.trim() === "" ? undefined : await itemsMatching(reader, q);
  const filtered = filter(db.selectFrom("item").where("undone", "is", null) as ItemQuery, wanted, matching);
  const { offset = 0, limit = 100, sort = "number", descending = false } = wanted;
  const { total } = await filtered.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const direction = descending ? sql`desc` : sql`asc`;
  const rows = await filtered
    .selectAll()
    // What is unknown comes last either way.
    .orderBy(sort === "number" ? byNumber(wanted, direction) : sql`${sortColumns[sort]} ${direction} nulls last, number ${direction}`)
    .limit(limit)
    .offset(offset)
    .execute();
  return { total, offset, items: await itemRows(reader, rows), facets: await facets(reader) };
}

/** Of links that wait for a capture the most urgent come first. */
function byNumber({ has }: ItemsWanted, direction: RawBuilder<unknown>): RawBuilder<unknown> {
  if (has !== "link-not-captured") return sql`number ${direction}`;
  return sql`(select case risk when 'high' then 0 when 'unknown' then 1 else 2 end from link where item = number), number ${direction}`;
}

function filter(query: ItemQuery, { kind, level, triage, source, has }: ItemsWanted, matching: RawBuilder<number> | undefined): ItemQuery {
  let found = query;
  if (matching !== undefined) found = found.where(sql<boolean>`number in (${matching})`);
  if (kind !== undefined) found = found.where("kind", "=", kind);
  if (level !== undefined) found = found.where("level", "=", level);
  if (triage !== undefined) found = found.where("triage", "=", triage);
  if (source !== undefined) found = source === "unknown" ? found.where("source", "is", null) : found.where("source", "=", source);
  if (has !== undefined) found = found.where(traits[has]);
  return found;
}

const traits: { readonly [trait in Trait]: RawBuilder<boolean> } = {
  traps: sql<boolean>`trap_count > 0`,
  failure: sql<boolean>`failure is not null`,
  notes: sql<boolean>`note_count > 0`,
  duplicates: sql<boolean>`object in (select object from item where object is not null group by object having count(*) > 1)`,
  "link-not-captured": sql<boolean>`number in (select item from link where captured = 0)`,
  "gone-at-source": sql<boolean>`number in (select item from link where gone_by is not null)`,
  "no-assessment": sql<boolean>`assessed = 0 and held = 1`,
  ...conditionTraits,
};

/** Counts over the whole case change only with the ledger, so they are kept per head. */
const counted = new WeakMap<object, { seq: number; facets: Facets }>();

async function facets(reader: CaseReader): Promise<Facets> {
  const seq = reader.views.head()?.seq ?? 0;
  const before = counted.get(reader.views);
  if (before?.seq === seq) return before.facets;
  const count = sql<number>`count(*)`.as("count");
  const { db } = reader.views;
  const kind = await db
    .selectFrom("item")
    .where("undone", "is", null)
    .select(["kind as value", count])
    .groupBy("kind")
    .orderBy("kind")
    .execute();
  const level = await db
    .selectFrom("item")
    .where("undone", "is", null)
    .select(["level as value", count])
    .groupBy("level")
    .orderBy("level")
    .execute();
  const triage = await db
    .selectFrom("item")
    .where("undone", "is", null)
    .select(["triage as value", count])
    .groupBy("triage")
    .orderBy("triage")
    .execute();
  const source = await db
    .selectFrom("item")
    .where("undone", "is", null)
    .select([sql<string>`coalesce(source, 'unknown')`.as("value"), count])
    .groupBy("source")
    .orderBy("count", "desc")
    .limit(200)
    .execute();
  const has: Facets["has"] = [];
  for (const [trait, condition] of Object.entries(traits) as [Trait, RawBuilder<boolean>][]) {
    const row = await db.selectFrom("item").where("undone", "is", null).select(count).where(condition).executeTakeFirstOrThrow();
    has.push({ value: trait, count: row.count });
  }
  const found = { kind, level, triage, source, has };
  counted.set(reader.views, { seq, facets: found });
  return found;
}
