/** Regions as outlines: rings on the ellipsoid, their middle and their size. */
import { destination, wayBetween } from "./geodesic.ts";
import type { Position, Region } from "./region.ts";

/** Corners of a circle's ring: within 0.12 % of the radius inside the circle it stands for. */
export const circleCorners = 64;

/** Counter-clockwise, not closed. Longitudes go on beyond 180 rather than jump. */
export function circleRing(centre: Position, radiusM: number, corners: number = circleCorners): Position[] {
  return Array.from({ length: corners }, (_, at) => destination(centre, 360 - (at * 360) / corners, radiusM));
}

/** Around a leg of a way: half a circle at each end. Counter-clockwise, not closed. */
function legRing(from: Position, to: Position, radiusM: number): Position[] {
  const { bearingDeg } = wayBetween(from, to);
  const half = circleCorners / 2;
  const cap = (centre: Position, start: number) =>
    Array.from({ length: half + 1 }, (_, at) => destination(centre, start - (at * 180) / half, radiusM));
  return [...cap(to, bearingDeg + 90), ...cap(from, bearingDeg - 90)];
}

/** The area of a region as polygons, each an outer ring followed by its holes. Those of a way overlap where its legs meet. */
export function polygonsOf(region: Region): Position[][][] {
  switch (region.shape) {
    case "circle":
      return [[circleRing(region.centre, region.radiusM)]];
    case "polygon":
      return [region.rings];
    case "path": {
      const { points, radiusM } = region;
      return points.slice(1).map((to, at) => [legRing(points[at] ?? to, to, radiusM)]);
    }
  }
}

export interface Bounds {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

export function boundsOf(region: Region): Bounds {
  const points = polygonsOf(region).flatMap((polygon) => polygon[0] ?? []);
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  return { south: Math.min(...lats), north: Math.max(...lats), west: Math.min(...lons), east: Math.max(...lons) };
}

/** Of an outline, the middle of its bounds: a place to write its name, never a claim. */
export function centreOf(region: Region): Position {
  if (region.shape === "circle") return region.centre;
  const { south, north, west, east } = boundsOf(region);
  return { lat: (south + north) / 2, lon: (west + east) / 2 };
}

/** From corner to corner of its bounds, in metres. */
export function spanM(region: Region): number {
  if (region.shape === "circle") return region.radiusM * 2;
  const { south, north, west, east } = boundsOf(region);
  return wayBetween({ lat: south, lon: west }, { lat: north, lon: east }).metres;
}

/** Twice the signed area in square degrees: above 0 when counter-clockwise. */
export function turnOf(ring: readonly Position[]): number {
  return ring.reduce((sum, point, at) => {
    const next = ring[(at + 1) % ring.length] ?? point;
    return sum + (point.lon * next.lat - next.lon * point.lat);
  }, 0);
}
