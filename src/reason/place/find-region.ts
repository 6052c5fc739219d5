/**
 * The area where several conditions hold at once. Conditions are given as metres by which a point misses them; none changes
 * faster than a metre a metre, so a cell of the map whose middle misses by more than its half diagonal lies outside, and one
 * that is inside by as much lies inside; the rest is cut in four. Areas are those of cells on the ellipsoid.
 */
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { Miss } from "./clause-miss.ts";

/** Degrees; east may go beyond 180. */
export interface Box {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A box around everything within so many metres of a point. */
export function boxAround(at: Position, metres: number): Box {
  const [north, east, south, west] = [0, 90, 180, 270].map((bearing) => destination(at, bearing, metres)) as [
    Position,
    Position,
    Position,
    Position,
  ];
  return { south: south.lat, west: west.lon, north: north.lat, east: east.lon };
}

export function boxOfBoth(a: Box, b: Box): Box | undefined {
  const box = {
    south: Math.max(a.south, b.south),
    west: Math.max(a.west, b.west),
    north: Math.min(a.north, b.north),
    east: Math.min(a.east, b.east),
  };
  return box.south < box.north && box.west < box.east ? box : undefined;
}

export function boxOfAny(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    south: Math.min(...boxes.map(({ south }) => south)),
    west: Math.min(...boxes.map(({ west }) => west)),
    north: Math.max(...boxes.map(({ north }) => north)),
    east: Math.max(...boxes.map(({ east }) => east)),
  };
}

/** The worst of several conditions. */
export function worstOf(misses: readonly Miss[]): Miss {
  return (at) => {
    let worst = -Infinity;
    for (const miss of misses) worst = Math.max(worst, miss(at));
    return worst;
  };
}

/** Cells are cut until their side is this share of the box's. Area is then right within 1 % for regions of a hundredth of the box. */
const depthAtMost = 10;
const depthAtLeast = 4;

export interface FoundArea {
  readonly areaKm2: number;
  /** Around the region alone; undefined when there is none. */
  readonly box: Box | undefined;
}

export function areaOf(miss: Miss, box: Box): FoundArea {
  let area = 0;
  const found: Box[] = [];
  const cut = (cell: Box, depth: number): void => {
    const middle = { lat: (cell.south + cell.north) / 2, lon: (cell.west + cell.east) / 2 };
    const half = wayBetween(middle, { lat: cell.north, lon: cell.east }).metres;
    const by = miss(middle);
    // A wedge near its tip bends faster than its distance says: twice the half diagonal is safe.
    if (depth >= depthAtLeast && by > 2 * half) return;
    if ((depth >= depthAtLeast && by < -2 * half) || depth === depthAtMost) {
      if (by > 0) return;
      area += cellKm2(cell);
      found.push(cell);
      return;
    }
    for (const south of [cell.south, middle.lat])
      for (const west of [cell.west, middle.lon])
        cut({ south, west, north: south + (cell.north - cell.south) / 2, east: west + (cell.east - cell.west) / 2 }, depth + 1);
  };
  cut(box, 0);
  return { areaKm2: area, box: found.length === 0 ? undefined : around(found) };
}

function around(cells: readonly Box[]): Box {
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const cell of cells) {
    south = Math.min(south, cell.south);
    west = Math.min(west, cell.west);
    north = Math.max(north, cell.north);
    east = Math.max(east, cell.east);
  }
  return { south, west, north, east };
}

/** Area between two parallels and two meridians on the WGS 84 ellipsoid (Snyder, Map Projections, 1987, equation 3-12). */
function cellKm2({ south, west, north, east }: Box): number {
  const q = (lat: number) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    return (1 - eccentricity ** 2) * (sin / (1 - (eccentricity * sin) ** 2) + Math.atanh(eccentricity * sin) / eccentricity);
  };
  return ((((east - west) * Math.PI) / 180) * major ** 2 * (q(north) - q(south))) / 2 / 1e6;
}

const major = 6_378_137;
const eccentricity = 0.0818191908426215;

export interface LeastMiss {
  readonly at: Position;
  readonly metres: number;
}

/** Points a side at which each look for the least miss is begun, and how often it is narrowed. */
const looks = { points: 96, narrowed: 7 };

/** The point of the box at which the others hold and `miss` is least; undefined when the others hold nowhere that was looked at. */
export function leastMiss(miss: Miss, others: Miss, box: Box): LeastMiss | undefined {
  let best: LeastMiss | undefined;
  let window = box;
  for (let look = 0; look <= looks.narrowed; look++) {
    const [high, wide] = [(window.north - window.south) / looks.points, (window.east - window.west) / looks.points];
    for (let row = 0; row <= looks.points; row++) {
      for (let column = 0; column <= looks.points; column++) {
        const at = { lat: window.south + row * high, lon: window.west + column * wide };
        if (others(at) > 0) continue;
        const metres = miss(at);
        if (best === undefined || metres < best.metres) best = { at, metres };
      }
    }
    if (best === undefined) return undefined;
    const { lat, lon } = best.at;
    window = { south: lat - 3 * high, north: lat + 3 * high, west: lon - 3 * wide, east: lon + 3 * wide };
  }
  return best;
}
