/** Which grade of a source holds on a day. Grades are added, never written over: what was thought earlier can be read back. */
import type { Reliability } from "./source.ts";

export interface Grade {
  readonly reliability: Reliability;
  /** Day in UTC from which it holds. */
  readonly asOf: string;
  /** Line of the ledger. */
  readonly seq: number;
}

/** The last one whose day has come; of two for a day, the one written later. Undefined before the first: then it is F, cannot be judged. */
export function gradeAt<G extends Grade>(grades: readonly G[], day: string): G | undefined {
  return grades
    .filter(({ asOf }) => asOf <= day)
    .reduce<G | undefined>((last, one) => {
      if (last === undefined) return one;
      return one.asOf > last.asOf || (one.asOf === last.asOf && one.seq > last.seq) ? one : last;
    }, undefined);
}
