/** Of an answer that may be one by zone, what is drawn: the chosen zone's, or all of them beside each other. */
import type { TimeAnswer, ZoneAnswer } from "../../reason/time/answer-time.ts";

export type PerZone = readonly (readonly [zones: string, answer: ZoneAnswer])[];

export interface ShownAnswer {
  /** Every zone of the table, in the order of the candidates; empty where no zone is open. */
  readonly table: PerZone;
  /** What is drawn: one, under "" where no zone is open, or all while none is chosen. */
  readonly drawn: PerZone;
  /** The chosen one, where it is one of the table. */
  readonly chosen: string | undefined;
}

export function shownAnswer(answer: TimeAnswer, zones: string | undefined): ShownAnswer {
  if (!("perZone" in answer)) return { table: [], drawn: [["", answer]], chosen: undefined };
  const table: PerZone = Object.entries(answer.perZone);
  const chosen = table.find(([key]) => key === zones);
  return { table, drawn: chosen === undefined ? table : [chosen], chosen: chosen?.[0] };
}

/** Statements of any conflict of what is drawn. */
export function conflictMembers(drawn: PerZone): ReadonlySet<string> {
  return new Set(drawn.flatMap(([, answer]) => (answer.consistent ? [] : answer.conflicts.flatMap(({ members }) => members))));
}
