/** When the sun stands where a shadow says: from its direction, from its length, and from both. */
import { type Interval, type Moments, momentsOf } from "../time/moments.ts";
import { leanTurnDeg, type Shadow } from "./shadow-errors.ts";
import { spansInRange } from "./spans-in-range.ts";
import type { SunPosition } from "./sun-position.ts";
import type { SunTrack } from "./sun-track.ts";

/** Moments of the span at which the sun is up and shadows fall within the error of the bearing. */
export function bearingWindows(sun: SunTrack, span: Interval, shadow: Shadow): Moments {
  return both(
    spansInRange((at) => bearingOff(shadow, sun(at)), span, [0, 1], { stepMs: stepOf(sun, span) }),
    sunUp(sun, span),
  );
}

/** Moments of the span at which the sun stands between two heights. */
export function heightWindows(sun: SunTrack, span: Interval, [least, most]: readonly [number, number]): Moments {
  return spansInRange((at) => sun(at).apparentElevationDeg, span, [Math.max(0, least), most]);
}

/** (1.96)^2: what a square in halves of a 95 % interval is worth in variances of a normal law. */
const variances = 3.84;

/**
 * The 95 % set of both measurements together: moments at which the squares of how far each is off, in halves of its 95 % interval,
 * sum to at most 1 more than at the best moment (a likelihood ratio on one unknown; Wilks 1938), and to more where the two agree
 * worse than their errors let expect (Birge 1932). Errors are those widened for two, as measurements by hand have heavier tails than
 * a normal law. Merely where two 95 % windows overlap the truth is with 90 % only. Nothing where the widened ones do not overlap.
 */
export function jointWindows(sun: SunTrack, span: Interval, shadow: Shadow, overlap: Moments): Moments {
  if (overlap.length === 0) return [];
  const off = (at: number): number => {
    const position = sun(at);
    return bearingOff(shadow, position) ** 2 + heightOff(shadow, position) ** 2;
  };
  const least = Math.min(...overlap.map(([from, to]) => leastOf(off, from, to)));
  return both(spansInRange(off, span, [0, least + Math.max(1, variances * least)], { stepMs: stepOf(sun, span) }), sunUp(sun, span));
}

/** Where the sun passes near the zenith its direction turns through the south or the north within minutes. */
function stepOf(sun: SunTrack, [from, to]: Interval): number {
  const [usual, fine, nearZenithDeg] = [600_000, 60_000, 75];
  for (let at = from; at <= to; at += usual) if (sun(at).apparentElevationDeg > nearZenithDeg) return fine;
  return usual;
}

/** The least of a smooth value between two moments, near enough: looked for at every minute, then by thirds. */
function leastOf(value: (at: number) => number, from: number, to: number): number {
  const step = Math.max(1, Math.min(60_000, Math.floor((to - from) / 8)));
  let best = from;
  for (let at = from; at <= to; at += step) if (value(at) < value(best)) best = at;
  let [low, high] = [Math.max(from, best - step), Math.min(to, best + step)];
  while (high - low > 2) {
    const third = (high - low) / 3;
    const [a, b] = [Math.round(low + third), Math.round(high - third)];
    if (value(a) < value(b)) high = b;
    else low = a;
  }
  return Math.min(value(best), value(low), value(high));
}

/** How far the shadow falls beside the measured bearing: 1 at its error. */
function bearingOff({ bearing, leanDeg }: Shadow, { azimuthDeg, apparentElevationDeg }: SunPosition): number {
  if (bearing === undefined) return 0;
  const error = Math.hypot(bearing.error, leanTurnDeg(leanDeg, apparentElevationDeg));
  return Math.abs(turnBetween(azimuthDeg, bearing.value + 180)) / error;
}

/** How far the sun stands above or below the measured height: 1 at either end of its range. */
function heightOff({ height }: Shadow, { apparentElevationDeg }: SunPosition): number {
  if (height === undefined) return 0;
  const [least, most] = height.rangeDeg.map((end) => Math.tan(radians(end))) as [number, number];
  const off = Math.tan(radians(apparentElevationDeg)) - height.tangent;
  return off > 0 ? off / (most - height.tangent) : off / (least - height.tangent);
}

function sunUp(sun: SunTrack, span: Interval): Moments {
  return heightWindows(sun, span, [0, 90]);
}

/** Degrees from b to a, -180 to 180. */
function turnBetween(a: number, b: number): number {
  return ((((a - b + 180) % 360) + 360) % 360) - 180;
}

export function both(a: Moments, b: Moments): Moments {
  return momentsOf(a.flatMap(([from, to]) => b.map(([low, high]): Interval => [Math.max(from, low), Math.min(to, high)])));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
