/** Index of the last of rising numbers at or below `wanted`; -1 when all are above. */
export function lastAtOrBelowIn(rising: Float64Array, wanted: number): number {
  let [low, high] = [-1, rising.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
