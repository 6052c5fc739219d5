/** Covered cells of a view as boxes in b's frame: one for each group of neighbours. */
import type { FrameBox } from "../../core/observation/observation.ts";
import { asBox } from "./describe-edit.ts";
import { type SharedView, gridWidth } from "./shared-view.ts";

/** Groups smaller than this are errors of the measurement. */
const leastCells = 2;
const mostAreas = 64;

export function coveredAreas(view: SharedView, open: Float32Array): FrameBox[] {
  const areas: { cells: number; box: [number, number, number, number] }[] = [];
  const seen = new Uint8Array(view.cells);
  const at = new Map<number, number>();
  for (let cell = 0; cell < view.cells; cell += 1) at.set(view.grid[cell] ?? -1, cell);
  for (let first = 0; first < view.cells; first += 1) {
    if (seen[first] === 1 || (open[first] ?? 1) > 0) continue;
    const group = [first];
    seen[first] = 1;
    const box: [number, number, number, number] = [1, 1, 0, 0];
    for (let next = 0; next < group.length; next += 1) {
      const cell = group[next] ?? 0;
      for (let side = 0; side < 4; side += 1)
        box[side] = (side < 2 ? Math.min : Math.max)(box[side] ?? 0, view.boxesInB[cell * 4 + side] ?? 0);
      const place = view.grid[cell] ?? 0;
      for (const beside of [place - 1, place + 1, place - gridWidth, place + gridWidth]) {
        const other = at.get(beside);
        if (other === undefined || seen[other] === 1 || (open[other] ?? 1) > 0) continue;
        seen[other] = 1;
        group.push(other);
      }
    }
    if (group.length >= leastCells) areas.push({ cells: group.length, box });
  }
  return areas
    .sort((one, other) => other.cells - one.cells)
    .slice(0, mostAreas)
    .map(({ box }) => asBox(box));
}
