/**
 * Numbered records on the disk: written in the order of their ids, 16 bytes each (the id, and two whole numbers or one), and found
 * again by id through a cache of blocks. Positions of a country's hundred million nodes do not fit into memory; here they take a
 * fixed part of it. In the order of ids is how every program writes them; a file in another order is refused with what mends it.
 */
import { closeSync, openSync, readSync, writeSync } from "node:fs";

const recordBytes = 16;
const perBlock = 256;
const blockBytes = perBlock * recordBytes;
const writeBytes = 1 << 20;

export interface SortedStore {
  /** False when an id is not above the one before. */
  add(id: number, first: number, second: number): boolean;
  /** No more is added. */
  seal(): void;
  /** Whether there is one; `first` and `second` are then its numbers, until the next call. */
  find(id: number): boolean;
  readonly first: number;
  readonly second: number;
  close(): void;
}

/** `slots`: blocks kept in memory, 4 KiB each. */
export function createSortedStore(path: string, slots: number): SortedStore {
  const fd = openSync(path, "wx+", 0o600);
  const pending = new DataView(new ArrayBuffer(writeBytes));
  let used = 0;
  let written = 0;
  let size = 0;
  let last = Number.NEGATIVE_INFINITY;
  /** The first id of each block. */
  let firsts = new Float64Array(1024);
  const held = new Int32Array(slots).fill(-1);
  const blocks: (DataView | undefined)[] = [];
  let [first, second] = [0, 0];

  function flush(): void {
    for (let at = 0; at < used;) at += writeSync(fd, pending, at, used - at, written + at);
    written += used;
    used = 0;
  }

  function block(n: number): DataView {
    const slot = n % slots;
    let view = blocks[slot];
    if (held[slot] === n && view !== undefined) return view;
    view ??= new DataView(new ArrayBuffer(blockBytes));
    const length = Math.min(blockBytes, size * recordBytes - n * blockBytes);
    for (let at = 0; at < length;) {
      const got = readSync(fd, view, at, length - at, n * blockBytes + at);
      if (got === 0) throw new Error("sorted store: expected the records that were written; found a shorter file");
      at += got;
    }
    blocks[slot] = view;
    held[slot] = n;
    return view;
  }

  return {
    add(id, one, two) {
      if (id <= last) return false;
      last = id;
      if (size % perBlock === 0) {
        const n = size / perBlock;
        if (n === firsts.length) {
          const larger = new Float64Array(n * 2);
          larger.set(firsts);
          firsts = larger;
        }
        firsts[n] = id;
      }
      pending.setFloat64(used, id, true);
      pending.setInt32(used + 8, one, true);
      pending.setInt32(used + 12, two, true);
      used += recordBytes;
      size++;
      if (used === writeBytes) flush();
      return true;
    },
    seal: flush,
    find(id) {
      let [low, high] = [0, Math.ceil(size / perBlock) - 1];
      if (high < 0 || id < (firsts[0] as number)) return false;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if ((firsts[middle] as number) <= id) low = middle;
        else high = middle - 1;
      }
      const view = block(low);
      let [from, to] = [0, Math.min(perBlock, size - low * perBlock) - 1];
      while (from <= to) {
        const middle = (from + to) >>> 1;
        const found = view.getFloat64(middle * recordBytes, true);
        if (found === id) {
          first = view.getInt32(middle * recordBytes + 8, true);
          second = view.getInt32(middle * recordBytes + 12, true);
          return true;
        }
        if (found < id) from = middle + 1;
        else to = middle - 1;
      }
      return false;
    },
    get first() {
      return first;
    },
    get second() {
      return second;
    },
    close: () => closeSync(fd),
  };
}
