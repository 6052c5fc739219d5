/**
 * Where a clip stands on the common clock. Item times are seconds on the original's own container clock; the common clock is that of
 * one of the clips. One moment ties the two, and a rate says how they run apart from there.
 */

export interface ClipTiming {
  /** One moment on both clocks, seconds. */
  readonly at: { readonly item: number; readonly common: number };
  /** Seconds of the common clock per second of the clip, less one, in millionths; 0 where none was found. */
  readonly ratePpm: number;
}

export const atOffset = (offsetS: number): ClipTiming => ({ at: { item: 0, common: offsetS }, ratePpm: 0 });

const speedOf = ({ ratePpm }: ClipTiming): number => 1 + ratePpm / 1e6;

export function toCommon(timing: ClipTiming, itemSec: number): number {
  return timing.at.common + (itemSec - timing.at.item) * speedOf(timing);
}

export function toItem(timing: ClipTiming, commonSec: number): number {
  return timing.at.item + (commonSec - timing.at.common) / speedOf(timing);
}

/** The clip drawn along the common clock by hand: later where `bySec` is positive. */
export function moved(timing: ClipTiming, bySec: number): ClipTiming {
  return bySec === 0 ? timing : { ...timing, at: { ...timing.at, common: timing.at.common + bySec } };
}

/** What of the common clock a clip covers. */
export interface Covered {
  readonly from: number;
  readonly to: number;
}

export function covered(timing: ClipTiming, itemStartS: number, itemEndS: number): Covered {
  return { from: toCommon(timing, itemStartS), to: toCommon(timing, itemEndS) };
}

/** Stretches of `whole` that no clip of `parts` covers. */
export function uncovered(whole: Covered, parts: readonly Covered[]): Covered[] {
  const gaps: Covered[] = [];
  let at = whole.from;
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    if (part.from > at) gaps.push({ from: at, to: Math.min(part.from, whole.to) });
    at = Math.max(at, part.to);
    if (at >= whole.to) break;
  }
  if (at < whole.to) gaps.push({ from: at, to: whole.to });
  return gaps.filter(({ from, to }) => to > from);
}
