/** GeoJSON polygons of regions: how rings nest, how large they are on the ellipsoid, where their middle is. */
import { wayBetween, wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";

type Place = readonly [lon: number, lat: number];
export type Ring = readonly Place[];

export interface MultiPolygon {
  readonly type: "MultiPolygon";
  /** RFC 7946: the outer ring counterclockwise, then its holes clockwise; each ring ends where it begins; none crosses 180 degrees. */
  readonly coordinates: readonly (readonly Ring[])[];
}

/** Outer rings with the holes that lie in them; a ring of no area is left out. */
export function nested(rings: readonly Ring[]): Ring[][] {
  const sized = rings.map((ring) => ({ ring, area: flatArea(ring) }));
  const outer = sized.filter(({ area }) => area > 0).map(({ ring, area }) => ({ rings: [ring], area }));
  for (const { ring: hole, area } of sized) {
    if (area >= 0) continue;
    const around = outer.filter(({ rings: [ring] }) => contains(ring as Ring, hole[0] as Place));
    around.sort((a, b) => a.area - b.area)[0]?.rings.push(hole);
  }
  return outer.map((one) => one.rings);
}

function flatArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]] as [Place, Place];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

function contains(ring: Ring, [x, y]: Place): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]] as [Place, Place];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** A ring without the corners that lie within so many degrees of latitude of the line between those that stay (Douglas and Peucker 1973). */
export function simplified(ring: Ring, toleranceDeg: number): Ring {
  const end = ring.length - 1;
  if (end < 4) return ring;
  const [first] = ring as readonly [Place];
  const shrink = Math.cos((first[1] * Math.PI) / 180);
  const offLine = ([x, y]: Place, [x1, y1]: Place, [x2, y2]: Place): number => {
    const [dx, dy, px, py] = [(x2 - x1) * shrink, y2 - y1, (x - x1) * shrink, y - y1];
    const length2 = dx * dx + dy * dy;
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
    return Math.hypot(px - share * dx, py - share * dy);
  };
  const farthest = (from: number, to: number): readonly [at: number, off: number] => {
    let [best, off] = [from, 0];
    for (let i = from + 1; i < to; i++) {
      const here = offLine(ring[i] as Place, ring[from] as Place, ring[to] as Place);
      if (here > off) [best, off] = [i, here];
    }
    return [best, off];
  };
  const kept = new Set([0, end]);
  // A ring begins where it ends: its far corner cuts it in two.
  const [far] = farthest(0, end);
  const open: [number, number][] = [
    [0, far],
    [far, end],
  ];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    kept.add(part[0]).add(part[1]);
    const [at, off] = farthest(...part);
    if (off > toleranceDeg) open.push([part[0], at], [at, part[1]]);
  }
  return kept.size < 4 ? ring : ring.filter((_, i) => kept.has(i));
}

const major = 6_378_137;
const eccentricity = 0.0818191908426215;

/** A map of equal areas: length along the meridian for a degree of longitude, by authalic latitude (Snyder, Map Projections, 1987, equation 3-12). */
function heightOf(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return (1 - eccentricity ** 2) * (sin / (1 - (eccentricity * sin) ** 2) + Math.atanh(eccentricity * sin) / eccentricity);
}

/** Square kilometres within a ring, positive counterclockwise: on the map of equal areas, seen from the ring's own first corner so that small ones keep their digits. */
export function ringAreaKm2(ring: Ring): number {
  const [first] = ring;
  if (first === undefined) return 0;
  const base = heightOf(first[1]);
  let twice = 0;
  let [x1, y1] = [0, 0];
  for (const [lon, lat] of ring) {
    const [x2, y2] = [((lon - first[0]) * Math.PI) / 180, (heightOf(lat) - base) / 2];
    twice += x1 * y2 - x2 * y1;
    [x1, y1] = [x2, y2];
  }
  return ((twice / 2) * major ** 2) / 1e6;
}

/** Between two parallels and two meridians. */
export function boxAreaKm2({ south, west, north, east }: { south: number; west: number; north: number; east: number }): number {
  return ((((east - west) * Math.PI) / 180) * major ** 2 * (heightOf(north) - heightOf(south))) / 2 / 1e6;
}

/** The middle of a region by area, and how far its farthest corner lies from there; null for none. Parts to both sides of 180 degrees are seen together. */
export function extentOf({ coordinates }: MultiPolygon): { centroid: Position | null; radiusKm: number | null } {
  const start = coordinates[0]?.[0]?.[0];
  if (start === undefined) return { centroid: null, radiusKm: null };
  let [area, x, y] = [0, 0, 0];
  for (const ring of coordinates.flat()) {
    const near = wrap((ring[0]?.[0] ?? 0) - start[0]) - ((ring[0]?.[0] ?? 0) - start[0]);
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[lon1, lat1], [lon2, lat2]] = [ring[i], ring[i + 1]] as [Place, Place];
      const [x1, y1, x2, y2] = [lon1 + near - start[0], lat1 - start[1], lon2 + near - start[0], lat2 - start[1]];
      const cross = x1 * y2 - x2 * y1;
      area += cross;
      x += (x1 + x2) * cross;
      y += (y1 + y2) * cross;
    }
  }
  if (area === 0) return { centroid: null, radiusKm: null };
  const centroid = { lat: Math.min(90, Math.max(-90, start[1] + y / (3 * area))), lon: wrap(start[0] + x / (3 * area)) };
  const farthest = coordinates.flat(2).reduce((far, [lon, lat]) => Math.max(far, wayBetween(centroid, { lat, lon }).metres), 0);
  return { centroid, radiusKm: farthest / 1000 };
}
