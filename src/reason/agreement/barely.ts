/**
 * Whether two answers that agree do so by a thread: what they share is a sliver of either, or their points lie farther apart than the
 * question asked for. The verdict stays as the rule has it; whoever reads it is told.
 */
import type { AnswerComparison } from "./agreement.ts";

/** Of the smaller answer; below it the two barely meet. */
const sliver = 0.05;

export interface Barely {
  /** What both allow, as a share of the smaller answer; null where that is not small, or the answers do not agree. */
  readonly share: number | null;
  /** The points lie farther apart than the radius that was asked for. */
  readonly fartherThanAsked: boolean;
}

export function barely(comparison: AnswerComparison): Barely {
  if (comparison.verdict !== "agree") return { share: null, fartherThanAsked: false };
  const share = sharedOf(comparison);
  const fartherThanAsked = comparison.sort === "place" && comparison.distanceM > comparison.askedM;
  return { share: share === undefined || share >= sliver ? null : share, fartherThanAsked };
}

function sharedOf(comparison: AnswerComparison): number | undefined {
  if (comparison.sort === "place" && comparison.joint !== null) {
    const { radiiM, joint } = comparison;
    return joint.areaM2 / (Math.PI * Math.min(radiiM.a, radiiM.b) ** 2);
  }
  if (comparison.sort !== "time") return undefined;
  const { a, b, joint } = comparison.widthsS;
  const smaller = Math.min(a ?? Infinity, b ?? Infinity);
  // An instant within an interval is held whole by it.
  return joint === null || smaller === 0 || !Number.isFinite(smaller) ? undefined : joint / smaller;
}
