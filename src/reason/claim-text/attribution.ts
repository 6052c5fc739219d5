/** What is known of one handing-over to a speaker: who, by which words, and which words of the sentence are then theirs. */
import type { Basis, HedgeSort } from "../../core/claim/claim.ts";
import type { Range } from "./reading.ts";

export interface Link {
  /** Null: a pronoun that nothing before answers to, or nobody. */
  readonly speaker: Range | null;
  readonly pronoun: boolean;
  readonly says: Range;
}

export interface Attribution {
  /** Outermost first: "the agency quoted soldiers" has two. */
  readonly links: readonly Link[];
  /** Speaker, verb and what goes with it: no claims are made there. */
  readonly segment: Range;
  /** What they say. */
  readonly scope: readonly Range[];
  readonly basis: Basis | undefined;
  readonly denies: boolean;
  readonly hedge: HedgeSort | undefined;
  /** Whether it follows what was said. */
  readonly behind: boolean;
  /** Tokens of quotations that are theirs: what is quoted right before or behind the verb. */
  readonly quotations: readonly number[];
}
