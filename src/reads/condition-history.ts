/** What was stated of one item or one source itself, newest first: the first is in force, the others were before it. */
import type { Conditions } from "../core/conditions/conditions.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SourceId } from "../core/source/source.ts";
import type { CaseReader } from "./case-reader.ts";
import { peopleNames } from "./people-names.ts";

export interface StatedLine {
  conditions: Conditions;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export async function conditionHistory(reader: CaseReader, subject: ItemId | SourceId): Promise<StatedLine[]> {
  const nameOf = await peopleNames(reader);
  const rows = await reader.views.db
    .selectFrom("condition_of")
    .innerJoin("condition_line", "condition_line.seq", "condition_of.seq")
    .select(["condition_line.seq", "condition_line.at", "condition_line.by", "condition_line.json"])
    .where("condition_of.sort", "=", subject.slice(0, 1) as "i" | "s")
    .where("condition_of.number", "=", Number(subject.slice(1)))
    .orderBy("condition_line.seq", "desc")
    .execute();
  return rows.map(({ seq, at, by, json }) => ({ conditions: JSON.parse(json) as Conditions, at, by, byName: nameOf(by), seq }));
}
