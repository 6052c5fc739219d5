/**
 * Offset and rate from the peaks of windows that agree: least squares with weights that let go of what lies off (Tukey's biweight), and
 * the error that their spread gives. What spread cannot show, an echo or a way that is the same in every window, is not in the error.
 */
import type { Peak } from "./agreeing-line.ts";

export interface FittedLine {
  /** Mean place of what was fitted, the lag there and its 95 % error, seconds. */
  readonly atB: number;
  readonly lagS: number;
  readonly plusMinusS: number;
  readonly slope: number;
  readonly plusMinusSlope: number;
}

/** Seconds that peaks err by even where they agree: steps of the signal, cut windows, rounding of container clocks. */
const floorS = 0.0005;
/** Peaks are never taken to spread less. */
const leastSpreadS = 0.00005;

/** `withSlope` false: the clocks are taken to run alike, as over a few seconds nothing else can be told. */
export function fitLine(peaks: readonly Peak[], withSlope: boolean): FittedLine {
  let weights = peaks.map(({ score }) => Math.min(30, score));
  let fit = weighted(peaks, weights, withSlope);
  for (let round = 0; round < 6; round++) {
    const off = peaks.map(({ atB, lagS }) => Math.abs(lagS - fit.lagS - fit.slope * (atB - fit.atB)));
    const spread = Math.max(leastSpreadS, 1.4826 * middleOf(off));
    weights = peaks.map(({ score }, n) => Math.min(30, score) * Math.max(0, 1 - (off[n]! / (4.7 * spread)) ** 2) ** 2);
    fit = weighted(peaks, weights, withSlope);
  }
  const off = peaks.map(({ atB, lagS }) => Math.abs(lagS - fit.lagS - fit.slope * (atB - fit.atB)));
  const used = off.map((_, n) => weights[n]! / Math.min(30, peaks[n]!.score));
  const count = used.reduce((sum, one) => sum + one, 0);
  const freedom = Math.max(1, count - (withSlope ? 2 : 1));
  const spread = Math.max(leastSpreadS, Math.sqrt(off.reduce((sum, one, n) => sum + used[n]! * one * one, 0) / freedom));
  const wide = Math.sqrt(off.reduce((sum, _, n) => sum + used[n]! * (peaks[n]!.atB - fit.atB) ** 2, 0));
  // Student's factor, near enough.
  const factor = 1.96 + 2.4 / freedom + 8 / freedom ** 3;
  return {
    ...fit,
    plusMinusS: Math.hypot((factor * spread) / Math.sqrt(Math.max(1, count)), floorS),
    plusMinusSlope: wide > 0 ? Math.hypot(factor * spread, leastSpreadS * 2) / wide : 1,
  };
}

function weighted(peaks: readonly Peak[], weights: readonly number[], withSlope: boolean) {
  const total = weights.reduce((sum, one) => sum + one, 0) || 1;
  const mean = (of: (peak: Peak) => number) => peaks.reduce((sum, peak, n) => sum + weights[n]! * of(peak), 0) / total;
  const atB = mean((peak) => peak.atB);
  const lagS = mean((peak) => peak.lagS);
  const wide = mean((peak) => (peak.atB - atB) ** 2);
  const slope = withSlope && wide > 0 ? mean((peak) => (peak.atB - atB) * (peak.lagS - lagS)) / wide : 0;
  return { atB, lagS, slope };
}

const middleOf = (values: readonly number[]) => values.toSorted((x, y) => x - y)[values.length >> 1] ?? 0;
