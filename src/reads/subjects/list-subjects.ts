/** Subjects of the case with their states, what was judged of them, and what contradicts. Withdrawn ones come along, marked. */
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { stateContradictions } from "../../reason/subject/state-contradictions.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyItems } from "../copies/list-copy-groups.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { subjectCase } from "./subject-case.ts";
import { judgementRow, shotRows, stateRow, subjectRow } from "./subject-rows.ts";

export async function listSubjects(reader: CaseReader, viewer: Viewer) {
  demand(viewer, "read");
  const { db } = reader.views;
  const nameOf = await peopleNames(reader);
  const rows = await db.selectFrom("subject").selectAll().orderBy("id").execute();
  const states = await db.selectFrom("subject_state").selectAll().orderBy("from_s").orderBy("id").execute();
  const judgements = await db.selectFrom("same_person").selectAll().orderBy("id").execute();
  const shots = await db.selectFrom("shot").selectAll().execute();
  const { subjects: known, states: stated, judgements: judged } = await subjectCase(reader);
  const items = await copyItems(reader, [...new Set([...rows, ...shots].map(({ item }) => itemId(item)))]);
  return {
    subjects: rows.map((row) => subjectRow(row, nameOf)),
    states: states.map((row) => stateRow(row, nameOf)),
    judgements: judgements.map((row) => judgementRow(row, nameOf)),
    shots: shotRows(shots, nameOf),
    contradictions: stateContradictions(known, stated, judged).map((one) => ({ ...one, records: [...one.records] })),
    items: [...items.values()],
  };
}
