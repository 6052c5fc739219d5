/**
 * Lays the light events of two videos over each other. One flash says little: any two videos with a flash agree in it. A pattern
 * of several says more, unless it repeats; how much is the chance of as many coincidences between events that have nothing to
 * do with each other, times the offsets that were tried.
 */
import type { LightEvent } from "./light-events.ts";

export interface EventAgreement {
  readonly offsetS: number;
  /** Events that agree, each with one of the other, in order. */
  readonly pairs: readonly { readonly a: LightEvent; readonly b: LightEvent }[];
  /** Share of the events of what both show that agree, on the side where it is less. */
  readonly share: number;
  /** Decimal logarithm of the chance of this, were it chance. */
  readonly logChance: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Beside half a frame of both: rounding of times in containers. */
const slackS = 0.002;
/** Around an event, over which the other side's density of events is taken. */
const densityS = 4;
/** Offsets that are looked at closely. */
const mostLookedAt = 12;

/** Best first. Offsets nearer to each other than events can tell apart count as one. */
export function matchEvents(a: readonly LightEvent[], b: readonly LightEvent[], spanA: Span, spanB: Span): EventAgreement[] {
  const found: { offsetS: number; votes: number; tolerance: number }[] = votesOf(a, b);
  const kept: typeof found = [];
  for (const one of found) {
    if (kept.length >= mostLookedAt) break;
    if (kept.every((other) => Math.abs(other.offsetS - one.offsetS) > 2 * (other.tolerance + one.tolerance))) kept.push(one);
  }
  const tried = Math.max(1, a.length * b.length);
  return kept
    .map(({ offsetS }) => agreementAt(offsetS, a, b, spanA, spanB, tried))
    .filter((one) => one !== undefined)
    .toSorted((one, other) => one.logChance - other.logChance || other.pairs.length - one.pairs.length);
}

/** How many differences of times lie together, most first. */
function votesOf(a: readonly LightEvent[], b: readonly LightEvent[]): { offsetS: number; votes: number; tolerance: number }[] {
  const differences = a
    .flatMap((one) =>
      b.flatMap((other) =>
        one.sort === other.sort ? [{ offsetS: one.atSec - other.atSec, tolerance: one.halfGapSec + other.halfGapSec + slackS }] : [],
      ),
    )
    .toSorted((one, other) => one.offsetS - other.offsetS);
  let first = 0;
  let end = 0;
  const votes = differences.map((one) => {
    while ((differences[first] as typeof one).offsetS < one.offsetS - one.tolerance) first++;
    while (end < differences.length && (differences[end] as typeof one).offsetS <= one.offsetS + one.tolerance) end++;
    return { ...one, votes: end - first };
  });
  return votes.toSorted((one, other) => other.votes - one.votes || Math.abs(one.offsetS) - Math.abs(other.offsetS));
}

function agreementAt(
  start: number,
  a: readonly LightEvent[],
  b: readonly LightEvent[],
  spanA: Span,
  spanB: Span,
  tried: number,
): EventAgreement | undefined {
  let offsetS = start;
  let pairs = pairsAt(offsetS, a, b);
  // Twice is enough: the pairs hardly change when the offset goes to their middle.
  for (let round = 0; round < 2 && pairs.length > 0; round++) {
    offsetS = pairs.reduce((sum, pair) => sum + pair.a.atSec - pair.b.atSec, 0) / pairs.length;
    pairs = pairsAt(offsetS, a, b);
  }
  if (pairs.length === 0) return undefined;
  const shared = { from: Math.max(spanA.from, spanB.from + offsetS), to: Math.min(spanA.to, spanB.to + offsetS) };
  const ofA = a.filter(({ atSec }) => atSec >= shared.from && atSec <= shared.to);
  const ofB = b.filter(({ atSec }) => atSec + offsetS >= shared.from && atSec + offsetS <= shared.to);
  const share = pairs.length / Math.max(1, ofA.length, ofB.length);
  const chances = ofA.map((one) => {
    const near = b.filter((other) => Math.abs(other.atSec + offsetS - one.atSec) <= densityS).length;
    const tolerance = one.halfGapSec + slackS + (b[0]?.halfGapSec ?? 0);
    return 1 - Math.exp((-Math.max(1, near) / (2 * densityS)) * 2 * tolerance);
  });
  // One of the coincidences was made by choosing the offset.
  const logChance = Math.min(0, Math.log10(tried) + logTail(chances.slice(1), pairs.length - 1));
  return { offsetS, pairs, share, logChance };
}

/** Each event with the nearest free one of the other side that it can be. Both lists are in order of time. */
function pairsAt(offsetS: number, a: readonly LightEvent[], b: readonly LightEvent[]): EventAgreement["pairs"] {
  const pairs: { a: LightEvent; b: LightEvent }[] = [];
  let next = 0;
  for (const one of a) {
    for (let at = next; at < b.length; at++) {
      const other = b[at] as LightEvent;
      const apart = other.atSec + offsetS - one.atSec;
      const tolerance = one.halfGapSec + other.halfGapSec + slackS;
      if (apart < -tolerance) {
        next = at + 1;
        continue;
      }
      if (apart > tolerance) break;
      if (one.sort !== other.sort) continue;
      pairs.push({ a: one, b: other });
      next = at + 1;
      break;
    }
  }
  return pairs;
}

/** Decimal logarithm of the chance that at least `least` of independent events come true (Poisson binomial, by its recursion). */
function logTail(chances: readonly number[], least: number): number {
  if (least <= 0) return 0;
  if (least > chances.length) return Number.NEGATIVE_INFINITY;
  // Beyond what a double holds the chance is none either way; a few hundred events decide.
  const taken = chances.length > 400 ? chances.slice(0, 400) : chances;
  const wanted = Math.max(1, Math.round((least * taken.length) / chances.length));
  let exactly = new Float64Array(wanted + 1);
  exactly[0] = 1;
  for (const chance of taken) {
    const next = new Float64Array(wanted + 1);
    for (let n = 0; n <= wanted; n++) {
      next[n] = (exactly[n] as number) * (n === wanted ? 1 : 1 - chance) + (n > 0 ? (exactly[n - 1] as number) * chance : 0);
    }
    exactly = next;
  }
  return Math.log10(Math.max(1e-300, exactly[wanted] as number));
}
