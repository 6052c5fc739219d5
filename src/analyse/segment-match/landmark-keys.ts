/**
 * Short keys of a description, such that near descriptions share a key more often than others do (locality-sensitive
 * hashing by chosen bits; Indyk and Motwani 1998). Each table looks at its own bits.
 */
import { words } from "./hamming.ts";

export interface KeyTables {
  readonly tables: number;
  readonly bits: number;
  /** Place of each chosen bit, table by table. */
  readonly chosen: Uint16Array;
}

/** Bits are dealt to the tables by a fixed generator, none twice to one table. */
export function keyTables(tables: number, bits: number): KeyTables {
  const chosen = new Uint16Array(tables * bits);
  let state = 0x2545f491;
  for (let table = 0; table < tables; table += 1) {
    const taken = new Set<number>();
    while (taken.size < bits) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      taken.add(state >>> 24);
    }
    chosen.set([...taken], table * bits);
  }
  return { tables, bits, chosen };
}

export function keyOf({ bits, chosen }: KeyTables, table: number, descriptions: Uint32Array, landmark: number): number {
  let key = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const place = chosen[table * bits + bit] ?? 0;
    key = (key << 1) | (((descriptions[landmark * words + (place >>> 5)] ?? 0) >>> (place & 31)) & 1);
  }
  return key;
}
