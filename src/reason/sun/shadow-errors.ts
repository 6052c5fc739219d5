/**
 * What the errors of a measured shadow are worth in degrees of the sun. Errors are halves of 95 % intervals of things that do not
 * hang together, so they add as squares.
 */

/** What the sun's own position is known to; degrees. Keeps a measurement without error from fitting at no moment. */
const positionDeg = 0.01;

export interface Shadow {
  /** Degrees clockwise from true north, and how far it may be off to either side, without lean. */
  readonly bearing: { readonly value: number; readonly error: number } | undefined;
  readonly height: ShadowHeight | undefined;
  readonly leanDeg: number;
}

/** Of the sun as seen through air. */
export interface ShadowHeight {
  /** Of the height that the ratio itself gives. */
  readonly tangent: number;
  readonly rangeDeg: readonly [least: number, most: number];
}

export interface Measure {
  readonly value: number;
  readonly error: number;
}

export function shadowOf(bearing: Measure | undefined, ratio: Measure | undefined, slopeErrorDeg: number, leanErrorDeg: number): Shadow {
  return {
    bearing: bearing && { value: bearing.value, error: Math.hypot(bearing.error, positionDeg) },
    height: ratio && { tangent: 1 / ratio.value, rangeDeg: heightsOfRatio(ratio, slopeErrorDeg, leanErrorDeg) },
    leanDeg: leanErrorDeg,
  };
}

/**
 * Heights of the sun that give a shadow of so much for one of height, when ground may slope along it and what casts it may
 * lean: tan(height) = 1 / (ratio cos slope) - tan slope, and leaning by l towards or from the sun lengthens the shadow by
 * tan(l) for one of height. The height is that of the tip above the foot. Degrees.
 */
export function heightsOfRatio(ratio: Measure, slopeErrorDeg: number, leanErrorDeg: number): readonly [least: number, most: number] {
  const level = 1 / ratio.value;
  const error = Math.hypot(ratio.error, Math.tan(radians(leanErrorDeg)));
  const [shortest, longest] = [Math.max(1e-6, ratio.value - error), ratio.value + error];
  const sloped = (slope: number) => level / Math.cos(slope) - Math.tan(slope);
  // Rising ground lowers what the ratio says only up to this slope; beyond it the ground's own length tells more.
  const rising = Math.min(radians(slopeErrorDeg), level > 1 ? Math.asin(1 / level) : Infinity);
  const position = radians(positionDeg) * (1 + level ** 2);
  const below = Math.hypot(level - 1 / longest, level - sloped(rising), position);
  const above = Math.hypot(1 / shortest - level, sloped(-radians(slopeErrorDeg)) - level, position);
  return [Math.max(0, degrees(Math.atan(level - below))), degrees(Math.atan(level + above))];
}

/**
 * How far leaning to the side turns a shadow when the sun stands so high: the tip moves by tan(l) around a point that lies
 * cot(height) from the foot, both for one of height. 180 where the shadow may fall to any side.
 */
export function leanTurnDeg(leanErrorDeg: number, heightDeg: number): number {
  if (leanErrorDeg === 0) return 0;
  const share = Math.tan(radians(leanErrorDeg)) * Math.tan(radians(Math.max(0, heightDeg)));
  return share >= 1 ? 180 : degrees(Math.asin(share));
}

const radians = (angle: number) => (angle * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
