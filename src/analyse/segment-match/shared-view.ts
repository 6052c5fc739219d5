/**
 * The part of the picture that both items show under a geometry, as a grid of cells: each cell is a weighted mean of a's
 * small picture and one of b's, no finer than either resolves there.
 */
import { thumbSide } from "../../core/copies/frame-prints.ts";
import { type Geometry, inverse, mapPoint } from "./geometry.ts";

/** Weighted sums of a small picture's cells, one sum a cell of the grid. */
export interface CellSums {
  readonly starts: Uint32Array;
  readonly places: Uint16Array;
  readonly weights: Float32Array;
}

export interface SharedView {
  readonly cells: number;
  readonly ofA: CellSums;
  readonly ofB: CellSums;
  /** Bounds of each cell in b's frame: x, y from, x, y to. */
  readonly boxesInB: Float64Array;
  /** Place of each cell in the grid: line * gridWidth + column. */
  readonly grid: Uint16Array;
  /** Bounds of what is shared: x, y from, x, y to. */
  readonly partOfA: readonly [number, number, number, number];
  readonly partOfB: readonly [number, number, number, number];
}

/** Lines of the grid are counted this long, so that neighbours in a line are never those of the next. */
export const gridWidth = 64;
const mostCells = 12;
/** Cells of the small picture in one of the view: with fewer, the two are smoothed too differently to agree. */
const cellsOfThumb = 1.5;
const leastCells = 16;
const samples = 4;

/** Null where too little is shared to compare. */
export function sharedView(aToB: Geometry): SharedView | null {
  const partOfA = sharedPart(inverse(aToB));
  const partOfB = sharedPart(aToB);
  if (!partOfA || !partOfB) return null;
  const across = (part: readonly [number, number, number, number], of: 0 | 1): number => (part[of + 2] as number) - part[of];
  const turned = Math.abs(aToB[1] ?? 0) > Math.abs(aToB[0] ?? 0);
  const fit = (inA: number, inB: number): number =>
    Math.max(3, Math.min(mostCells, Math.round((thumbSide * Math.min(inA, inB)) / cellsOfThumb)));
  const columns = fit(across(partOfA, 0), across(partOfB, turned ? 1 : 0));
  const rows = fit(across(partOfA, 1), across(partOfB, turned ? 0 : 1));
  const sumsA = cellSums();
  const sumsB = cellSums();
  const boxes: number[] = [];
  const grid: number[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const pointsA: number[] = [];
      const pointsB: number[] = [];
      let inside = true;
      const box: [number, number, number, number] = [1, 1, 0, 0];
      for (let sample = 0; sample < samples * samples && inside; sample += 1) {
        const x = partOfA[0] + ((column + ((sample % samples) + 0.5) / samples) * across(partOfA, 0)) / columns;
        const y = partOfA[1] + ((row + (Math.floor(sample / samples) + 0.5) / samples) * across(partOfA, 1)) / rows;
        const [u, v] = mapPoint(aToB, x, y);
        inside = u >= 0 && u <= 1 && v >= 0 && v <= 1;
        pointsA.push(x, y);
        pointsB.push(u, v);
        box.splice(0, 4, Math.min(box[0], u), Math.min(box[1], v), Math.max(box[2], u), Math.max(box[3], v));
      }
      if (!inside) continue;
      sumsA.add(pointsA);
      sumsB.add(pointsB);
      boxes.push(...box);
      grid.push(row * gridWidth + column);
    }
  const cells = grid.length;
  if (cells < leastCells) return null;
  return {
    cells,
    ofA: sumsA.done(),
    ofB: sumsB.done(),
    boxesInB: Float64Array.from(boxes),
    grid: Uint16Array.from(grid),
    partOfA,
    partOfB,
  };
}

/** Bounds, in the frame that `map` leads to, of what the other frame shows of it. */
function sharedPart(map: Geometry): readonly [number, number, number, number] | null {
  const steps = 24;
  let [fromX, fromY, toX, toY] = [1, 1, 0, 0];
  for (let row = 0; row <= steps; row += 1)
    for (let column = 0; column <= steps; column += 1) {
      const [x, y] = mapPoint(map, column / steps, row / steps);
      if (x < -0.02 || x > 1.02 || y < -0.02 || y > 1.02) continue;
      fromX = Math.min(fromX, x);
      fromY = Math.min(fromY, y);
      toX = Math.max(toX, x);
      toY = Math.max(toY, y);
    }
  const part = [Math.max(0, fromX), Math.max(0, fromY), Math.min(1, toX), Math.min(1, toY)] as const;
  return part[2] - part[0] > 0.08 && part[3] - part[1] > 0.08 ? part : null;
}

/** Gathers means over points, each point read between the four cells around it. */
function cellSums(): { add: (points: readonly number[]) => void; done: () => CellSums } {
  const starts: number[] = [0];
  const places: number[] = [];
  const weights: number[] = [];
  return {
    add(points) {
      const sums = new Map<number, number>();
      const share = 2 / points.length;
      for (let at = 0; at < points.length; at += 2) {
        const x = Math.max(0, Math.min(thumbSide - 1, (points[at] ?? 0) * thumbSide - 0.5));
        const y = Math.max(0, Math.min(thumbSide - 1, (points[at + 1] ?? 0) * thumbSide - 0.5));
        const [left, top] = [Math.min(thumbSide - 2, Math.floor(x)), Math.min(thumbSide - 2, Math.floor(y))];
        const [right, low] = [x - left, y - top];
        for (const [dx, dy, weight] of [
          [0, 0, (1 - right) * (1 - low)],
          [1, 0, right * (1 - low)],
          [0, 1, (1 - right) * low],
          [1, 1, right * low],
        ] as const) {
          const place = (top + dy) * thumbSide + left + dx;
          if (weight > 0) sums.set(place, (sums.get(place) ?? 0) + weight * share);
        }
      }
      for (const [place, weight] of sums) {
        places.push(place);
        weights.push(weight);
      }
      starts.push(places.length);
    },
    done: () => ({ starts: Uint32Array.from(starts), places: Uint16Array.from(places), weights: Float32Array.from(weights) }),
  };
}
