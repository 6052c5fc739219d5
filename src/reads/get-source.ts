/** One source: its grades over time, its conditions, what it gave and posted, its accounts, and every line about it. */
import { sql } from "kysely";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { AttributionRole } from "../core/source/account.ts";
import type { Reliability, SourceId } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { conditionHistory } from "./condition-history.ts";
import { itemId } from "./item-row.ts";
import { given, postedOf, sourceRows } from "./list-sources.ts";
import { peopleNames } from "./people-names.ts";
import { recordHistory } from "./record-history.ts";

interface NamedItem {
  id: ItemId;
  name: string;
}

/** Items listed on a card; the counts say how many there are. */
const shownItems = 200;

/** Throws CaseError INPUT_INVALID. */
export async function getSource(reader: CaseReader, viewer: Viewer, id: SourceId) {
  demand(viewer, "read");
  const [source] = await sourceRows(reader, id);
  if (source === undefined) throw new CaseError("INPUT_INVALID", `source ${id}: expected a source of this case; found none of that number`);
  const number = Number(id.slice(1));
  const { db } = reader.views;
  const nameOf = await peopleNames(reader);
  const grades = await db
    .selectFrom("source_grade")
    .selectAll()
    .where("source", "=", number)
    .orderBy("as_of", "desc")
    .orderBy("seq", "desc")
    .execute();
  const items = async (pairs: typeof given): Promise<NamedItem[]> => {
    const { rows } = await sql<{ number: number; name: string | null }>`
      select i.number, i.name from item i where i.number in (select item from (${pairs}) where source = ${number})
      order by i.number limit ${shownItems}`.execute(db);
    return rows.map((row) => ({ id: itemId(row.number), name: row.name ?? "name withheld" }));
  };
  const filmed = sql`select source, item from attribution where role = ${"filmed-by" satisfies AttributionRole} and standing = 'stated'`;
  return {
    source,
    grades: grades.map(({ reliability, as_of, reason, at, by, seq }): SourceGrade => ({
      reliability,
      asOf: as_of,
      reason: reason ?? "withheld",
      ...{ at, by, byName: nameOf(by), seq },
    })),
    conditions: await conditionHistory(reader, id),
    gave: await items(given),
    posted: await items(postedOf),
    filmed: await items(filmed),
    history: await recordHistory(reader, id),
  };
}

interface SourceGrade {
  reliability: Reliability;
  asOf: string;
  reason: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

/** Seal of the source's restricted identity or note. Throws CaseError INPUT_INVALID when it has none. */
export async function restrictedOf(reader: CaseReader, viewer: Viewer, id: SourceId, which: "identity" | "restricted"): Promise<Digest> {
  demand(viewer, "read");
  const row = await reader.views.db
    .selectFrom("source")
    .select(which)
    .where("id", "=", Number(id.slice(1)))
    .executeTakeFirst();
  const seal = row?.[which];
  if (seal == null)
    throw new CaseError("INPUT_INVALID", `source ${id}: expected a restricted ${which === "identity" ? "identity" : "note"}; found none`);
  return seal as Digest;
}
