/** Invented hashes for the exact search: from a seed, so that the same number gives the same set again. */
import { hashBytes } from "../../src/core/copies/frame-prints.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { HashColumns, PrintedSource } from "../../src/analyse/hash-search/split-prints.ts";

export interface Chance {
  /** 32 bits. */
  word(): number;
  below(limit: number): number;
}

/** xorshift32 (Marsaglia 2003). */
export function chanceFrom(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0 || 1;
  const word = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  return { word, below: (limit) => Math.floor((word() / 2 ** 32) * limit) };
}

export function randomHash(chance: Chance): Uint8Array {
  return new Uint8Array(Uint32Array.from({ length: hashBytes / 4 }, () => chance.word()).buffer);
}

/** The hash with these bits turned over. */
export function turned(hash: Uint8Array, bits: Iterable<number>): Uint8Array {
  const other = hash.slice();
  for (const bit of bits) other[bit >> 3]! ^= 1 << (bit & 7);
  return other;
}

/** So many different bits of 256, anywhere. */
export function someBits(chance: Chance, count: number): Set<number> {
  const bits = new Set<number>();
  while (bits.size < count) bits.add(chance.below(256));
  return bits;
}

/** So many bits, as evenly as they go over all parts of `width` bits, at another place in each. */
export function spreadBits(chance: Chance, count: number, width: number): Set<number> {
  const parts = 256 / width;
  const bits = new Set<number>();
  for (let number = 0; bits.size < count; number++) {
    const from = (number % parts) * width;
    let bit = from + chance.below(width);
    while (bits.has(bit)) bit = from + ((bit + 1 - from) % width);
    bits.add(bit);
  }
  return bits;
}

/** A shot: each hash is the one before with up to `most` bits turned over. */
export function walk(chance: Chance, frames: number, most: number): Uint8Array[] {
  const hashes: Uint8Array[] = [];
  for (let hash = randomHash(chance); hashes.length < frames; hash = turned(hash, someBits(chance, chance.below(most + 1))))
    hashes.push(hash);
  return hashes;
}

export const joined = (hashes: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(hashes.length * hashBytes);
  for (const [at, hash] of hashes.entries()) all.set(hash, at * hashBytes);
  return all;
};

export const sourceOf = (number: number): Digest => `sha256:${number.toString(16).padStart(64, "0")}`;

/** A source of 25 frames a second; every frame fit and without bars unless said otherwise. */
export function sourceFrom(number: number, hashes: readonly Uint8Array[], more: Partial<HashColumns> = {}): PrintedSource {
  const all = joined(hashes);
  return {
    source: sourceOf(number),
    prints: {
      hashes: all,
      innerHashes: all,
      quality: new Uint8Array(hashes.length).fill(100),
      times: Float64Array.from(hashes.keys(), (frame) => frame / 25),
      ...more,
    },
  };
}

/** Shots, some frames dark, some with another picture inside their bars. */
export function someSource(number: number): PrintedSource {
  const chance = chanceFrom(number + 100);
  const hashes = [...walk(chance, 40, 3), ...Array.from({ length: 10 }, () => randomHash(chance)), ...walk(chance, 20, 0)];
  const { prints } = sourceFrom(number, hashes);
  const innerHashes = prints.hashes.slice();
  innerHashes.set(sourceFrom(0, walk(chance, 15, 3)).prints.hashes, 32 * 12);
  return sourceFrom(number, hashes, { innerHashes, quality: prints.quality.map((_, frame) => (frame % 17 === 5 ? 12 : 77)) });
}
