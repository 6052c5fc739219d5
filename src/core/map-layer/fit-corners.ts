/**
 * Lays a picture on the ground from pairs of a point in it and the same point on the map, by least squares: straight from above
 * (affine, three pairs and more) or at a slant (projective, four and more). With pairs to spare the residuals say how well it lies;
 * without any they say nothing, and are null.
 */
import type { Position } from "../place/region.ts";
import type { Corners } from "./map-layer.ts";

export interface PicturePair {
  /** In pixels of the picture as it is shown, from its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly lat: number;
  readonly lon: number;
}

export type CornerFit = "affine" | "projective";

export interface FittedCorners {
  readonly corners: Corners;
  /** How far each pair is off, metres; null when there is none to spare. */
  readonly residualsM: readonly number[] | null;
  /** Root of their mean square. */
  readonly rmsM: number | null;
}

const earthM = 40_075_016.686;
const rad = Math.PI / 180;

/** Undefined when there are too few pairs, or they lie on a line. */
export function fitCorners(
  pairs: readonly PicturePair[],
  size: { readonly width: number; readonly height: number },
  fit: CornerFit,
): FittedCorners | undefined {
  const unknowns = fit === "affine" ? 6 : 8;
  if (pairs.length * 2 < unknowns) return undefined;
  const onMap = pairs.map(toMap);
  // Both sides around their own middle and about 1 wide, so that the equations stay even.
  const from = evened(pairs.map(({ x, y }) => [x / size.width, y / size.height]));
  const to = evened(onMap);
  if (from === undefined || to === undefined) return undefined;
  const rows = from.points.flatMap(([u, v], n) => {
    const [X = 0, Y = 0] = to.points[n] ?? [];
    const slant =
      fit === "affine"
        ? [[], []]
        : [
            [-u * X, -v * X],
            [-u * Y, -v * Y],
          ];
    return [
      { row: [u, v, 1, 0, 0, 0, ...(slant[0] ?? [])], value: X },
      { row: [0, 0, 0, u, v, 1, ...(slant[1] ?? [])], value: Y },
    ];
  });
  const h = leastSquares(rows, unknowns);
  if (h === undefined) return undefined;
  const place = (x: number, y: number): Position => {
    const [u, v] = from.even([x / size.width, y / size.height]);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0] = h;
    const w = g * u + k * v + 1;
    return fromMap(to.back([(a * u + b * v + c) / w, (d * u + e * v + f) / w]));
  };
  const { width, height } = size;
  const corners: Corners = [place(0, 0), place(width, 0), place(width, height), place(0, height)];
  if (!corners.every(({ lat, lon }) => Math.abs(lat) < 86 && Math.abs(lon) <= 180)) return undefined;
  if (pairs.length * 2 === unknowns) return { corners, residualsM: null, rmsM: null };
  const residualsM = pairs.map(({ x, y }, n) => {
    const [mx = 0, my = 0] = onMap[n] ?? [];
    const [px, py] = toMap(place(x, y));
    return Math.hypot(px - mx, py - my) * earthM * Math.cos((pairs[n]?.lat ?? 0) * rad);
  });
  return { corners, residualsM, rmsM: Math.sqrt(residualsM.reduce((sum, one) => sum + one * one, 0) / residualsM.length) };
}

type XY = readonly [number, number];

function toMap({ lat, lon }: { readonly lat: number; readonly lon: number }): XY {
  return [(lon + 180) / 360, (1 - Math.asinh(Math.tan(lat * rad)) / Math.PI) / 2];
}

function fromMap([x, y]: XY): Position {
  return { lat: Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / rad, lon: x * 360 - 180 };
}

function evened(points: readonly XY[]) {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const spread = Math.sqrt(points.reduce((sum, [x, y]) => sum + (x - mx) ** 2 + (y - my) ** 2, 0) / points.length);
  if (!(spread > 1e-12)) return undefined;
  const even = ([x, y]: XY): XY => [(x - mx) / spread, (y - my) / spread];
  return { points: points.map(even), even, back: ([x, y]: XY): XY => [x * spread + mx, y * spread + my] };
}

/** By the normal equations and elimination with pivots. Undefined when they do not settle it. */
function leastSquares(
  rows: readonly { readonly row: readonly number[]; readonly value: number }[],
  unknowns: number,
): number[] | undefined {
  const matrix = Array.from({ length: unknowns }, (_, i) => [
    ...Array.from({ length: unknowns }, (_unused, j) => rows.reduce((sum, { row }) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
    rows.reduce((sum, { row, value }) => sum + (row[i] ?? 0) * value, 0),
  ]);
  for (let column = 0; column < unknowns; column++) {
    const pivot = matrix
      .slice(column)
      .reduce((best, row, n) => (Math.abs(row[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0) ? n + column : best), column);
    const swapped = matrix[pivot];
    if (swapped === undefined || Math.abs(swapped[column] ?? 0) < 1e-9) return undefined;
    [matrix[pivot], matrix[column]] = [matrix[column] ?? [], swapped];
    for (const [n, row] of matrix.entries()) {
      if (n === column) continue;
      const factor = (row[column] ?? 0) / (swapped[column] ?? 1);
      for (let at = column; at <= unknowns; at++) row[at] = (row[at] ?? 0) - factor * (swapped[at] ?? 0);
    }
  }
  return matrix.map((row, n) => (row[unknowns] ?? 0) / (row[n] ?? 1));
}
