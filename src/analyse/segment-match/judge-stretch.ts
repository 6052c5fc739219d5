/** Whether a measured stretch is a match, and the score it carries. */
import type { MatchedStretch } from "./match-geometry.ts";
import * as limits from "./thresholds.ts";

export function isMatch(stretch: MatchedStretch): boolean {
  const { movement, difference } = stretch;
  if (difference > limits.mostDifference || stretch.agreeing < limits.leastAgreeingShare * stretch.frames) return false;
  if (openShare(stretch) < limits.leastOpen || movement.weakestHalf < limits.leastInEveryHalf) return false;
  const { movingSec, agreement, weakest, elsewhere, prominence } = movement;
  const plain = Math.abs(stretch.line.speed - 1) < 0.005;
  if (agreement >= limits.fullAgreement) return movingSec >= (plain ? limits.leastMovingSec : limits.otherSpeedMovingSec);
  // Other words at the same pace are nearly the same movement: only the same words count.
  if (movement.inBand) return false;
  const sure = plain ? limits.sureAgreement : limits.otherSpeedAgreement;
  if (agreement >= sure && agreement - elsewhere >= limits.sureAbove)
    return movingSec >= (plain ? limits.sureMovingSec : limits.otherSpeedMovingSec);
  if (plain && agreement >= limits.evenAgreement && movingSec >= limits.evenMovingSec)
    if (weakest >= limits.evenEverywhere * agreement && agreement - elsewhere >= limits.evenAbove) return true;
  return (
    agreement >= limits.weakAgreement &&
    movingSec >= limits.weakMovingSec &&
    weakest >= limits.weakEverywhere * agreement &&
    prominence >= (plain ? limits.weakProminence : limits.otherSpeedProminence)
  );
}

/**
 * Rises with agreement and with how long it lasts, and never says more than the material bears out: of the setting half 200 of
 * 201 segments were true, of those with a raw score of 0.9 all 198 (rule of succession; docs/method/copies.md).
 */
export function scoreOf({ movement }: MatchedStretch): number {
  const evidence =
    9 * (movement.agreement - 0.62) +
    0.9 * Math.log(Math.max(0.1, movement.movingSec)) +
    2 * Math.max(0, movement.agreement - movement.elsewhere - 0.3);
  const raw = Math.round(1000 / (1 + Math.exp(-evidence))) / 1000;
  return Math.min(raw, raw >= 0.9 ? limits.mostScore : limits.usualScore);
}

function openShare({ open }: MatchedStretch): number {
  return open.reduce((sum, cell) => sum + cell, 0) / open.length;
}
