/**
 * Distance and azimuth from one place to many, quickly: within about a degree by B. R. Bowring, "The direct and inverse problems
 * for short geodesic lines on the ellipsoid", Surveying and Mapping 41 (1981), which needs no turns and agrees with Vincenty's
 * to 2 mm along and across there (the test compares); farther away by Vincenty's.
 */
import { type Way, wayBetween, wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";

const major = 6_378_137;
const second = 0.00673949674227643;
const rad = Math.PI / 180;
const shortDeg = 1;
/** Nearer to the poles meridians run together too fast for it. */
const farthestNorth = 80;

export function waysFrom(from: Position): (at: Position) => Way {
  if (Math.abs(from.lat) > farthestNorth) return (at) => wayBetween(from, at);
  const lat1 = from.lat * rad;
  const [sin1, cos1] = [Math.sin(lat1), Math.cos(lat1)];
  const a = Math.sqrt(1 + second * cos1 ** 4);
  const b = Math.sqrt(1 + second * cos1 ** 2);
  const metresA = (major * Math.sqrt(1 + second)) / b ** 2;
  const bend = (3 * second) / (4 * b ** 2);
  return (at) => {
    const north = at.lat - from.lat;
    const east = wrap(at.lon - from.lon);
    if (Math.abs(north) > shortDeg || Math.abs(east) * cos1 > shortDeg) return wayBetween(from, at);
    const dLat = north * rad;
    const w = (a * east * rad) / 2;
    const d = (dLat / (2 * b)) * (1 + bend * dLat * Math.sin(2 * lat1 + (2 / 3) * dLat));
    const sinD = Math.sin(d);
    const cosD = Math.cos(d);
    const sinW = Math.sin(w);
    const cosW = Math.cos(w);
    const e = sinD * cosW;
    const f = (sinW / a) * (b * cos1 * cosD - sin1 * sinD);
    const half = Math.sqrt(e * e + f * f);
    const turn = Math.atan2(f, e) - Math.atan(((sin1 * cosD + b * cos1 * sinD) * sinW) / (a * cosD * cosW));
    const bearingDeg = (turn / rad + 720) % 360;
    return { metres: 2 * metresA * Math.asin(half), bearingDeg: half === 0 ? 0 : bearingDeg };
  };
}
