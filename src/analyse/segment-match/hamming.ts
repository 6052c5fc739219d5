/** Distances between 256-bit strings held as eight 32-bit words. */

export const words = 8;

/** The bytes as words; copied, since a file's bytes need not lie on a word's boundary. */
export function asWords(bytes: Uint8Array): Uint32Array {
  const copy = new Uint8Array(bytes);
  return new Uint32Array(copy.buffer, 0, copy.length >> 2);
}

/** Bits that differ; counting stops with a larger number once more than `enough` do. */
export function distance(one: Uint32Array, at: number, other: Uint32Array, to: number, enough: number): number {
  let sum = 0;
  for (let word = 0; word < words; word += 1) {
    let bits = (one[at + word] ?? 0) ^ (other[to + word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    sum += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    if (sum > enough) return sum;
  }
  return sum;
}
