/**
 * Cells of the shared view in which b shows something else than a along a line: a logo, a caption, a hand. Told by the
 * error that stays when b's brightness and contrast are fitted to a's with the worst cells left out (least trimmed squares;
 * Rousseeuw 1984).
 */
import type { Rows } from "./movement.ts";

/** Share of cells that the fit leaves out. */
const leftOut = 0.35;
/** A cell is covered when its error is this many times what is usual, and more than this share of the picture's own contrast. */
const timesUsual = 3;
const shareOfContrast = 0.3;
/** A cover lies there all the time, or most of it: the error that a cell exceeds in all but this share of frames. */
const mostlyCovered = 0.35;

/** 1 for a cell that shows what a shows, 0 for a covered one. `frames` are pairs of a row of a and one of b. */
export function openCells(a: Rows, b: Rows, rowsA: ArrayLike<number>, rowsB: ArrayLike<number>): Float32Array {
  const { cells } = a;
  const open = new Float32Array(cells).fill(1);
  const errors = new Float64Array(cells);
  const ofCell = new Float64Array(rowsA.length);
  let contrast = 0;
  for (let round = 0; round < 3; round += 1) {
    let [n, sumA, sumB, sumAA, sumAB] = [0, 0, 0, 0, 0];
    for (let pair = 0; pair < rowsA.length; pair += 1)
      for (let cell = 0; cell < cells; cell += 1) {
        if ((open[cell] ?? 0) === 0) continue;
        const x = a.values[(rowsA[pair] ?? 0) * cells + cell] ?? 0;
        const y = b.values[(rowsB[pair] ?? 0) * cells + cell] ?? 0;
        n += 1;
        sumA += x;
        sumB += y;
        sumAA += x * x;
        sumAB += x * y;
      }
    if (n === 0) return open.fill(1);
    const variance = sumAA / n - (sumA / n) ** 2;
    const gain = variance > 1e-6 ? (sumAB / n - (sumA / n) * (sumB / n)) / variance : 0;
    const lift = sumB / n - (gain * sumA) / n;
    contrast = Math.abs(gain) * Math.sqrt(Math.max(0, variance));
    for (let cell = 0; cell < cells; cell += 1) {
      for (let pair = 0; pair < rowsA.length; pair += 1) {
        const x = a.values[(rowsA[pair] ?? 0) * cells + cell] ?? 0;
        const y = b.values[(rowsB[pair] ?? 0) * cells + cell] ?? 0;
        ofCell[pair] = Math.abs(y - gain * x - lift);
      }
      // Not the mean: somebody who crosses b alone, at another time than a, is a disagreement and no cover.
      errors[cell] = ofCell.sort()[Math.floor(rowsA.length * mostlyCovered)] ?? 0;
    }
    const sorted = Float64Array.from(errors).sort();
    const limit = sorted[Math.floor(cells * (1 - leftOut))] ?? Number.POSITIVE_INFINITY;
    if (round < 2) for (let cell = 0; cell < cells; cell += 1) open[cell] = (errors[cell] ?? 0) <= limit ? 1 : 0;
  }
  const usual = Float64Array.from(errors).sort()[Math.floor(cells * 0.4)] ?? 0;
  const limit = Math.max(timesUsual * usual, shareOfContrast * contrast, 4);
  for (let cell = 0; cell < cells; cell += 1) open[cell] = (errors[cell] ?? 0) <= limit ? 1 : 0;
  return open;
}
