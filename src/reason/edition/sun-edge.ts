/**
 * Instants that the sun makes at a place: noon, midnight, rising, setting and the ends of the twilights. Worked out from where the sun
 * stands at two instants alone, so that a thousand places cost little.
 */
import type { Position } from "../../core/place/region.ts";
import { seenHeight, sunOfDate, type SunOfDate } from "../sun/sun-of-date.ts";

const rad = Math.PI / 180;
/** Rising and setting of the upper limb through air and without it, and of its middle; twilights of 6, 12 and 18 degrees. */
const heights = [-0.833, -0.267, 0, -6, -12, -18] as const;
/** Figures are rounded to the nearest, then cut off; and almanacs take other air. `[times, more]` of half a unit, in milliseconds. */
const slacks = [
  [1, 0],
  [2, 1500],
  [2, 15_000],
] as const;

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Whether an event of the sun falls into the stretch, as a test of places; undefined where none does at `truth`, since then it says
 * nothing of it. Of several events the one that fits is taken, and the least slack with which it does.
 */
export function sunEdge(stretch: Stretch, truth: Position): ((at: Position) => boolean) | undefined {
  const [middle, half] = [(stretch.fromMs + stretch.toMs) / 2, (stretch.toMs - stretch.fromMs) / 2];
  for (const [times, more] of slacks) {
    const [first, last] = [sunOfDate(middle - half * times - more), sunOfDate(middle + half * times + more)];
    const tests = [...heights.map((height) => crosses(first, last, height)), culminates(first, last, 0), culminates(first, last, 180)];
    const holds = tests.find((test) => test(truth));
    if (holds !== undefined) return holds;
  }
  return undefined;
}

function crosses(first: SunOfDate, last: SunOfDate, heightDeg: number) {
  return (at: Position): boolean => heightOf(first, at) < heightDeg !== heightOf(last, at) < heightDeg;
}

function heightOf(sun: SunOfDate, { lat, lon }: Position): number {
  const [phi, dec, hour] = [lat * rad, sun.dec * rad, hourDeg(sun, lon) * rad];
  return seenHeight(Math.asin(Math.sin(phi) * Math.sin(dec) + Math.cos(phi) * Math.cos(dec) * Math.cos(hour)) / rad);
}

/** `atDeg`: 0 for noon, 180 for midnight. The sun goes on by less than half a turn. */
function culminates(first: SunOfDate, last: SunOfDate, atDeg: number) {
  return ({ lon }: Position): boolean => turned(hourDeg(first, lon) - atDeg) <= 0 && turned(hourDeg(last, lon) - atDeg) >= 0;
}

/** Hour angle, degrees west of the meridian. */
function hourDeg({ siderealDeg, ra }: SunOfDate, lon: number): number {
  return siderealDeg + lon - ra;
}

function turned(deg: number): number {
  return (((((deg % 360) + 540) % 360) + 360) % 360) - 180;
}
