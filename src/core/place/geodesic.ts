/**
 * Distances and destinations on the WGS 84 ellipsoid, after T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid
 * with application of nested equations", Survey Review 23 (1975). Below a millimetre off, but for points nearly opposite each other,
 * where the inverse does not settle and a sphere answers (0.5 % off).
 */
import type { Position } from "./region.ts";

const major = 6_378_137;
const flattening = 1 / 298.257223563;
const minor = major * (1 - flattening);
const meanRadius = 6_371_008.8;
const rad = Math.PI / 180;

interface Series {
  readonly a: number;
  readonly b: number;
}

function seriesOf(cosSqAlpha: number): Series {
  const u = (cosSqAlpha * (major ** 2 - minor ** 2)) / minor ** 2;
  return {
    a: 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u))),
    b: (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u))),
  };
}

function deltaSigma(b: number, sinSigma: number, cosSigma: number, cos2m: number): number {
  const inner = cosSigma * (-1 + 2 * cos2m ** 2) - (b / 6) * cos2m * (-3 + 4 * sinSigma ** 2) * (-3 + 4 * cos2m ** 2);
  return b * sinSigma * (cos2m + (b / 4) * inner);
}

/** Longitude of the answer goes on beyond 180 where the way crosses that line, so that rings stay whole. */
export function destination(from: Position, bearingDeg: number, metres: number): Position {
  const alpha1 = bearingDeg * rad;
  const tanU1 = (1 - flattening) * Math.tan(from.lat * rad);
  const cosU1 = 1 / Math.sqrt(1 + tanU1 ** 2);
  const sinU1 = tanU1 * cosU1;
  const sigma1 = Math.atan2(tanU1, Math.cos(alpha1));
  const sinAlpha = cosU1 * Math.sin(alpha1);
  const cosSqAlpha = 1 - sinAlpha ** 2;
  const { a, b } = seriesOf(cosSqAlpha);
  let sigma = metres / (minor * a);
  for (let turn = 0; turn < 100; turn++) {
    const next = metres / (minor * a) + deltaSigma(b, Math.sin(sigma), Math.cos(sigma), Math.cos(2 * sigma1 + sigma));
    const moved = Math.abs(next - sigma);
    sigma = next;
    if (moved < 1e-12) break;
  }
  const [sinSigma, cosSigma] = [Math.sin(sigma), Math.cos(sigma)];
  const cos2m = Math.cos(2 * sigma1 + sigma);
  const across = sinU1 * sinSigma - cosU1 * cosSigma * Math.cos(alpha1);
  const lat = Math.atan2(sinU1 * cosSigma + cosU1 * sinSigma * Math.cos(alpha1), (1 - flattening) * Math.sqrt(sinAlpha ** 2 + across ** 2));
  const lambda = Math.atan2(sinSigma * Math.sin(alpha1), cosU1 * cosSigma - sinU1 * sinSigma * Math.cos(alpha1));
  const c = (flattening / 16) * cosSqAlpha * (4 + flattening * (4 - 3 * cosSqAlpha));
  const turned = lambda - (1 - c) * flattening * sinAlpha * (sigma + c * sinSigma * (cos2m + c * cosSigma * (-1 + 2 * cos2m ** 2)));
  return { lat: lat / rad, lon: from.lon + turned / rad };
}

export interface Way {
  readonly metres: number;
  /** Clockwise from true north, at the first point. */
  readonly bearingDeg: number;
}

export function wayBetween(from: Position, to: Position): Way {
  if (from.lat === to.lat && from.lon === to.lon) return { metres: 0, bearingDeg: 0 };
  const along = wrap(to.lon - from.lon) * rad;
  const [tanU1, tanU2] = [(1 - flattening) * Math.tan(from.lat * rad), (1 - flattening) * Math.tan(to.lat * rad)];
  const [cosU1, cosU2] = [1 / Math.sqrt(1 + tanU1 ** 2), 1 / Math.sqrt(1 + tanU2 ** 2)];
  const [sinU1, sinU2] = [tanU1 * cosU1, tanU2 * cosU2];
  let lambda = along;
  for (let turn = 0; turn < 200; turn++) {
    const sinSigma = Math.hypot(cosU2 * Math.sin(lambda), cosU1 * sinU2 - sinU1 * cosU2 * Math.cos(lambda));
    if (sinSigma === 0) return { metres: 0, bearingDeg: 0 };
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * Math.sin(lambda)) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha ** 2;
    // On the equator there is no such point.
    const cos2m = cosSqAlpha === 0 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cosSqAlpha;
    const c = (flattening / 16) * cosSqAlpha * (4 + flattening * (4 - 3 * cosSqAlpha));
    const next = along + (1 - c) * flattening * sinAlpha * (sigma + c * sinSigma * (cos2m + c * cosSigma * (-1 + 2 * cos2m ** 2)));
    const moved = Math.abs(next - lambda);
    lambda = next;
    if (moved < 1e-12) {
      const { a, b } = seriesOf(cosSqAlpha);
      const bearing = Math.atan2(cosU2 * Math.sin(lambda), cosU1 * sinU2 - sinU1 * cosU2 * Math.cos(lambda)) / rad;
      return { metres: minor * a * (sigma - deltaSigma(b, sinSigma, cosSigma, cos2m)), bearingDeg: (bearing + 360) % 360 };
    }
  }
  return onSphere(from, to);
}

function onSphere(from: Position, to: Position): Way {
  const [p1, p2, along] = [from.lat * rad, to.lat * rad, wrap(to.lon - from.lon) * rad];
  const h = Math.sin((p2 - p1) / 2) ** 2 + Math.cos(p1) * Math.cos(p2) * Math.sin(along / 2) ** 2;
  const bearing =
    Math.atan2(Math.sin(along) * Math.cos(p2), Math.cos(p1) * Math.sin(p2) - Math.sin(p1) * Math.cos(p2) * Math.cos(along)) / rad;
  return { metres: 2 * meanRadius * Math.asin(Math.min(1, Math.sqrt(h))), bearingDeg: (bearing + 360) % 360 };
}

/** Degrees brought between -180 and 180. */
export function wrap(deg: number): number {
  const turned = (((deg + 180) % 360) + 360) % 360;
  return turned - 180;
}
