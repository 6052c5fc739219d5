/** All that stands of subjects, as the reasoners are told it. */
import type { JudgedSame, KnownSubject, StatedState } from "../../reason/subject/subject-facts.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { judgedSame, statedState } from "./subject-rows.ts";

export interface SubjectCase {
  readonly subjects: readonly KnownSubject[];
  readonly states: readonly StatedState[];
  readonly judgements: readonly JudgedSame[];
}

/** A state or a judgement of a subject that was taken back carries nothing any more. */
export async function subjectCase({ views: { db } }: CaseReader): Promise<SubjectCase> {
  const subjects = await db.selectFrom("subject").select(["id", "item", "known"]).where("withdrawn", "is", null).orderBy("id").execute();
  const standing = new Set(subjects.map(({ id }) => id));
  const states = await db.selectFrom("subject_state").selectAll().where("withdrawn", "is", null).orderBy("id").execute();
  const judgements = await db.selectFrom("same_person").selectAll().where("withdrawn", "is", null).orderBy("id").execute();
  return {
    subjects: subjects.map(({ id, item, known }) => ({ id: `P${id}`, item: itemId(item), known })),
    states: states.filter(({ subject }) => standing.has(subject)).map(statedState),
    judgements: judgements.filter(({ a, b }) => standing.has(a) && standing.has(b)).map(judgedSame),
  };
}
