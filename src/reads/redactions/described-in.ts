/** Who said what of persons for whom there are exceptions, line by line: what was said after an exception, it was not given for. */
import { sql } from "kysely";
import type { PersonId } from "../../core/key/key.ts";
import type { PersonSaid } from "../../core/redaction/override-standing.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import type { CaseReader } from "../case-reader.ts";

export async function describedIn(
  { views: { db } }: CaseReader,
  overrides: readonly { readonly subject: string | null }[],
): Promise<PersonSaid[]> {
  const subjects = [...new Set(overrides.flatMap(({ subject }) => (subject === null ? [] : [subject])))];
  if (subjects.length === 0) return [];
  const { rows } = await sql<{ seq: number; by: PersonId; kind: string; subject: SubjectId }>`
    select seq, by, kind, json_extract(body, '$.data.subject') as subject from entry
    where kind in ('subject.described', 'subject-state.stated')
      and json_extract(body, '$.data.subject') in (${sql.join(subjects)})`.execute(db);
  return rows.map(({ seq, by, kind, subject }) => ({ line: seq, by, subject, what: kind === "subject.described" ? "described" : "state" }));
}
