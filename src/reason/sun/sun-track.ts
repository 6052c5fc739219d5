/**
 * The sun's way across the sky of one place, for asking often: right ascension and declination are worked out every six
 * hours and laid through four neighbours (error under 0.0001 degrees, held by a test); the turn of the Earth and parallax
 * are worked out for each moment.
 */
import { Body, EquatorFromVector, GeoVector, MakeTime, Refraction, RotateVector, Rotation_EQJ_EQD, SiderealTime } from "astronomy-engine";
import type { SunPlace, SunPosition } from "./sun-position.ts";

export type SunTrack = (at: number) => SunPosition;

const stepMs = 21_600_000;
const dayMs = 86_400_000;
/** Horizontal parallax of the sun, degrees (8.794 seconds of arc; Explanatory Supplement to the Astronomical Almanac). */
const parallaxDeg = 8.794 / 3600;
/** Degrees that the Earth turns against the stars in a day. */
const turnADay = 360.985647;

interface Node {
  /** Degrees, of date. */
  readonly ra: number;
  readonly dec: number;
  /** Of Greenwich, degrees. */
  readonly siderealDeg: number;
}

export function createSunTrack({ lat, lon }: SunPlace): SunTrack {
  const nodes = new Map<number, Node>();
  const nodeAt = (step: number): Node => {
    let node = nodes.get(step);
    if (node === undefined) nodes.set(step, (node = workOut(step * stepMs)));
    return node;
  };
  const [sinLat, cosLat] = [Math.sin(radians(lat)), Math.cos(radians(lat))];
  return (at) => {
    const step = Math.floor(at / stepMs);
    const t = at / stepMs - step;
    const around = [nodeAt(step - 1), nodeAt(step), nodeAt(step + 1), nodeAt(step + 2)] as const;
    const [, here] = around;
    const ra = through(t, around.map((node) => here.ra + turn(node.ra - here.ra)) as unknown as Four);
    const dec = radians(through(t, around.map((node) => node.dec) as unknown as Four));
    const sidereal = here.siderealDeg + (turnADay * t * stepMs) / dayMs;
    const hour = radians(sidereal + lon - ra);
    const sinHeight = sinLat * Math.sin(dec) + cosLat * Math.cos(dec) * Math.cos(hour);
    const geocentric = degrees(Math.asin(Math.min(1, Math.max(-1, sinHeight))));
    const height = geocentric - parallaxDeg * Math.cos(radians(geocentric));
    const azimuth = degrees(Math.atan2(-Math.cos(dec) * Math.sin(hour), Math.sin(dec) * cosLat - Math.cos(dec) * sinLat * Math.cos(hour)));
    return { azimuthDeg: (azimuth + 360) % 360, elevationDeg: height, apparentElevationDeg: height + Refraction("normal", height) };
  };
}

function workOut(at: number): Node {
  const time = MakeTime(new Date(at));
  const { ra, dec } = EquatorFromVector(RotateVector(Rotation_EQJ_EQD(time), GeoVector(Body.Sun, time, true)));
  return { ra: ra * 15, dec, siderealDeg: SiderealTime(time) * 15 };
}

type Four = readonly [number, number, number, number];

/** The cubic through values at -1, 0, 1 and 2 (Lagrange). */
function through(t: number, [a, b, c, d]: Four): number {
  return (
    (-a * t * (t - 1) * (t - 2)) / 6 +
    (b * (t + 1) * (t - 1) * (t - 2)) / 2 -
    (c * (t + 1) * t * (t - 2)) / 2 +
    (d * (t + 1) * t * (t - 1)) / 6
  );
}

/** -180 to 180. */
const turn = (angle: number) => ((((angle + 180) % 360) + 360) % 360) - 180;
const radians = (angle: number) => (angle * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
