/**
 * What moves in a picture, frame by frame, on the cells of a shared view: the difference from the mean picture around
 * that moment, less what a change of brightness or contrast explains. A fixed camera's background, a title card and a fade
 * leave nothing; a person crossing, a cut and a moving camera do.
 */
import { thumbBytes } from "../../core/copies/frame-prints.ts";
import type { CellSums } from "./shared-view.ts";

/** Frames by cells. */
export interface Rows {
  readonly frames: number;
  readonly cells: number;
  readonly values: Float32Array;
}

/** The cells of the given frames, mean of each frame taken off. */
export function viewRows(thumbs: Uint8Array, sums: CellSums, frames: ArrayLike<number>): Rows {
  const cells = sums.starts.length - 1;
  const values = new Float32Array(frames.length * cells);
  for (let row = 0; row < frames.length; row += 1) {
    const from = (frames[row] ?? 0) * thumbBytes;
    let total = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      let sum = 0;
      for (let tap = sums.starts[cell] ?? 0, end = sums.starts[cell + 1] ?? 0; tap < end; tap += 1)
        sum += (sums.weights[tap] ?? 0) * (thumbs[from + (sums.places[tap] ?? 0)] ?? 0);
      values[row * cells + cell] = sum;
      total += sum;
    }
    const mean = total / cells;
    for (let at = row * cells; at < (row + 1) * cells; at += 1) values[at] = (values[at] ?? 0) - mean;
  }
  return { frames: frames.length, cells, values };
}

/** `windowSec` on either side, on the item's own clock. Times rise. */
export function movementRows(rows: Rows, times: ArrayLike<number>, windowSec: number): Rows {
  const { frames, cells } = rows;
  const values = new Float32Array(frames * cells);
  const sum = new Float64Array(cells);
  const mean = new Float64Array(cells);
  let from = 0;
  let to = 0;
  for (let row = 0; row < frames; row += 1) {
    const now = times[row] ?? 0;
    while (to < frames && (times[to] ?? 0) <= now + windowSec) addRow(sum, rows, to++, 1);
    while ((times[from] ?? 0) < now - windowSec) addRow(sum, rows, from++, -1);
    let own = 0;
    let along = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      const value = (sum[cell] ?? 0) / (to - from);
      mean[cell] = value;
      own += value * value;
      along += value * (rows.values[row * cells + cell] ?? 0);
    }
    const contrast = own > 1e-6 ? along / own : 0;
    for (let cell = 0; cell < cells; cell += 1)
      values[row * cells + cell] = (rows.values[row * cells + cell] ?? 0) - contrast * (mean[cell] ?? 0);
  }
  return { frames, cells, values };
}

function addRow(sum: Float64Array, rows: Rows, row: number, sign: 1 | -1): void {
  const at = row * rows.cells;
  for (let cell = 0; cell < rows.cells; cell += 1) sum[cell] = (sum[cell] ?? 0) + sign * (rows.values[at + cell] ?? 0);
}

/** Rows scaled to length 1; rows that hold less than `least` a cell stay shorter, so that noise never agrees. */
export function unitRows(rows: Rows, least: number): Rows {
  const values = new Float32Array(rows.values.length);
  const floor = least * Math.sqrt(rows.cells);
  for (let row = 0; row < rows.frames; row += 1) {
    let own = 0;
    for (let at = row * rows.cells; at < (row + 1) * rows.cells; at += 1) own += (rows.values[at] ?? 0) ** 2;
    const scale = 1 / Math.max(floor, Math.sqrt(own));
    for (let at = row * rows.cells; at < (row + 1) * rows.cells; at += 1) values[at] = (rows.values[at] ?? 0) * scale;
  }
  return { frames: rows.frames, cells: rows.cells, values };
}
