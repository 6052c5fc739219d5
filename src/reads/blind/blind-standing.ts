/**
 * How a blind review stands: who is waited for, and what comparing what was revealed says. The one judge of these lines: a reveal that
 * opens no commitment is none, for the screen, for signing and for a report alike. Pure but for the hash it is given.
 */
import type { AnswerSealed, BlindReview } from "../../core/blind/blind-review.ts";
import { waitingFor } from "../../core/blind/blind-review.ts";
import { commitmentOf } from "../../core/blind/commitment.ts";
import type { CaseId } from "../../core/entry/entry.ts";
import type { AnswerComparison } from "../../reason/agreement/agreement.ts";
import { type Answerers, notIndependent, type NotIndependent } from "../../reason/agreement/independence.ts";
import { compareAnswers } from "../../reason/agreement/compare-answers.ts";
import type { QuestionChanged } from "./question-as-of.ts";

export type BlindState =
  | "waiting"
  | "ready-to-reveal"
  | "partly-revealed"
  | "agree"
  | "disagree"
  | "too-vague"
  | "not-comparable"
  /** Revealed before everybody had sealed: nobody answered it blind after that. */
  | "not-blind"
  /** Revealed and compared, and the question asks something else since: no agreement on it. */
  | "question-changed"
  /** The answers meet, and are not those of two people who did not know each other's. */
  | "not-independent"
  | "ended";

export interface PairCompared {
  /** Places among those who were asked. */
  readonly a: number;
  readonly b: number;
  readonly comparison: AnswerComparison;
  /** Why these two are not two who found the same; null where nothing says so. */
  readonly notIndependent: NotIndependent | null;
}

export interface BlindStanding {
  readonly state: BlindState;
  readonly settled: boolean;
  readonly counted: readonly AnswerSealed[];
  readonly comparisons: readonly PairCompared[];
  /** What the question asks otherwise since it was put to people. */
  readonly changed: QuestionChanged | null;
}

/** What judging a reveal takes. */
export interface Hashing {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly caseId: CaseId;
  /** Whose keys are whose, by every line that says so. */
  readonly answerers: Answerers;
}

export function blindStanding(review: BlindReview, hashing: Hashing, changed: QuestionChanged | null): BlindStanding {
  const counted = review.sealed
    .filter((one) => one.slot !== null)
    .map((one) => (opens(review, one, hashing) ? one : { ...one, revealed: null }));
  const comparisons = pairs(counted.filter(({ revealed }) => revealed !== null)).map(([a, b]) => compare(review, a, b, hashing.answerers));
  const asAsked = stateOf(review, counted, comparisons);
  const state = changed !== null && isComparison(asAsked) ? "question-changed" : asAsked;
  // What was written before the question was changed speaks of what it asked then.
  const written = review.resolutions.some(({ line }) => line > (changed?.line ?? 0));
  return { state, settled: state === "agree" || (isCompared(state) && written), counted, comparisons, changed };
}

function opens(review: BlindReview, { revealed, commitment, answerer, packet }: AnswerSealed, hashing: Hashing): boolean {
  if (revealed === null) return true;
  const place = { caseId: hashing.caseId, question: review.question, blind: review.blind, answerer, packet: packet ?? undefined };
  return commitmentOf(hashing.sha256, place, revealed.salt, revealed.answer) === commitment;
}

function stateOf(review: BlindReview, counted: readonly AnswerSealed[], comparisons: readonly PairCompared[]): BlindState {
  const revealed = counted.filter((one) => one.revealed !== null).length;
  const waits = waitingFor(review).length;
  if (revealed > 0 && waits > 0) return "not-blind";
  if (review.ended !== null && (waits > 0 || revealed < counted.length)) return "ended";
  if (waits > 0) return "waiting";
  if (revealed === 0) return "ready-to-reveal";
  if (revealed < counted.length) return "partly-revealed";
  const verdicts = comparisons.map(({ comparison }) => comparison.verdict);
  for (const worst of ["disagree", "not-comparable", "too-vague"] as const) if (verdicts.includes(worst)) return worst;
  return comparisons.some((pair) => pair.notIndependent !== null) ? "not-independent" : "agree";
}

const isComparison = (state: BlindState): boolean =>
  state === "agree" || state === "disagree" || state === "too-vague" || state === "not-comparable" || state === "not-independent";

/** Nothing more is waited for: what it comes to can be written. */
export const isCompared = (state: BlindState): boolean => isComparison(state) || state === "not-blind" || state === "question-changed";

function pairs(answers: readonly AnswerSealed[]): [AnswerSealed, AnswerSealed][] {
  return answers.flatMap((a, at) =>
    answers.slice(at + 1).map((b): [AnswerSealed, AnswerSealed] => ((a.slot ?? 0) < (b.slot ?? 0) ? [a, b] : [b, a])),
  );
}

function compare({ precision }: BlindReview, a: AnswerSealed, b: AnswerSealed, answerers: Answerers): PairCompared {
  if (a.revealed === null || b.revealed === null) throw new RangeError("only what was revealed is compared");
  const comparison = compareAnswers(a.revealed.answer, b.revealed.answer, precision);
  return { a: a.slot ?? 0, b: b.slot ?? 0, comparison, notIndependent: notIndependent(answerers, a, b) };
}
