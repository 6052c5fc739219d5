/**
 * How far two things on the map are apart: between their nearest edges, on the ellipsoid; 0 where they meet or one lies in the other.
 * An edge is straight in longitude and latitude between its corners, as editors draw it. Which points are nearest is found in a plane
 * whose scale is that of the ellipsoid at their own latitude; the metres between them are those of the geodesic.
 */
import type { ExtractShape } from "../../core/map-extract/extract-shape.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";

export interface Nearest {
  readonly metres: number;
  readonly from: Position;
  readonly to: Position;
}

export interface ShapeBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const major = 6_378_137;
const flattening = 1 / 298.257223563;
const eccentricitySq = flattening * (2 - flattening);
const rad = Math.PI / 180;
/** The shortest degree of latitude is at the equator, metres; a little less, so that nothing is left out by it. */
const leastDegree = 110_500;

/** Metres a degree, eastward and northward, at a latitude. */
function scaleAt(lat: number): { readonly east: number; readonly north: number } {
  const sin = Math.sin(lat * rad);
  const w = 1 - eccentricitySq * sin * sin;
  const normal = major / Math.sqrt(w);
  return { east: normal * Math.cos(lat * rad) * rad, north: ((normal * (1 - eccentricitySq)) / w) * rad };
}

export function boxOfShape({ paths }: ExtractShape): ShapeBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths)
    for (let i = 0; i < path.length; i += 2) {
      west = Math.min(west, path[i] as number);
      east = Math.max(east, path[i] as number);
      south = Math.min(south, path[i + 1] as number);
      north = Math.max(north, path[i + 1] as number);
    }
  return { west, south, east, north };
}

/** A box that holds everything within so many metres. It ends at the line of 180 degrees and at the poles. */
export function widened({ west, south, east, north }: ShapeBox, metres: number): ShapeBox {
  const up = metres / leastDegree;
  const farthest = Math.min(89.9, Math.max(Math.abs(south), Math.abs(north)) + up);
  // At that latitude a degree eastward is shortest; a sphere's degree is up to 0.4 % off.
  const along = metres / (leastDegree * Math.cos(farthest * rad));
  return {
    west: Math.max(-180, west - along),
    south: Math.max(-90, south - up),
    east: Math.min(180, east + along),
    north: Math.min(90, north + up),
  };
}

/** Whether a place is inside an odd number of the rings. */
export function contains({ kind, paths }: ExtractShape, lon: number, lat: number): boolean {
  if (kind !== "area") return false;
  let inside = false;
  for (const path of paths)
    for (let i = 2; i < path.length; i += 2) {
      const [x1, y1, x2, y2] = [path[i - 2], path[i - 1], path[i], path[i + 1]] as [number, number, number, number];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  return inside;
}

/** Undefined when they are more than `within` metres apart. */
export function nearestBetween(one: ExtractShape, other: ExtractShape, within: number): Nearest | undefined {
  const overlap = insideEachOther(one, other) ?? insideEachOther(other, one);
  if (overlap !== undefined) return { metres: 0, from: overlap, to: overlap };
  let best: Nearest | undefined;
  let limit = within;
  // Only edges of the other that come near the box of the first are looked at one by one.
  const reach = widened(boxOfShape(one), within);
  for (const path of other.paths)
    eachEdge(path, (cx, cy, dx, dy) => {
      if (
        Math.max(cx, dx) < reach.west ||
        Math.min(cx, dx) > reach.east ||
        Math.max(cy, dy) < reach.south ||
        Math.min(cy, dy) > reach.north
      )
        return;
      for (const own of one.paths)
        eachEdge(own, (ax, ay, bx, by) => {
          const gap = Math.max(Math.min(ay, by) - Math.max(cy, dy), Math.min(cy, dy) - Math.max(ay, by));
          if (gap * leastDegree > limit) return;
          const found = betweenEdges(ax, ay, bx, by, cx, cy, dx, dy);
          if (found.metres > limit || (best !== undefined && found.metres >= best.metres)) return;
          best = found;
          limit = found.metres;
        });
    });
  return best;
}

/** A corner of the second that lies in the first, one looked at for each of its paths: where no edges cross, that is enough. */
function insideEachOther(area: ExtractShape, thing: ExtractShape): Position | undefined {
  if (area.kind !== "area") return undefined;
  for (const path of thing.paths) {
    const [lon, lat] = path;
    if (lon !== undefined && lat !== undefined && contains(area, lon, lat)) return { lat, lon };
  }
  return undefined;
}

/** A point is an edge without length. */
function eachEdge(path: Float64Array, use: (ax: number, ay: number, bx: number, by: number) => void): void {
  if (path.length === 2) use(path[0] as number, path[1] as number, path[0] as number, path[1] as number);
  for (let i = 2; i < path.length; i += 2) use(path[i - 2] as number, path[i - 1] as number, path[i] as number, path[i + 1] as number);
}

/** Edges this short, degrees of latitude, have one scale. */
const oneScale = 0.002;

/** Two edges, degrees. */
function betweenEdges(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): Nearest {
  let shares = nearestShares(ax, ay, bx, by, cx, cy, dx, dy, (ay + by + cy + dy) / 4);
  const latOf = ([s, t]: readonly [number, number, number]) => (ay + s * (by - ay) + cy + t * (dy - cy)) / 2;
  if (Math.max(Math.abs(by - ay), Math.abs(dy - cy), Math.abs(ay - cy)) > oneScale)
    shares = nearestShares(ax, ay, bx, by, cx, cy, dx, dy, latOf(shares));
  const [s, t] = shares;
  const from = { lat: ay + s * (by - ay), lon: ax + s * (bx - ax) };
  const to = { lat: cy + t * (dy - cy), lon: cx + t * (dx - cx) };
  const crossing = Number.isNaN(shares[2]);
  return crossing ? { metres: 0, from, to: from } : { metres: wayBetween(from, to).metres, from, to };
}

/** How far along each edge its nearest point lies, from 0 to 1; the third is the square of the distance, not a number where they cross. */
function nearestShares(
  ...[ax, ay, bx, by, cx, cy, dx, dy, lat]: [number, number, number, number, number, number, number, number, number]
): readonly [number, number, number] {
  const { east, north } = scaleAt(lat);
  const [ux, uy] = [(bx - ax) * east, (by - ay) * north];
  const [vx, vy] = [(dx - cx) * east, (dy - cy) * north];
  const [wx, wy] = [(cx - ax) * east, (cy - ay) * north];
  const cross = ux * vy - uy * vx;
  if (cross !== 0) {
    const [s, t] = [(wx * vy - wy * vx) / cross, (wx * uy - wy * ux) / cross];
    if (s >= 0 && s <= 1 && t >= 0 && t <= 1) return [s, t, Number.NaN];
  }
  let best: readonly [number, number, number] = [0, 0, Infinity];
  const look = (s: number, t: number) => {
    const [x, y] = [wx + t * vx - s * ux, wy + t * vy - s * uy];
    const sq = x * x + y * y;
    if (sq < best[2]) best = [s, t, sq];
  };
  const [uu, vv] = [ux * ux + uy * uy, vx * vx + vy * vy];
  const share = (value: number, whole: number) => (whole === 0 ? 0 : Math.min(1, Math.max(0, value / whole)));
  look(share(wx * ux + wy * uy, uu), 0);
  look(share((wx + vx) * ux + (wy + vy) * uy, uu), 1);
  look(0, share(-(wx * vx + wy * vy), vv));
  look(1, share((ux - wx) * vx + (uy - wy) * vy, vv));
  return best;
}
