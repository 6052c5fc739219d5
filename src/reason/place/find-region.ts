/**
 * Where the area lies in which several conditions hold at once. Conditions are given as metres by which a point misses them.
 * None changes faster than `steepest` metres a metre, so that a cell of the map whose middle misses by more than that share of
 * its half diagonal holds no part of the region; the rest is cut in four, until what is left shows the region's own shape.
 */
import type { Miss } from "./clause-miss.ts";
import { apart, type Box, halfDiagonal, middleOf } from "./map-box.ts";

/** Near the tip of a wedge, and of a heading some thousand kilometres away, a miss changes faster than a metre a metre: twice is safe. */
export const steepest = 2;

/** Cells are cut until there are so many, or until they are smaller than anything that words can tell apart. */
const cellsEnough = 160;
const smallestM = 0.1;
const depthAtMost = 26;

/** Boxes around the parts of the region; a part may be in none of two, never in both. */
export function findRegion(miss: Miss, boxes: readonly Box[]): Box[] {
  return apart(boxes).flatMap((box) => partsOf(miss, box));
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function partsOf(miss: Miss, box: Box): Box[] {
  let cells: Cell[] = [{ row: 0, column: 0 }];
  let depth = 0;
  const boxOf = ({ row, column }: Cell): Box => {
    const [high, wide] = [(box.north - box.south) / 2 ** depth, (box.east - box.west) / 2 ** depth];
    const [south, west] = [box.south + row * high, box.west + column * wide];
    return { south, west, north: south + high, east: west + wide };
  };
  for (; cells.length > 0 && cells.length < cellsEnough && depth < depthAtMost;) {
    depth++;
    let size = Infinity;
    cells = cells
      .flatMap(({ row, column }) => [0, 1].flatMap((r) => [0, 1].map((c) => ({ row: 2 * row + r, column: 2 * column + c }))))
      .filter((cell) => {
        const part = boxOf(cell);
        size = halfDiagonal(part);
        return miss(middleOf(part)) <= steepest * size;
      });
    if (size < smallestM) break;
  }
  // What stays possible down to the last depth without a point that holds is no region.
  return components(cells).map((some) => some.map(boxOf).reduce(aroundBoth));
}

function aroundBoth(a: Box, b: Box): Box {
  return {
    south: Math.min(a.south, b.south),
    west: Math.min(a.west, b.west),
    north: Math.max(a.north, b.north),
    east: Math.max(a.east, b.east),
  };
}

/** Cells that touch, at a side or a corner, belong together; parts whose boxes overlap are looked at as one. */
function components(cells: readonly Cell[]): Cell[][] {
  // Rows and columns count up to 2 to the depth: their pair fits a number.
  const key = (row: number, column: number) => row * 2 ** 26 + column;
  const left = new Map(cells.map((cell) => [key(cell.row, cell.column), cell]));
  const found: Cell[][] = [];
  for (const cell of cells) {
    if (!left.delete(key(cell.row, cell.column))) continue;
    const some = [cell];
    for (const { row, column } of some)
      for (const r of [row - 1, row, row + 1])
        for (const c of [column - 1, column, column + 1]) {
          const next = left.get(key(r, c));
          if (next === undefined) continue;
          left.delete(key(r, c));
          some.push(next);
        }
    found.push(some);
  }
  return merged(found);
}

function merged(parts: readonly Cell[][]): Cell[][] {
  const found: Cell[][] = [];
  for (let next of parts) {
    for (let i = 0; i < found.length;) {
      if (meets(found[i] as Cell[], next)) {
        next = [...(found[i] as Cell[]), ...next];
        found.splice(i, 1);
        i = 0;
      } else i++;
    }
    found.push(next);
  }
  return found;
}

function meets(a: readonly Cell[], b: readonly Cell[]): boolean {
  const [[r0, r1, c0, c1], [s0, s1, d0, d1]] = [boundsOf(a), boundsOf(b)];
  return r0 <= s1 && s0 <= r1 && c0 <= d1 && d0 <= c1;
}

function boundsOf(cells: readonly Cell[]): readonly [number, number, number, number] {
  let [r0, r1, c0, c1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { row, column } of cells)
    [r0, r1, c0, c1] = [Math.min(r0, row), Math.max(r1, row), Math.min(c0, column), Math.max(c1, column)];
  return [r0, r1, c0, c1];
}
