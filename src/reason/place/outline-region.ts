/** The outline of the area where a condition holds, as GeoJSON polygons: marching squares over a grid (Lorensen and Cline 1987, in two dimensions). */
import { wayBetween, wrap } from "../../core/place/geodesic.ts";
import type { Miss } from "./clause-miss.ts";
import type { Box } from "./find-region.ts";

export type Ring = readonly (readonly [lon: number, lat: number])[];

export interface MultiPolygon {
  readonly type: "MultiPolygon";
  /** RFC 7946: the outer ring counterclockwise, then its holes clockwise; each ring ends where it begins. */
  readonly coordinates: readonly (readonly Ring[])[];
}

/** Squares a side. */
const squaresASide = 160;
/** Decimals of a degree in what is printed: a tenth of a metre. */
const decimals = 6;

export function outlineOf(miss: Miss, box: Box | undefined, squares = squaresASide): MultiPolygon {
  if (box === undefined) return { type: "MultiPolygon", coordinates: [] };
  const [high, wide] = [(box.north - box.south) / squares, (box.east - box.west) / squares];
  // One square more on every side, counted as outside, so that every ring closes.
  const size = squares + 3;
  const values = new Float64Array(size * size);
  const latOf = (row: number) => box.south + (row - 1) * high;
  const lonOf = (column: number) => box.west + (column - 1) * wide;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const edge = row === 0 || column === 0 || row === size - 1 || column === size - 1;
      const value = miss({ lat: latOf(row), lon: lonOf(column) });
      values[row * size + column] = edge ? Math.max(value, 1e-9) : value;
    }
  const rings = ringsOf(values, size).map((ring) => ring.map(([x, y]): [number, number] => [rounded(lonOf(x)), rounded(latOf(y))]));
  return { type: "MultiPolygon", coordinates: nested(rings) };
}

/** The middle of the area of a region (of each polygon by its outer ring and holes, in degrees), and how far its farthest corner lies from there. */
export function extentOf({ coordinates }: MultiPolygon): { centroid: { lat: number; lon: number } | null; radiusKm: number | null } {
  let [area, x, y] = [0, 0, 0];
  for (const ring of coordinates.flat())
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]] as [readonly [number, number], readonly [number, number]];
      const cross = x1 * y2 - x2 * y1;
      area += cross;
      x += (x1 + x2) * cross;
      y += (y1 + y2) * cross;
    }
  if (area === 0) return { centroid: null, radiusKm: null };
  const centroid = { lat: y / (3 * area), lon: x / (3 * area) };
  const farthest = coordinates.flat(2).reduce((far, [lon, lat]) => Math.max(far, wayBetween(centroid, { lat, lon }).metres), 0);
  return { centroid: { lat: centroid.lat, lon: wrap(centroid.lon) }, radiusKm: farthest / 1000 };
}

function rounded(value: number): number {
  return Number(value.toFixed(decimals));
}

type Point = readonly [x: number, y: number];

/** Rings in squares of the grid, with the inside on the left. */
function ringsOf(values: Float64Array, size: number): Point[][] {
  const value = (column: number, row: number) => values[row * size + column] as number;
  const inside = (column: number, row: number) => value(column, row) <= 0;
  const between = (a: number, b: number) => a / (a - b);
  /** Each crossing of a grid line is named by that line; a segment leads from one to the next. */
  const next = new Map<string, { readonly to: string; readonly at: Point }[]>();
  const add = (from: Crossing, to: Crossing) => next.set(from.name, [...(next.get(from.name) ?? []), { to: to.name, at: from.at }]);
  for (let row = 0; row + 1 < size; row++)
    for (let column = 0; column + 1 < size; column++) {
      const corners = [inside(column, row), inside(column + 1, row), inside(column + 1, row + 1), inside(column, row + 1)];
      if (corners.every(Boolean) || !corners.some(Boolean)) continue;
      const sides: readonly (() => Crossing)[] = [
        () => ({ name: `h${column},${row}`, at: [column + between(value(column, row), value(column + 1, row)), row] }),
        () => ({ name: `v${column + 1},${row}`, at: [column + 1, row + between(value(column + 1, row), value(column + 1, row + 1))] }),
        () => ({ name: `h${column},${row + 1}`, at: [column + between(value(column, row + 1), value(column + 1, row + 1)), row + 1] }),
        () => ({ name: `v${column},${row}`, at: [column, row + between(value(column, row), value(column, row + 1))] }),
      ];
      // Going round the square, the outline enters where inside turns to outside and leaves where it turns back: so the inside stays on the left.
      const out = corners.flatMap((here, i) => (here && !(corners[(i + 1) % 4] as boolean) ? [i] : []));
      for (const i of out) {
        let back = (i + 1) % 4;
        while (!(!corners[back] && corners[(back + 1) % 4])) back = (back + 1) % 4;
        add((sides[i] as () => Crossing)(), (sides[back] as () => Crossing)());
      }
    }
  const rings: Point[][] = [];
  while (next.size > 0) {
    const first = next.keys().next().value as string;
    const ring: Point[] = [];
    for (let name: string = first; next.has(name);) {
      const steps = next.get(name) as { readonly to: string; readonly at: Point }[];
      const step = steps.pop() as { readonly to: string; readonly at: Point };
      if (steps.length === 0) next.delete(name);
      ring.push(step.at);
      name = step.to;
    }
    if (ring.length >= 3) rings.push([...ring, ring[0] as Point]);
  }
  return rings;
}

interface Crossing {
  readonly name: string;
  readonly at: Point;
}

/** Outer rings with the holes that lie in them; a ring of no area is left out. */
function nested(rings: readonly Ring[]): Ring[][] {
  const outer = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const around = outer.filter(([ring]) => contains(ring as Ring, hole[0] as readonly [number, number]));
    const smallest = around.sort(([a], [b]) => signedArea(a as Ring) - signedArea(b as Ring))[0];
    smallest?.push(hole);
  }
  return outer;
}

function signedArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]] as [readonly [number, number], readonly [number, number]];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

function contains(ring: Ring, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]] as [readonly [number, number], readonly [number, number]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
