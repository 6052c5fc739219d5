/**
 * How far a place may be off because of the figures it was given in. A figure stands for half of its last digit either
 * way (Chapman & Wieczorek, Georeferencing Best Practices, 2020, "uncertainty due to coordinate precision"); the radius
 * reaches the corner of that box.
 */
import { Latitude, Longitude, type Position } from "./region.ts";

/** Metres of a degree along the meridian and along the parallel: the WGS 84 ellipsoid's radii of curvature at that latitude. */
export function metresPerDegree(lat: number): { north: number; east: number } {
  const phi = (lat * Math.PI) / 180;
  const w = 1 - eccentricity2 * Math.sin(phi) ** 2;
  return {
    north: ((Math.PI / 180) * equatorM * (1 - eccentricity2)) / w ** 1.5,
    east: ((Math.PI / 180) * equatorM * Math.cos(phi)) / Math.sqrt(w),
  };
}

const equatorM = 6_378_137;
const eccentricity2 = 0.00669437999014;

/** More digits than this say more than anybody can place: a metre is what is claimed then. */
const leastM = 1;

export interface Found {
  readonly centre: Position;
  readonly radiusM: number;
  /** What the radius rests on. */
  readonly precision: string;
}

/** `halfLat` and `halfLon`: degrees either way. */
export function foundInBox(centre: Position, halfLat: number, halfLon: number, what: string): Found {
  const { north, east } = metresPerDegree(centre.lat);
  const northM = halfLat * north;
  const eastM = Math.min(halfLon, 180) * east;
  const radiusM = Math.hypot(northM, eastM);
  if (radiusM < leastM) return { centre, radiusM: leastM, precision: `${what}: less than a metre, taken as 1 m` };
  return { centre, radiusM: roundedUp(radiusM), precision: `${what}: ${roundedUp(northM)} m north-south, ${roundedUp(eastM)} m east-west` };
}

/** Three figures, upwards: a radius is never made smaller by rounding. */
export function roundedUp(metres: number): number {
  if (metres === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(metres)) - 2);
  return Number((Math.ceil(Number((metres / unit).toPrecision(12))) * unit).toPrecision(3));
}

export function onEarth({ lat, lon }: Position): boolean {
  return Latitude.safeParse(lat).success && Longitude.safeParse(lon).success;
}
