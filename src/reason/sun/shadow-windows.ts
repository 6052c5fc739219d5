/** When the sun stands where a shadow says: from its direction, from its length, and from both. */
import { type Interval, type Moments, momentsOf } from "../time/moments.ts";
import { spansInRange } from "./spans-in-range.ts";
import type { SunTrack } from "./sun-track.ts";

export interface Shadow {
  /** Degrees clockwise from true north, and how far it may be off to either side. */
  readonly bearing: { readonly value: number; readonly error: number } | undefined;
  /** Least and greatest height of the sun, degrees as seen through air. */
  readonly height: readonly [least: number, most: number] | undefined;
}

/** Moments of the span at which the sun is up and shadows fall within the error of the bearing. */
export function bearingWindows(sun: SunTrack, span: Interval, { value, error }: { value: number; error: number }): Moments {
  const off = (at: number) => turnBetween(sun(at).azimuthDeg, value + 180);
  return both(spansInRange(off, span, [-error, error], 180), sunUp(sun, span));
}

/** Moments of the span at which the sun stands between two heights. */
export function heightWindows(sun: SunTrack, span: Interval, [least, most]: readonly [number, number]): Moments {
  return spansInRange((at) => sun(at).apparentElevationDeg, span, [Math.max(0, least), most]);
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

/**
 * Heights of the sun that give a shadow of so much for one of height, when ground may slope along it and what casts it may
 * lean: tan(height) = 1 / (ratio cos slope) - tan slope, and leaning by l towards or from the sun lengthens the shadow by
 * tan(l) for one of height. Degrees; the most that the errors together allow.
 */
export function heightsOfRatio(
  ratio: { value: number; error: number },
  slopeErrorDeg: number,
  leanErrorDeg: number,
): readonly [least: number, most: number] {
  const lean = Math.tan(radians(leanErrorDeg));
  const [shortest, longest] = [Math.max(1e-6, ratio.value - ratio.error - lean), ratio.value + ratio.error + lean];
  const heights = [shortest, longest].flatMap((length) =>
    [-slopeErrorDeg, slopeErrorDeg].map((slope) => degrees(Math.atan(1 / (length * Math.cos(radians(slope))) - Math.tan(radians(slope))))),
  );
  return [Math.max(0, Math.min(...heights)), Math.max(...heights)];
}

/** What leaning to the side adds to the error of a bearing: the tip moves sideways by tan(l) for one of height. */
export function leanOnBearing(leanErrorDeg: number, ratio: number | undefined): number {
  return degrees(Math.atan(Math.tan(radians(leanErrorDeg)) / (ratio ?? 1)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (radians: number) => (radians * 180) / Math.PI;
