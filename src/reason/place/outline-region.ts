/**
 * The outline of the area where a condition holds, as GeoJSON polygons, and its area: marching squares over a grid (Lorensen and
 * Cline 1987, in two dimensions). Squares that the condition cannot cross are filled by what holds in their middle. The area is
 * that of the outline on the ellipsoid; beside it stands how much it moved when the squares were halved last.
 */
import { halfDiagonal, type Box } from "./map-box.ts";
import type { Miss } from "./clause-miss.ts";
import { steepest } from "./find-region.ts";
import { type GridPoint, ringsOf, shareInside } from "./march-squares.ts";
import { boxAreaKm2, type MultiPolygon, nested, type Ring, ringAreaKm2, simplified } from "./polygon.ts";

export type { MultiPolygon } from "./polygon.ts";

export interface Outline {
  readonly region: MultiPolygon;
  readonly areaKm2: number;
  /** By how much the area may be off, judged from the last halving. */
  readonly errorKm2: number;
}

export interface Fineness {
  /** Squares along the longer side at first and at most; in between, they are halved while the area still moves by more than the share. */
  readonly least: number;
  readonly most: number;
  readonly share: number;
}

/** For what is only drawn, and for what is answered. */
export const coarse: Fineness = { least: 48, most: 96, share: 0.02 };
export const fine: Fineness = { least: 96, most: 768, share: 0.003 };

/** `missIn`: the condition, for points of a box. */
export function outlineOf(missIn: (box: Box) => Miss, parts: readonly Box[], fineness: Fineness): Outline {
  const outlines = parts.map((box) => {
    const miss = missIn(box);
    for (let squares = fineness.least; ; squares *= 2) {
      const one = outlineOfPart(miss, box, squares);
      if (squares >= fineness.most || one.errorKm2 <= fineness.share * one.areaKm2) return one;
    }
  });
  return {
    region: { type: "MultiPolygon", coordinates: outlines.flatMap(({ region }) => region.coordinates) },
    areaKm2: outlines.reduce((sum, { areaKm2 }) => sum + areaKm2, 0),
    errorKm2: outlines.reduce((sum, { errorKm2 }) => sum + errorKm2, 0),
  };
}

/** Decimals of a degree in what is printed: a tenth of a metre, and a millimetre for parts of some metres. */
const decimals = 6;
const decimalsOfSmall = 8;

function outlineOfPart(miss: Miss, box: Box, squares: number): Outline {
  const wideM = (box.east - box.west) * Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const highM = box.north - box.south;
  const side = (length: number) => Math.max(2 * block, Math.ceil((squares * length) / Math.max(wideM, highM) / block) * block);
  const [columns, rows] = [side(wideM), side(highM)];
  // One row and column more on every side, of no width, counted as outside, so that every ring closes.
  const [width, height] = [columns + 3, rows + 3];
  const latOf = (row: number) => box.south + (Math.min(rows, Math.max(0, row - 1)) * (box.north - box.south)) / rows;
  const lonOf = (column: number) => box.west + (Math.min(columns, Math.max(0, column - 1)) * (box.east - box.west)) / columns;
  const values = new Float64Array(width * height).fill(outside);
  fillBlocks(miss, values, { width, rows, columns, latOf, lonOf });
  const small = Math.max(wideM, highM) < 0.01;
  const place = ({ x, y }: GridPoint): readonly [number, number] => [
    rounded(between(lonOf, x), small ? decimalsOfSmall : decimals),
    rounded(between(latOf, y), small ? decimalsOfSmall : decimals),
  ];
  const rings = ringsOf(values, width, height).map((ring): Ring => ring.map(place));
  const areaKm2 = Math.max(
    0,
    rings.reduce((sum, ring) => sum + ringAreaKm2(ring), 0),
  );
  const grid = { width, rows, columns, latOf, lonOf };
  return {
    // Straight sides need no corner a square: a twentieth of one is nothing that is seen.
    region: { type: "MultiPolygon", coordinates: nested(rings.map((ring) => simplified(ring, (0.05 * (box.north - box.south)) / rows))) },
    areaKm2,
    errorKm2: Math.abs(areaKm2 - areaByEverySecond(values, grid)) / 2,
  };
}

/** The same area from squares twice as wide: by how much it differs tells how far the squares are to be trusted. */
function areaByEverySecond(values: Float64Array, { width, rows, columns, latOf, lonOf }: Grid): number {
  let area = 0;
  for (let r = 1; r <= rows; r += 2) {
    const row = boxAreaKm2({ south: latOf(r), north: latOf(r + 2), west: lonOf(1), east: lonOf(3) });
    let squares = 0;
    for (let c = 1; c <= columns; c += 2) {
      const at = r * width + c;
      const a = values[at] as number;
      const b = values[at + 2] as number;
      const d = values[at + 2 * width] as number;
      const e = values[at + 2 * width + 2] as number;
      if (a <= 0 && b <= 0 && d <= 0 && e <= 0) squares++;
      else if (a <= 0 || b <= 0 || d <= 0 || e <= 0) squares += shareInside(a, b, e, d);
    }
    area += squares * row;
  }
  return area;
}

const outside = 1e12;
/** Squares a side of what is filled at once; even, so that every second line of the grid is whole as well. */
const block = 6;

interface Grid {
  readonly width: number;
  readonly rows: number;
  readonly columns: number;
  readonly latOf: (row: number) => number;
  readonly lonOf: (column: number) => number;
}

function fillBlocks(miss: Miss, values: Float64Array, { width, rows, columns, latOf, lonOf }: Grid): void {
  const open: (readonly [row: number, column: number])[] = [];
  for (let row = 1; row <= rows; row += block)
    for (let column = 1; column <= columns; column += block) {
      const cell = { south: latOf(row), west: lonOf(column), north: latOf(row + block), east: lonOf(column + block) };
      const by = miss({ lat: (cell.south + cell.north) / 2, lon: (cell.west + cell.east) / 2 });
      if (Math.abs(by) <= steepest * halfDiagonal(cell)) open.push([row, column]);
      else if (by < 0) for (let r = row; r <= row + block; r++) values.fill(-outside, r * width + column, r * width + column + block + 1);
    }
  const known = new Uint8Array(values.length);
  for (const [row, column] of open)
    for (let r = row; r <= row + block; r++)
      for (let c = column; c <= column + block; c++) {
        const at = r * width + c;
        if (known[at] === 1) continue;
        known[at] = 1;
        values[at] = miss({ lat: latOf(r), lon: lonOf(c) });
      }
}

function between(of: (line: number) => number, at: number): number {
  const low = Math.floor(at);
  return at === low ? of(low) : of(low) + (at - low) * (of(low + 1) - of(low));
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
