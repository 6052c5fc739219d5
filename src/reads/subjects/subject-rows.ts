/** Rows of subjects, states, judgements and shots as they go out, and as the reasoners are told them. */
import type { Selectable } from "kysely";
import type { SamePersonBasis } from "../../core/subject/same-person.ts";
import type { ShotBasis } from "../../core/subject/shot.ts";
import { SubjectStateFacts } from "../../core/subject/subject-state.ts";
import type { SpokenOf, SubjectProtection } from "../../core/subject/subject.ts";
import type { JudgedSame, StatedState } from "../../reason/subject/subject-facts.ts";
import type { SubjectTables } from "../../views/tables/subjects.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import { itemId } from "../item-row.ts";

type Row<T extends keyof SubjectTables> = Selectable<SubjectTables[T]>;
type NameOf = (by: string) => string;

export interface StatedProtection {
  readonly sort: SubjectProtection;
  readonly reason: string;
}

type Written = Pick<Row<"subject">, "reason" | "at" | "by" | "seq" | "withdrawn">;

function written({ reason, at, by, seq, withdrawn }: Written, nameOf: NameOf) {
  return {
    reason,
    ...{ at, by, byName: nameOf(by), seq },
    ...(withdrawn === null ? {} : { withdrawn: withdrawn === "" ? "withheld" : withdrawn }),
  };
}

export function subjectRow(row: Row<"subject">, nameOf: NameOf) {
  return {
    id: `P${row.id}` as const,
    item: itemId(row.item),
    known: row.known,
    spokenOf: row.spoken_json === null ? null : (JSON.parse(row.spoken_json) as SpokenOf),
    description: row.description ?? "withheld",
    roleAsClaimed: row.role_claim === null ? null : { claim: row.role_claim as ClaimId, words: row.role_words ?? "withheld" },
    protection: (JSON.parse(row.protection_json) as { sort: SubjectProtection; reason: string | null }[]).map(
      ({ sort, reason }): StatedProtection => ({ sort, reason: reason ?? "withheld" }),
    ),
    ...written(row, nameOf),
  };
}

export function stateRow(row: Row<"subject_state">, nameOf: NameOf) {
  const { facts, ...state } = statedState(row);
  return { ...state, facts: facts ?? ("withheld" as const), ...written(row, nameOf) };
}

export function statedState(row: Row<"subject_state">): StatedState {
  const facts = row.facts_json === null ? undefined : SubjectStateFacts.safeParse(JSON.parse(row.facts_json)).data;
  return { id: `st${row.id}`, subject: `P${row.subject}`, item: itemId(row.item), fromS: row.from_s, toS: row.to_s, facts };
}

export function judgementRow(row: Row<"same_person">, nameOf: NameOf) {
  return { ...judgedSame(row), on: JSON.parse(row.on_json) as SamePersonBasis[], ...written(row, nameOf) };
}

export function judgedSame(row: Row<"same_person">): JudgedSame {
  return { id: `sj${row.id}`, a: `P${row.a}`, b: `P${row.b}`, verdict: row.verdict, on: JSON.parse(row.on_json) as SamePersonBasis[] };
}

/** `number` within the item, counted over those that stand in the order of time; null for one that was taken back. */
export function shotRows(rows: readonly Row<"shot">[], nameOf: NameOf) {
  const counts = new Map<number, number>();
  return rows
    .toSorted((a, b) => a.item - b.item || a.at_s - b.at_s || a.id - b.id)
    .map((row) => {
      const stands = row.withdrawn === null;
      const number = stands ? (counts.get(row.item) ?? 0) + 1 : null;
      if (number !== null) counts.set(row.item, number);
      return {
        id: `sh${row.id}` as const,
        item: itemId(row.item),
        number,
        atS: row.at_s,
        plusMinusS: row.plus_minus_s,
        channel: row.channel,
        basis: JSON.parse(row.basis_json) as ShotBasis,
        words: row.words ?? "withheld",
        ...written(row, nameOf),
      };
    });
}
