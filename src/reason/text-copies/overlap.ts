/** How many features two texts share; only shared ones are kept, and single ones cannot be. */
import type { GatheredTexts } from "./gather-texts.ts";

/** Or less than `least` when it cannot be reached. */
export function overlapOf({ starts, shared }: GatheredTexts, one: number, other: number, least = 0): number {
  let [a, endA] = [starts[one] as number, starts[one + 1] as number];
  let [b, endB] = [starts[other] as number, starts[other + 1] as number];
  if (endB - b < endA - a) [a, endA, b, endB] = [b, endB, a, endA];
  // One far longer than the other: looked up instead of walked along.
  if (endB - b > 16 * (endA - a)) return lookedUp(shared, { a, endA, b, endB });
  let count = 0;
  while (a < endA && b < endB) {
    if (count + Math.min(endA - a, endB - b) < least) return count;
    const [x, y] = [shared[a] as number, shared[b] as number];
    if (x === y) count += 1;
    if (x <= y) a += 1;
    if (y <= x) b += 1;
  }
  return count;
}

function lookedUp(shared: Int32Array, { a, endA, b, endB }: { a: number; endA: number; b: number; endB: number }): number {
  let count = 0;
  let from = b;
  for (let at = a; at < endA; at += 1) {
    const wanted = shared[at] as number;
    let [low, high] = [from, endB];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((shared[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    from = low;
    if (from < endB && shared[from] === wanted) count += 1;
  }
  return count;
}

export function similarityOf(texts: GatheredTexts, one: number, other: number): number {
  const common = overlapOf(texts, one, other);
  return common / ((texts.sizes[one] as number) + (texts.sizes[other] as number) - common);
}
