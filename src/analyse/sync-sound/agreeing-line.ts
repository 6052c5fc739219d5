/**
 * The line that most windows agree on: lags of each in steps of a millisecond, added up along every line that the clocks may run, so
 * that windows of which none is sure can be sure together; then a robust fit through the peaks that lie on it.
 */
import { bestLine } from "./add-along-lines.ts";
import type { PhaseWindow } from "./phase-windows.ts";
import { rate } from "./sound-features.ts";

/** Samples a step: about a millisecond. */
const stepSamples = 8;
const stepS = stepSamples / rate;

export interface Agreement {
  /** a's lag on the line that the windows were cut along, seconds, at `atB`; and how fast it grows, seconds a second of b. */
  readonly lagS: number;
  readonly slope: number;
  readonly atB: number;
  /** How far the windows together stand above what windows that share nothing give. */
  readonly evidence: number;
  /** Evidence a window: alike for two sets of windows, however many there are. */
  readonly each: number;
  readonly peaks: readonly Peak[];
}

export interface Peak {
  readonly atB: number;
  /** Lag of the peak near the line, seconds, between samples. */
  readonly lagS: number;
  /** In units of what is usual in its window. */
  readonly score: number;
  /** 1 is the same sound throughout. */
  readonly height: number;
}

/** Mean and spread of the highest of eight lags of a window that shares nothing, measured: see the method page. */
const usualHighest = 1.75;
const usualSpread = 0.53;
/** One window counts for so much at most: one bang is not an event in common. */
const mostOfOne = 12;

/** `slopes`: how far, seconds a second either way, the clocks may run off the line that the windows were cut along. */
export function agreeingLine(windows: readonly PhaseWindow[], slopes: number): Agreement | undefined {
  const first = windows[0];
  if (first === undefined) return undefined;
  const half = (first.agreement.length - 1) / 2;
  const steps = 2 * Math.floor(half / stepSamples) + 1;
  const middle = windows.reduce((sum, { atB }) => sum + atB, 0) / windows.length;
  const columns = windows.map((window) => ({ at: window.atB / stepS, scores: stepsOf(window, steps) }));
  const best = bestLine(columns, { middle: middle / stepS, slopes });
  const lagS = (best.place - (steps - 1) / 2) * stepS;
  const line = { lagS, slope: best.slope, atB: middle };
  return {
    ...line,
    evidence: best.sum / Math.sqrt(windows.length),
    each: best.sum / windows.length,
    peaks: windows.map((window) => peakNear(window, lagS + (window.atB - middle) * best.slope)),
  };
}

/** Highest of each step's lags, in units of how much such highest ones spread. */
function stepsOf({ agreement, usual }: PhaseWindow, steps: number): Float32Array {
  const half = (agreement.length - 1) / 2;
  const out = new Float32Array(steps);
  for (let i = 0; i < steps; i++) {
    const from = half + (i - (steps - 1) / 2) * stepSamples - stepSamples / 2;
    let most = 0;
    for (let k = Math.max(0, from); k < Math.min(agreement.length, from + stepSamples); k++) {
      // A microphone may turn the sound over.
      const value = Math.abs(agreement[k]!);
      if (value > most) most = value;
    }
    out[i] = Math.min(mostOfOne, (most / usual - usualHighest) / usualSpread);
  }
  return out;
}

/** Steps either way of the line within which a window's own peak is taken. */
const nearSteps = 1.5;

function peakNear({ agreement, usual, atB }: PhaseWindow, lagS: number): Peak {
  const half = (agreement.length - 1) / 2;
  const middle = Math.round(lagS * rate) + half;
  let at = Math.max(1, Math.min(agreement.length - 2, middle));
  for (let k = Math.max(1, middle - nearSteps * stepSamples); k <= Math.min(agreement.length - 2, middle + nearSteps * stepSamples); k++)
    if (Math.abs(agreement[k]!) > Math.abs(agreement[at]!)) at = k;
  const [before, value, after] = [Math.abs(agreement[at - 1]!), Math.abs(agreement[at]!), Math.abs(agreement[at + 1]!)];
  const bend = before - 2 * value + after;
  const between = bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
  return { atB, lagS: (at + between - half) / rate, score: value / usual, height: value };
}
