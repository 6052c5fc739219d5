/** Sources as cards: how far each can be relied on today, what it gave, whether it may be contacted. Who a protected one is stays out of it. */
import { sql } from "kysely";
import type { Conditions } from "../core/conditions/conditions.ts";
import { type Grade, gradeAt } from "../core/source/grade-at.ts";
import type { Reliability, SourceId, SourceSort } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { peopleNames } from "./people-names.ts";

export interface SourceRow {
  id: SourceId;
  sort: SourceSort;
  label: string;
  about: string | null;
  /** Whether a restricted identity is kept; never what it says. */
  hasIdentity: boolean;
  /** "unknown" while nobody can say; "withheld" in a copy that leaves it out. */
  access: string;
  motive: string;
  history: string;
  /** Whether a restricted note is kept; never what it says. */
  hasRestricted: boolean;
  /** As of today; F without a grade. */
  reliability: Reliability;
  graded: boolean;
  mayContact: Conditions["mayContact"];
  hasConditions: boolean;
  gave: number;
  accounts: number;
  posted: number;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export async function listSources(reader: CaseReader, viewer: Viewer): Promise<SourceRow[]> {
  demand(viewer, "read");
  return sourceRows(reader);
}

/** Of one source, or of all. */
export async function sourceRows(reader: CaseReader, only?: SourceId): Promise<SourceRow[]> {
  const { db } = reader.views;
  let query = db.selectFrom("source").selectAll().orderBy("id");
  if (only !== undefined) query = query.where("id", "=", Number(only.slice(1)));
  const rows = await query.execute();
  const graded = await db.selectFrom("source_grade").select(["source", "reliability", "as_of", "seq"]).execute();
  const grades = Map.groupBy(graded, ({ source }) => source);
  const stated = await db
    .selectFrom("condition_now")
    .innerJoin("condition_line", "condition_line.seq", "condition_now.seq")
    .select(["condition_now.number", "condition_line.json"])
    .where("condition_now.sort", "=", "s")
    .execute();
  const conditions = new Map(stated.map(({ number, json }) => [number, JSON.parse(json) as Conditions]));
  const gave = await counts(reader, sql`select source as id, count(distinct item) as count from (${given}) group by source`);
  const accounts = await counts(reader, sql`select source as id, count(*) as count from account where source is not null group by source`);
  const posted = await counts(reader, sql`select source as id, count(distinct item) as count from (${postedOf}) group by source`);
  const nameOf = await peopleNames(reader);
  const today = new Date().toISOString().slice(0, 10);
  return rows.map(({ id, sort, label, about, identity, restricted, at, by, seq, ...notes }) => {
    const now = gradeAt(gradesOf(grades.get(id) ?? []), today);
    return {
      id: `s${id}`,
      sort,
      label: label ?? "withheld",
      about,
      hasIdentity: identity !== null,
      access: noteOf(notes.access_json),
      motive: noteOf(notes.motive_json),
      history: noteOf(notes.history_json),
      hasRestricted: restricted !== null,
      reliability: now?.reliability ?? "F",
      graded: now !== undefined,
      mayContact: conditions.get(id)?.mayContact ?? "unknown",
      hasConditions: conditions.has(id),
      gave: gave.get(id) ?? 0,
      accounts: accounts.get(id) ?? 0,
      posted: posted.get(id) ?? 0,
      ...{ at, by, byName: nameOf(by), seq },
    };
  });
}

function noteOf(json: string | null): string {
  const said: unknown = JSON.parse(json ?? "null");
  return typeof said === "string" ? said : "withheld";
}

function gradesOf(rows: readonly { reliability: Reliability; as_of: string; seq: number }[]): Grade[] {
  return rows.map(({ reliability, as_of, seq }) => ({ reliability, asOf: as_of, seq }));
}

/** Pairs of a source and an item that it gave: attributed so, or named by the item's conditions in force. */
export const given = sql`
  select source, item from attribution where role = 'given-by' and standing = 'stated' and source > 0
  union
  select l.given_by, n.number from condition_now n join condition_line l on l.seq = n.seq where n.sort = 'i' and l.given_by is not null`;

/** Pairs of a source and an item that it posted, itself or through an account said to be its own. */
export const postedOf = sql`
  select source, item from attribution where role in ('posted-by', 're-posted-by') and standing = 'stated' and source > 0
  union
  select c.source, a.item from account c join attribution a on a.account = c.id
  where c.source is not null and a.role in ('posted-by', 're-posted-by') and a.standing = 'stated'`;

async function counts({ views }: CaseReader, query: ReturnType<typeof sql>): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; count: number }>`${query}`.execute(views.db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
