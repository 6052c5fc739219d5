/** Sets of small numbers, 32 to a word. */

export const wordsFor = (count: number): number => (count + 31) >>> 5;

export function hasBit(bits: Uint32Array, at: number): boolean {
  return ((bits[at >>> 5] as number) & (1 << (at & 31))) !== 0;
}

export function setBit(bits: Uint32Array, at: number): void {
  (bits[at >>> 5] as number) |= 1 << (at & 31);
}

export function clearBit(bits: Uint32Array, at: number): void {
  (bits[at >>> 5] as number) &= ~(1 << (at & 31));
}

/** All of 0 to `count` - 1. */
export function allBits(count: number): Uint32Array<ArrayBuffer> {
  const bits = new Uint32Array(wordsFor(count)).fill(0xffffffff);
  if ((count & 31) !== 0) bits[bits.length - 1] = 2 ** (count & 31) - 1;
  return bits;
}

export function addBits(to: Uint32Array, from: Uint32Array): void {
  for (let i = 0; i < to.length; i++) (to[i] as number) |= from[i] as number;
}

export function keepBits(of: Uint32Array, also: Uint32Array): void {
  for (let i = 0; i < of.length; i++) (of[i] as number) &= also[i] as number;
}

export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    // Population count in parallel (Warren, Hacker's Delight, 5-1).
    let word = bits[i] as number;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Calls `take` with every member, ascending, until it says `false`. */
export function eachBit(bits: Uint32Array, take: (at: number) => void | false): void {
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i] as number; word !== 0; word &= word - 1) {
      if (take((i << 5) + (31 - Math.clz32(word & -word))) === false) return;
    }
  }
}
