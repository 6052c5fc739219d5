/**
 * A finding's answer held against what was answered blind: two who agree with each other say nothing for a finding that says something
 * else. Pure.
 */
import type { AnswerSealed, BlindReview } from "../../core/blind/blind-review.ts";
import type { Answer } from "../../core/review/answer.ts";
import type { AnswerComparison } from "../../reason/agreement/agreement.ts";
import { compareAnswers } from "../../reason/agreement/compare-answers.ts";
import { type BlindStanding, isCompared } from "./blind-standing.ts";

export interface FindingAnswer {
  readonly answer: Answer;
  /** The line in which a finding first gave this answer to the question; null while none is written that does. */
  readonly since: number | null;
}

export interface HeldAgainst {
  readonly answered: AnswerSealed;
  readonly comparison: AnswerComparison;
}

/** Against each answer that is revealed. Nothing where the question asks something else since. */
export function heldAgainst(answer: Answer, { precision }: BlindReview, { state, changed, counted }: BlindStanding): HeldAgainst[] {
  if (changed !== null || !isCompared(state)) return [];
  return counted.flatMap((answered): HeldAgainst[] =>
    answered.revealed === null ? [] : [{ answered, comparison: compareAnswers(answer, answered.revealed.answer, precision) }],
  );
}

/**
 * Answers that the finding disagrees with, and what is written that covers it. Where it sides with one answer against another, what was
 * written of the two covers it; where it disagrees with all of them, what was written before anybody said so does not.
 */
export function disagreement(
  { answer, since }: FindingAnswer,
  review: BlindReview,
  standing: BlindStanding,
): { readonly against: readonly HeldAgainst[]; readonly written: BlindReview["resolutions"] } {
  const held = heldAgainst(answer, review, standing);
  const against = held.filter(({ comparison }) => comparison.verdict === "disagree");
  const sides = against.length < held.length;
  return { against, written: review.resolutions.filter(({ line }) => sides || (since !== null && line > since)) };
}
