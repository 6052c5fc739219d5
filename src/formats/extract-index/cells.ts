/**
 * Squares of the map by which an index is asked: each thing stands in one square, of the smallest size that its box fits into, by
 * its south-west corner. So a box is asked for by ranges of squares of each size in use, one square more to the south and west.
 * An R-tree of SQLite was the other choice; it would hold the tag as a third dimension of another kind, and is filled row by row,
 * while these keys are sorted once and written in order.
 */

/** Ten-millionths of a degree. */
export interface IntBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Sides of squares are powers of two of ten-millionths of a degree: from 0.013 degrees (1.5 km) to more than the whole earth. */
export const leastLevel = 17;
export const mostLevel = 32;
const perRow = 2 ** 15;
const perLevel = 2 ** 30;
/** Rows of squares asked one by one; more are asked as one range, and their boxes looked at. */
const rowsAtMost = 64;

export interface Cell {
  readonly level: number;
  readonly key: number;
}

export function cellOf({ west, south, east, north }: IntBox): Cell {
  const span = Math.max(east - west, north - south);
  let level = leastLevel;
  while (level < mostLevel && span > 2 ** level) level++;
  return { level, key: keyOf(level, Math.floor((west + 180e7) / 2 ** level), Math.floor((south + 90e7) / 2 ** level)) };
}

function keyOf(level: number, column: number, row: number): number {
  return level * perLevel + row * perRow + column;
}

/** Ranges of keys, both ends in it, that hold everything which may meet the box; `levels` has a bit for each level in use. */
export function rangesFor({ west, south, east, north }: IntBox, levels: number): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  for (let level = leastLevel; level <= mostLevel; level++) {
    if ((levels & levelBit(level)) === 0) continue;
    const side = 2 ** level;
    const at = (value: number) => Math.max(0, Math.floor(value / side));
    const [first, last] = [Math.max(0, at(west + 180e7) - 1), at(east + 180e7)];
    const [low, high] = [Math.max(0, at(south + 90e7) - 1), at(north + 90e7)];
    if (high - low >= rowsAtMost) ranges.push([keyOf(level, 0, low), keyOf(level, perRow - 1, high)]);
    else for (let row = low; row <= high; row++) ranges.push([keyOf(level, first, row), keyOf(level, last, row)]);
  }
  return ranges;
}

export function levelBit(level: number): number {
  return 1 << (level - leastLevel);
}
