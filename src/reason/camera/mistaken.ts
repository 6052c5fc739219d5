/**
 * How badly a measurement fits. Marks made with care scatter with longer tails than a normal distribution (Student's t with four
 * degrees of freedom), and a few are altogether wrong: another building, another pole. The share of those is told, and keeps one
 * wrong pair from pulling the answer (a contaminated model after Huber, Robust Statistics, 1981; weights after Lange, Little and
 * Taylor, Robust statistical modeling using the t distribution, JASA 84, 1989).
 */

const tails = 4;
/** Gamma(2.5) / (Gamma(2) sqrt(4 pi)). */
const peak = 0.375;
/** 95 % of t with four degrees of freedom lie within so many scales. */
export const scalesOf95 = 2.776445;
/** Half of the wrong marks are nearer than so many scales of good ones; the rest may be anywhere (Cauchy). */
const wrongScale = 30;
const wrongPeak = 1 / (Math.PI * wrongScale);

export interface Misfit {
  /** Minus twice the logarithm of the likelihood, 0 for a perfect fit. */
  readonly cost: number;
  /** What the square of the residual counts for in a round of least squares. */
  readonly weight: number;
  /** Likelihood that the measurement is a good one, 0 to 1. */
  readonly good: number;
}

/** `square`: of the residual in scales. */
export function misfitOf(square: number, mistakeShare: number): Misfit {
  const at = 1 + square / tails;
  const fair = (1 - mistakeShare) * peak * at ** (-(tails + 1) / 2);
  const wrong = (mistakeShare * wrongPeak) / (1 + square / wrongScale ** 2);
  const all = fair + wrong;
  const best = (1 - mistakeShare) * peak + mistakeShare * wrongPeak;
  return {
    cost: -2 * Math.log(Math.max(1e-300, all / best)),
    weight: (fair * ((tails + 1) / tails / at) + (wrong * 2) / (wrongScale ** 2 + square)) / Math.max(1e-300, all),
    good: fair / Math.max(1e-300, all),
  };
}

/** What a good measurement tells, compared with a normal one of the same scale: Fisher information of t. */
export const informationOfT = (tails + 1) / (tails + 3);
