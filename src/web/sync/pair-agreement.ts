/**
 * Of what two recordings share by their offset: the stretches that agree at it, and the rest, which an edited clip may have from elsewhere.
 * Item times of b.
 */
import type { AgreeingStretch, PairMeasurement } from "../../core/sync/pair-measurement.ts";
import { type ClipTiming, type Covered, toItem, uncovered } from "./clip-timing.ts";

export interface PairAgreement {
  readonly agreed: readonly Covered[];
  /** Parts of what both filmed that nothing was found to agree in. */
  readonly rest: readonly Covered[];
}

/** First and last moment of a clip, item time. */
interface Lasting {
  readonly startS: number;
  readonly endS: number;
}

/** Shorter gaps are of how the windows of the comparing lie. */
const leastRestSec = 2;
/** Stretches at other offsets are of something else: two frames at 25 a second. */
const sameWithinSec = 0.08;

export function pairAgreement(measurement: PairMeasurement & { state: "measured" }, a: Lasting, b: Lasting): PairAgreement {
  const { at, offsetS, rate } = measurement.offset;
  // b on the clock of a.
  const timing: ClipTiming = { at: { item: at.b, common: at.a }, ratePpm: rate === "not-measured" ? 0 : rate.ppm };
  const fits = ({ startB, endB, offsetS: of }: AgreeingStretch): boolean => {
    const middle = (startB + endB) / 2;
    // Offsets of stretches are as measured there, or turned to the moment of the pair's own.
    const here = offsetS + ((middle - at.b) * timing.ratePpm) / 1e6;
    return Math.min(Math.abs(of - offsetS), Math.abs(of - here)) <= sameWithinSec;
  };
  const agreed = joined(measurement.stretches.filter(fits).map(({ startB, endB }) => ({ from: startB, to: endB })));
  const shared = { from: Math.max(toItem(timing, a.startS), b.startS), to: Math.min(toItem(timing, a.endS), b.endS) };
  const rest = shared.to <= shared.from ? [] : uncovered(shared, agreed).filter(({ from, to }) => to - from >= leastRestSec);
  return { agreed, rest };
}

/** In order, those that touch or nearly touch as one. */
function joined(parts: readonly Covered[]): Covered[] {
  const all: Covered[] = [];
  for (const part of parts.toSorted((x, y) => x.from - y.from)) {
    const last = all.at(-1);
    if (last !== undefined && part.from - last.to < leastRestSec) all[all.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
    else all.push(part);
  }
  return all;
}
