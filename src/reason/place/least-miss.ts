/** Of all points at which some conditions hold, the one that misses another by least: best cell first, then closing in. */
import { destination } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { Miss } from "./clause-miss.ts";
import { steepest } from "./find-region.ts";
import { type Box, halfDiagonal, middleOf, quarters } from "./map-box.ts";

export interface LeastMiss {
  readonly at: Position;
  readonly metres: number;
}

/** Looks at a point at most; enough for metres in regions of thousands of kilometres. */
const looksAtMost = 2500;
const nearEnoughM = 0.5;

interface Cell {
  readonly box: Box;
  /** No point of the cell misses by less. */
  readonly least: number;
}

/** Undefined when the others hold nowhere, or nowhere with less than `below`. */
export function leastMiss(miss: Miss, others: Miss, boxes: readonly Box[], below = Infinity): LeastMiss | undefined {
  let best: LeastMiss | undefined;
  const bound = () => Math.min(below, best?.metres ?? Infinity);
  let looks = 0;
  const heap: Cell[] = [];
  const look = (box: Box) => {
    looks++;
    const at = middleOf(box);
    const reach = steepest * halfDiagonal(box);
    const off = others(at);
    if (off > reach) return;
    const metres = miss(at);
    if (off <= 0 && metres < bound()) best = { at, metres };
    push(heap, { box, least: metres - reach });
  };
  boxes.forEach(look);
  while (looks < looksAtMost) {
    const cell = pop(heap);
    if (cell === undefined || cell.least >= bound() - nearEnoughM || halfDiagonal(cell.box) < 0.01) break;
    quarters(cell.box).forEach(look);
  }
  return best === undefined ? undefined : closedIn(miss, others, best, boxes);
}

const directions = 24;

/** Steps in every direction, shorter each time that none helps. */
function closedIn(miss: Miss, others: Miss, from: LeastMiss, boxes: readonly Box[]): LeastMiss {
  let best = from;
  for (let step = Math.max(1, Math.min(...boxes.map(halfDiagonal)) / 200); step > 0.01;) {
    let moved = false;
    for (let i = 0; i < directions; i++) {
      const { lat, lon } = destination(best.at, (i * 360) / directions, step);
      const at = { lat, lon };
      if (others(at) > 0) continue;
      const metres = miss(at);
      if (metres >= best.metres) continue;
      best = { at, metres };
      moved = true;
    }
    if (!moved) step /= 2;
  }
  return best;
}

function push(heap: Cell[], cell: Cell): void {
  let at = heap.push(cell) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if ((heap[up] as Cell).least <= cell.least) break;
    heap[at] = heap[up] as Cell;
    at = up;
  }
  heap[at] = cell;
}

function pop(heap: Cell[]): Cell | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && (heap[down + 1] as Cell).least < (heap[down] as Cell).least) down++;
    if ((heap[down] as Cell).least >= last.least) break;
    heap[at] = heap[down] as Cell;
    at = down;
  }
  heap[at] = last;
  return first;
}
