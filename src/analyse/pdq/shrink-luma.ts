/** Luma of any size to the 64 x 64 picture that PDQ transforms. Buffers are kept, so one shrinker serves all frames of one size. */
import { shrunkSide, tentWeights } from "./tent-weights.ts";

/** Luma 0 to 255, row by row. */
export type Luma = Uint8Array | Float32Array;

/** Gives the same array each time it is called: 64 x 64 values, to be used before the next call. */
export type Shrink = (luma: Luma) => Float64Array;

export function createShrink(width: number, height: number): Shrink {
  const across = tentWeights(width);
  const down = tentWeights(height);
  const row = new Float64Array(width);
  const out = new Float64Array(shrunkSide * shrunkSide);
  if (width === shrunkSide && height === shrunkSide) {
    return (luma) => {
      out.set(luma);
      return out;
    };
  }
  return (luma) => {
    for (let n = 0; n < shrunkSide; n += 1) {
      // Down first: that is the pass over whole rows, and it leaves a single one to go across.
      sumRows(
        luma,
        row,
        (down.first[n] as number) * width,
        down.weights.subarray(n * down.most, n * down.most + (down.counts[n] as number)),
      );
      for (let m = 0; m < shrunkSide; m += 1) {
        const from = across.first[m] as number;
        const count = across.counts[m] as number;
        let sum = 0;
        for (let k = 0; k < count; k += 1) sum += (across.weights[m * across.most + k] as number) * (row[from + k] as number);
        out[n * shrunkSide + m] = sum;
      }
    }
    return out;
  };
}

function sumRows(luma: Luma, row: Float64Array, from: number, weights: Float64Array): void {
  const width = row.length;
  row.fill(0);
  let k = 0;
  // Four rows at a time: fewer passes over the sum (1080p: measured 1.6 times as fast as one by one).
  for (; k + 3 < weights.length; k += 4) {
    const w0 = weights[k] as number;
    const w1 = weights[k + 1] as number;
    const w2 = weights[k + 2] as number;
    const w3 = weights[k + 3] as number;
    const r0 = from + k * width;
    const r1 = r0 + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let x = 0; x < width; x += 1) {
      row[x] =
        (row[x] as number) +
        w0 * (luma[r0 + x] as number) +
        w1 * (luma[r1 + x] as number) +
        w2 * (luma[r2 + x] as number) +
        w3 * (luma[r3 + x] as number);
    }
  }
  for (; k < weights.length; k += 1) {
    const weight = weights[k] as number;
    const at = from + k * width;
    for (let x = 0; x < width; x += 1) row[x] = (row[x] as number) + weight * (luma[at + x] as number);
  }
}
