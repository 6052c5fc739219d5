/** Hamming distance between 256-bit hashes in JavaScript, for where a few are compared. Hashes are eight 32-bit words. */

export const hashWords = 8;

export function bitsApart(a: Uint32Array, atA: number, b: Uint32Array, atB: number): number {
  let sum = 0;
  for (let word = 0; word < hashWords; word++) sum += bitsOf((a[atA + word] ?? 0) ^ (b[atB + word] ?? 0));
  return sum;
}

/** Bits set in 32, counted in parallel. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** The bytes as words; copied, since a view needs to stand at a multiple of four. */
export const wordsOf = (hashes: Uint8Array): Uint32Array => new Uint32Array(hashes.slice().buffer);
