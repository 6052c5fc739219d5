/** Hashes to search among, from a seed: unrelated ones, and shots as PERFORMANCE asks for them, with their black frames. */
import type { PrintedSource } from "../../../src/analyse/hash-search/split-prints.ts";
import type { Digest } from "../../../src/core/hash/digest.ts";

const framesEach = 500;
const words = 8;

export interface MadeHashes {
  readonly name: "unrelated" | "shots";
  /** Frames in all, and of these black ones. */
  readonly frames: number;
  readonly black: number;
  /** Sources a few at a time: all of them would not fit. */
  batches(): Generator<readonly PrintedSource[]>;
}

/** xorshift32 (Marsaglia 2003). */
export function wordsFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}

/** Videos of 500 frames. In shots each frame differs from the one before in two bits, which gives some 35 hits a query, and one frame in twenty is nearly black. */
export function makeHashes(name: MadeHashes["name"], frames: number): MadeHashes {
  const [sources, blackEach] = [Math.round(frames / framesEach), name === "shots" ? framesEach / 20 : 0];
  const quality = Uint8Array.from({ length: framesEach }, (_, frame) => (frame < blackEach ? 4 : 100));
  const times = Float64Array.from({ length: framesEach }, (_, frame) => frame / 25);
  function source(number: number): PrintedSource {
    const word = wordsFrom(number);
    const all = new Uint32Array(framesEach * words);
    for (let at = 0; at < all.length; at++) {
      const goesOn = name === "shots" && at >= words;
      all[at] = goesOn ? (all[at - words] ?? 0) : word();
      if (!goesOn || at % words !== words - 1) continue;
      for (let turned = 0; turned < 2; turned++) {
        const bit = word() >>> 24;
        all[at - (words - 1) + (bit >> 5)]! ^= 1 << (bit & 31);
      }
    }
    for (let frame = 0; frame < blackEach; frame++)
      all.fill(0, frame * words, (frame + 1) * words).fill(word() & 3, frame * words, frame * words + 1);
    const hashes = new Uint8Array(all.buffer);
    const digest: Digest = `sha256:${number.toString(16).padStart(64, "0")}`;
    return { source: digest, prints: { hashes, innerHashes: hashes, quality, times } };
  }
  return {
    name,
    frames: sources * framesEach,
    black: sources * blackEach,
    *batches() {
      const together = 1000;
      for (let from = 0; from < sources; from += together)
        yield Array.from({ length: Math.min(together, sources - from) }, (_, at) => source(from + at));
    },
  };
}

/** Queries at distances 0 to 40 from hashes that are stored, of `count`. */
export function nearQueries(stored: readonly PrintedSource[], count: number): Uint8Array {
  const word = wordsFrom(77);
  const queries = new Uint8Array(count * words * 4);
  for (let number = 0; number < count; number++) {
    const { hashes } = (stored[number % stored.length] as PrintedSource).prints;
    const frame = 100 + (word() % 300);
    queries.set(hashes.subarray(frame * 32, frame * 32 + 32), number * 32);
    const turned = new Set<number>();
    while (turned.size < number % 41) turned.add(word() >>> 24);
    for (const bit of turned) queries[number * 32 + (bit >> 3)]! ^= 1 << (bit & 7);
  }
  return queries;
}

/** A clip of 60 s: six shots, none of them stored but the first, whose frames are at 10 bits from stored ones. */
export function clipQueries(stored: PrintedSource, frames = 1800): Uint8Array {
  const word = wordsFrom(78);
  const all = new Uint32Array(frames * words);
  const shown = new Uint32Array(stored.prints.hashes.slice().buffer);
  for (let frame = 0; frame < frames; frame++) {
    const at = frame * words;
    if (frame < 300) {
      all.set(shown.subarray((100 + frame) * words, (101 + frame) * words), at);
      for (let bit = 0; bit < 10; bit++) all[at + (bit % words)]! ^= 1 << ((bit * 7) % 32);
    } else if (frame % 300 === 0) for (let one = 0; one < words; one++) all[at + one] = word();
    else {
      all.set(all.subarray(at - words, at), at);
      for (let turned = 0; turned < 2; turned++) {
        const bit = word() >>> 24;
        all[at + (bit >> 5)]! ^= 1 << (bit & 31);
      }
    }
  }
  return new Uint8Array(all.buffer);
}
