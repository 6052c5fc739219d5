/**
 * How the PDQ hash shrinks one dimension of a picture to 64: two passes of a box filter (together a tent), then every 64th
 * place of the result. Both are linear, so each of the 64 values is a weighted mean of a few neighbours, and the pixels
 * between them need no filtering at all. Davis and Rosen, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing
 * Algorithm" (Facebook, 2019), "Downsampling"; the filter after Jarosz, "Fast Image Convolutions" (SIGGRAPH 2001).
 */

/** Both sides of the picture that is transformed. */
export const shrunkSide = 64;

export interface TentWeights {
  /** First source place that counts for each of the 64 values. */
  readonly first: Int32Array;
  /** How many places count from there on; value n's weights lie at n x `most`. They add up to 1. */
  readonly counts: Int32Array;
  readonly weights: Float64Array;
  readonly most: number;
}

/** Width of one box: half of what becomes one value, because there are two passes. Rounded up, so at least 1. */
export function boxWidth(length: number): number {
  return Math.ceil(length / (2 * shrunkSide));
}

/** A box covers as many places before as after; an even one reaches one further ahead. At both ends it is cut off and stays a mean. */
function boxAround(place: number, width: number, length: number): { from: number; to: number } {
  const ahead = Math.floor(width / 2);
  return { from: Math.max(0, place - (width - 1 - ahead)), to: Math.min(length - 1, place + ahead) };
}

export function tentWeights(length: number): TentWeights {
  const width = boxWidth(length);
  const most = 2 * width - 1;
  const first = new Int32Array(shrunkSide);
  const counts = new Int32Array(shrunkSide);
  const weights = new Float64Array(shrunkSide * most);
  for (let n = 0; n < shrunkSide; n += 1) {
    const second = boxAround(Math.floor(((n + 0.5) * length) / shrunkSide), width, length);
    const from = boxAround(second.from, width, length).from;
    first[n] = from;
    counts[n] = boxAround(second.to, width, length).to - from + 1;
    for (let place = second.from; place <= second.to; place += 1) {
      const box = boxAround(place, width, length);
      const share = 1 / ((second.to - second.from + 1) * (box.to - box.from + 1));
      for (let source = box.from; source <= box.to; source += 1) {
        const at = n * most + source - from;
        weights[at] = (weights[at] as number) + share;
      }
    }
  }
  return { first, counts, weights, most };
}
