/**
 * Judgements, what each rests on, and what changed since. A name is that of a record ("k3", "i12") or, where a line itself was judged,
 * "line 40"; results of analysers have names of their own ("i12 probe").
 */

/** How one thing rests on another. */
export type RestsHow =
  | "evidence-for"
  | "evidence-against"
  | "cell"
  | "hypothesis"
  | "answers"
  | "worked-from"
  | "read-from"
  | "translated-from"
  | "taken-from"
  | "about"
  | "borne-by"
  | "joins"
  | "derives"
  | "shown-by"
  | "cites"
  | "compares"
  | "holds"
  | "first-upload";

/** What happened to it. */
export type ChangedHow =
  | "changed"
  | "withdrawn"
  | "rejected"
  | "graded"
  | "spoken-against"
  | "disagreed-with"
  | "derivation-changed"
  | "judged-anew"
  | "analysed-anew"
  | "measured-anew"
  | "protected-anew"
  | "erased"
  | "first-upload-moved";

export interface StaleGraph {
  /** Those that stand. */
  readonly judgements: readonly Judgement[];
  /** `line`: how far the ledger went when this was rested on. What was known by then was known to whoever judged. */
  readonly rests: readonly RestsOn[];
  readonly changes: readonly Change[];
}

export interface Judgement {
  readonly name: string;
  readonly line: number;
  /** The last line in which somebody looked at it again and left it as it is; 0 for none. */
  readonly kept: number;
  /** The last line in which somebody did whose word does not count alone: who wrote a finding. Absent or 0 for none. */
  readonly keptAlone?: number;
}

export interface RestsOn {
  readonly judgement: string;
  readonly on: string;
  readonly line: number;
  readonly how: RestsHow;
  /** Records that lie between the two, in the order of the way: items, bearings, events. */
  readonly through?: readonly string[];
}

export interface Change {
  readonly of: string;
  readonly line: number;
  readonly how: ChangedHow;
}

/** From a judgement down to what changed: each thing rested on with the line at which it was, the change last. */
export interface StaleReason {
  readonly steps: readonly RestsOn[];
  readonly change: Change;
}

export interface Stale {
  readonly judgement: string;
  /** Line of the judgement as it stands. */
  readonly line: number;
  /** Lines of the first and the last change that it has not been held against. */
  readonly since: number;
  readonly last: number;
  /** The line after the last change in which who wrote it said that it holds: somebody else has to look too. Null where nobody did. */
  readonly keptAlone: number | null;
  /** Reasons, nearest first, each a way of its own. Worked out when asked for. */
  reasons(most?: number): StaleReason[];
}
