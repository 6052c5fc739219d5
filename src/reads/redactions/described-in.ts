/**
 * What exceptions of an item were given under, by the lines that changed it since: what was said of the persons, marks, conditions.
 * What was said after an exception, it was not given for.
 */
import { sql } from "kysely";
import type { PersonId } from "../../core/key/key.ts";
import type { OverrideGround, PersonSaid } from "../../core/redaction/override-standing.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemBindings } from "../item-bindings.ts";

/** Descriptions, states and judgements of the same person, made, changed and taken back. */
export async function describedIn(
  { views: { db } }: CaseReader,
  overrides: readonly { readonly subject: string | null }[],
): Promise<PersonSaid[]> {
  const subjects = [...new Set(overrides.flatMap(({ subject }) => (subject === null ? [] : [subject])))];
  if (subjects.length === 0) return [];
  const { rows } = await sql<{ seq: number; by: PersonId; kind: string; subject: SubjectId }>`
    with asked(subject) as (select value from json_each(${JSON.stringify(subjects)})),
    line as (
      select seq, by, kind, json_extract(body, '$.data.subject') as subject, json_extract(body, '$.data.state') as state,
        json_extract(body, '$.data.judgement') as judgement, json_extract(body, '$.data.a') as a, json_extract(body, '$.data.b') as b
      from entry where body is not null and kind in ('subject.described', 'subject.withdrawn', 'subject-state.stated',
        'subject-state.withdrawn', 'same-person.judged', 'same-person.withdrawn')
    )
    select line.seq, line.by, line.kind, asked.subject from line join asked on line.subject = asked.subject
      where line.kind in ('subject.described', 'subject.withdrawn', 'subject-state.stated')
    union
    select gone.seq, gone.by, gone.kind, asked.subject from line join asked on line.subject = asked.subject
      join line gone on gone.kind = 'subject-state.withdrawn' and gone.state = line.state where line.kind = 'subject-state.stated'
    union
    select line.seq, line.by, line.kind, asked.subject from line join asked on asked.subject in (line.a, line.b)
      where line.kind = 'same-person.judged'
    union
    select gone.seq, gone.by, gone.kind, asked.subject from line join asked on asked.subject in (line.a, line.b)
      join line gone on gone.kind = 'same-person.withdrawn' and gone.judgement = line.judgement where line.kind = 'same-person.judged'`.execute(
    db,
  );
  return rows.map(({ seq, by, kind, subject }) => ({
    line: seq,
    by,
    subject,
    what: kind === "subject.described" ? "described" : "standing",
  }));
}

export async function overrideGround(reader: CaseReader, item: number, held: boolean): Promise<OverrideGround> {
  const { rows } = await sql<{ seq: number | null }>`
    select max(entry.seq) as seq from entry_item join entry on entry.seq = entry_item.seq
      where entry_item.item = ${item} and entry.kind in ('redaction.marked', 'redaction.withdrawn')`.execute(reader.views.db);
  const given = await reader.views.db
    .selectFrom("attribution")
    .select((eb) => eb.fn.max<number | null>("seq").as("seq"))
    .where("item", "=", item)
    .where("role", "=", "given-by")
    .executeTakeFirst();
  const bindings = (await itemBindings(reader, [item])).get(item) ?? [];
  return { held, marksChanged: rows[0]?.seq ?? 0, conditionsChanged: Math.max(given?.seq ?? 0, ...bindings.map(({ line }) => line)) };
}
