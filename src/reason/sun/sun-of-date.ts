/** Where the sun stands against the stars, and how far the Earth has turned: what a position at any place is worked out from. */
import { Body, EquatorFromVector, GeoVector, MakeTime, Refraction, RotateVector, Rotation_EQJ_EQD, SiderealTime } from "astronomy-engine";

/** Horizontal parallax of the sun, degrees (8.794 seconds of arc; Explanatory Supplement to the Astronomical Almanac). */
const parallaxDeg = 8.794 / 3600;

export interface SunOfDate {
  /** Right ascension and declination of date from the Earth's middle, degrees. */
  readonly ra: number;
  readonly dec: number;
  /** Of Greenwich, degrees. */
  readonly siderealDeg: number;
}

/** `at`: milliseconds since 1970, UTC. */
export function sunOfDate(at: number): SunOfDate {
  const time = MakeTime(new Date(at));
  const { ra, dec } = EquatorFromVector(RotateVector(Rotation_EQJ_EQD(time), GeoVector(Body.Sun, time, true)));
  return { ra: ra * 15, dec, siderealDeg: SiderealTime(time) * 15 };
}

/** Degrees above the horizon as seen from the ground instead of from the Earth's middle, without air. */
export function seenHeight(geocentricDeg: number): number {
  return geocentricDeg - parallaxDeg * Math.cos((geocentricDeg * Math.PI) / 180);
}

/** The same through standard air (astronomy-engine's: Saemundsson, 1010 mbar and 10 C). */
export function seenThroughAir(geocentricDeg: number): number {
  const height = seenHeight(geocentricDeg);
  return height + Refraction("normal", height);
}

/** The height from the Earth's middle of a sun that is seen so high through air; degrees, by halving. */
export function geocentricOf(apparentDeg: number): number {
  let [low, high] = [apparentDeg - 2, apparentDeg + 0.1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (seenThroughAir(middle) < apparentDeg) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
