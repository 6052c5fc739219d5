/**
 * How far the waveforms of two stretches agree, by their signs alone: from -1 (turned over) through 0 (chance) to 1. Two
 * recordings of one sound from two places agree too, but at offsets that differ with where each sound came from, and not at
 * all in what only one of them heard.
 */
import type { PreparedSound } from "./prepared-sound.ts";

export interface FineAgreement {
  /** Agreement of `words` times 32 samples of b from sample `fromB` on with those of a from `fromA` on; 0 where either lacks them. */
  at(fromA: number, fromB: number, words: number): number;
}

export function fineAgreement(a: PreparedSound, b: PreparedSound): FineAgreement {
  const ours = new Uint32Array(64);
  const theirs = new Uint32Array(64);
  let heldFrom = -1;
  let heldWords = 0;
  return {
    at(fromA, fromB, words) {
      const samples = words * 32;
      if (fromA < 0 || fromB < 0 || fromA + samples > a.prints.fine.length * 8 || fromB + samples > b.prints.fine.length * 8) return 0;
      if (fromB !== heldFrom || words !== heldWords) readWords(b.prints.fine, fromB, words, theirs);
      [heldFrom, heldWords] = [fromB, words];
      readWords(a.prints.fine, fromA, words, ours);
      let differing = 0;
      for (let i = 0; i < words; i++) differing += bitsOf(ours[i]! ^ theirs[i]!);
      return 1 - differing / (words * 16);
    },
  };
}

function readWords(fine: Uint8Array, from: number, words: number, into: Uint32Array): void {
  const shift = from & 7;
  for (let word = 0, at = from >> 3; word < words; word++, at += 4) {
    const low = fine[at]! | (fine[at + 1]! << 8) | (fine[at + 2]! << 16) | (fine[at + 3]! << 24);
    into[word] = shift === 0 ? low : (low >>> shift) | ((fine[at + 4] ?? 0) << (32 - shift));
  }
}

/** Bits that are set in 32 (Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
