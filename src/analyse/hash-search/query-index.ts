/**
 * An index over the queries of one pass. Two hashes within T differ in all by T bits over sixteen slots of 16 bits; with
 * tolerances t whose (t + 1) add up to T + 1, they agree within the tolerance in one slot at least, else they would differ by
 * T + 1 (the pigeonhole rule, after Norouzi, Punjani and Fleet 2012). So every value near a query's slot is entered with the
 * query, and a stored row looks up its own sixteen values: work falls from queries x rows to rows x what is near by chance,
 * and nothing is stored a frame. Tolerances that are 0 everywhere miss rows that differ by one bit in every slot.
 */
import { hashBytes } from "../../core/copies/frame-prints.ts";
import { indexParts } from "./scan-module.ts";

const slots = 16;
const values = 65_536;

/** For each slot the tolerance plus 1; 0 where none is needed, since the others suffice. */
export function tolerancesOf(most: number): Uint8Array {
  const all = most + 1;
  return Uint8Array.from({ length: slots }, (_, slot) => Math.floor(all / slots) + (slot < all % slots ? 1 : 0));
}

/** Values of 16 bits with at most `bits` set, in a fixed order. */
function masksOf(bits: number): Uint16Array {
  const masks: number[] = [];
  for (let value = 0; value < values; value++) if (bitCount(value) <= bits) masks.push(value);
  return Uint16Array.from(masks);
}
function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many values lie within `bits` of one. */
function near(bits: number): number {
  let [sum, choose] = [0, 1];
  for (let k = 0; k <= bits && k <= slots; k++) {
    sum += choose;
    choose = (choose * (slots - k)) / (k + 1);
  }
  return sum;
}

/** Entries that each query makes over all slots. */
export const entriesOf = (most: number): number => tolerancesOf(most).reduce((sum, t) => sum + (t === 0 ? 0 : near(t - 1)), 0);

export const indexBytes = (most: number, queries: number): number => indexParts.end + entriesOf(most) * queries * 2;

/** Fills `bytes`, which stand at address `at` and are `indexBytes` long, for `queries` whose 32 bytes each stand at `queriesAt`. */
export function buildIndex(bytes: Uint8Array, at: number, most: number, queries: Uint8Array, queriesAt: number): void {
  const tolerances = tolerancesOf(most);
  const count = queries.length / hashBytes;
  bytes.fill(0, 0, indexParts.end);
  bytes.set(tolerances, indexParts.tolerances);
  const addresses = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  addresses.setUint32(indexParts.listAt, at + indexParts.end, true);
  addresses.setUint32(indexParts.queriesAt, queriesAt, true);
  const starts = new Uint32Array(bytes.buffer, bytes.byteOffset + indexParts.starts, slots * values + 1);
  const list = new Uint16Array(bytes.buffer, bytes.byteOffset + indexParts.end, (bytes.length - indexParts.end) >> 1);
  let begun = 0;
  const counts = new Uint32Array(values);
  const next = new Uint32Array(values);
  for (let slot = 0; slot < slots; slot++) {
    const tolerance = tolerances[slot] ?? 0;
    const masks = tolerance === 0 ? new Uint16Array() : masksOf(tolerance - 1);
    const valueOf = (query: number) =>
      (queries[query * hashBytes + slot * 2] ?? 0) | ((queries[query * hashBytes + slot * 2 + 1] ?? 0) << 8);
    counts.fill(0);
    for (let query = 0; query < count; query++) {
      const value = valueOf(query);
      for (let m = 0; m < masks.length; m++) counts[value ^ (masks[m] as number)]!++;
    }
    for (let value = 0; value < values; value++) {
      const key = slot * values + value;
      starts[key] = begun;
      next[value] = begun;
      if (counts[value] === 0) continue;
      begun += counts[value] ?? 0;
      bytes[indexParts.marks + (key >> 3)]! |= 1 << (key & 7);
    }
    for (let query = 0; query < count; query++) {
      const value = valueOf(query);
      for (let m = 0; m < masks.length; m++) list[next[value ^ (masks[m] as number)]!++] = query;
    }
  }
  starts[slots * values] = begun;
}
