/**
 * The region that two discs share: never "the larger radius". The area is that of two caps of a sphere; below some kilometres the same
 * in the plane, because cosines of so small angles lose all digits.
 */
import { destination, wayBetween, wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { JointRegion } from "./agreement.ts";

export interface Disc {
  readonly centre: Position;
  readonly radiusM: number;
}

const earthRadiusM = 6_371_008.8;
/** Sum of the two angular radii below which the plane is closer than the sphere's cosines: 64 km, off by one part in 100,000. */
const planeBelow = 0.01;
const cornersOfCircle = 96;
const cornersOfArc = 33;

/** Null where the discs share nothing. Touching, they share one point. */
export function jointRegion(a: Disc, b: Disc): JointRegion | null {
  const way = wayBetween(a.centre, b.centre);
  const d = way.metres;
  if (d > a.radiusM + b.radiusM) return null;
  if (d + b.radiusM <= a.radiusM) return wholeDisc(b, "disc-of-b");
  if (d + a.radiusM <= b.radiusM) return wholeDisc(a, "disc-of-a");
  /** From a along the way to b, where the chord of the lens crosses it. */
  const x = (d * d + a.radiusM ** 2 - b.radiusM ** 2) / (2 * d);
  const half = Math.sqrt(Math.max(0, a.radiusM ** 2 - x * x));
  if (half === 0)
    return { areaM2: 0, bounds: { centre: at(a.centre, way.bearingDeg, a.radiusM), radiusM: 0 }, shape: "point", outline: [] };
  return {
    areaM2: lensArea(a.radiusM, b.radiusM, d),
    bounds: boundsOf(a, b, way.bearingDeg, x, half, d),
    shape: "lens",
    outline: lens(a, b, d),
  };
}

function wholeDisc(disc: Disc, shape: "disc-of-a" | "disc-of-b"): JointRegion {
  const angle = Math.min(Math.PI, disc.radiusM / earthRadiusM);
  return {
    areaM2: 4 * Math.PI * earthRadiusM ** 2 * Math.sin(angle / 2) ** 2,
    bounds: { centre: disc.centre, radiusM: disc.radiusM },
    shape,
    outline: circleOf(disc),
  };
}

/** A lens that holds more than half of one disc holds a diameter of it: nothing smaller than that disc bounds it. */
function boundsOf(a: Disc, b: Disc, bearingDeg: number, x: number, half: number, d: number): JointRegion["bounds"] {
  if (x < 0) return { centre: a.centre, radiusM: a.radiusM };
  if (x > d) return { centre: b.centre, radiusM: b.radiusM };
  return { centre: at(a.centre, bearingDeg, x), radiusM: half };
}

function lensArea(ra: number, rb: number, d: number): number {
  const [a, b, way] = [ra / earthRadiusM, rb / earthRadiusM, d / earthRadiusM];
  if (a + b < planeBelow) return planeLens(ra, rb, d);
  if (a >= Math.PI || b >= Math.PI) return 4 * Math.PI * earthRadiusM ** 2 * Math.sin(Math.min(a, b, Math.PI) / 2) ** 2;
  const [ca, cb, cd, sa, sb, sd] = [Math.cos(a), Math.cos(b), Math.cos(way), Math.sin(a), Math.sin(b), Math.sin(way)];
  const between = arccos((cd - ca * cb) / (sa * sb));
  const area = 2 * (Math.PI - between - ca * arccos((cb - cd * ca) / (sd * sa)) - cb * arccos((ca - cd * cb) / (sd * sb)));
  return Math.max(0, area) * earthRadiusM ** 2;
}

function planeLens(a: number, b: number, d: number): number {
  const part = (r: number, other: number) => r * r * arccos((d * d + r * r - other * other) / (2 * d * r));
  const kite = Math.sqrt(Math.max(0, (-d + a + b) * (d + a - b) * (d - a + b) * (d + a + b))) / 2;
  return Math.max(0, part(a, b) + part(b, a) - kite);
}

const arccos = (x: number): number => Math.acos(Math.min(1, Math.max(-1, x)));

/** Border of the lens: of each disc the arc that faces the other one's centre, corner to corner. */
function lens(a: Disc, b: Disc, d: number): Position[] {
  return [...facingArc(a, b, d), ...facingArc(b, a, d)];
}

function facingArc(of: Disc, other: Disc, d: number): Position[] {
  const bearing = wayBetween(of.centre, other.centre).bearingDeg;
  const half = (halfAngle(of.radiusM, other.radiusM, d) * 180) / Math.PI;
  return Array.from({ length: cornersOfArc }, (_, i) => at(of.centre, bearing + half - (2 * half * i) / (cornersOfArc - 1), of.radiusM));
}

/** Between the way to the other centre and a corner of the lens. */
function halfAngle(r: number, other: number, d: number): number {
  const [a, b, way] = [r / earthRadiusM, other / earthRadiusM, d / earthRadiusM];
  if (a + b < planeBelow) return arccos((d * d + r * r - other * other) / (2 * d * r));
  return arccos((Math.cos(b) - Math.cos(a) * Math.cos(way)) / (Math.sin(a) * Math.sin(way)));
}

function circleOf({ centre, radiusM }: Disc): Position[] {
  return Array.from({ length: cornersOfCircle }, (_, i) => at(centre, 360 - (i * 360) / cornersOfCircle, radiusM));
}

/** Longitudes of an answer stand between -180 and 180. */
function at(from: Position, bearingDeg: number, metres: number): Position {
  const { lat, lon } = destination(from, bearingDeg, metres);
  return { lat, lon: wrap(lon) };
}
