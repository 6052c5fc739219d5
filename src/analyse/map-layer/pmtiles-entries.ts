/** Entries of a directory of PMTiles, unpacked: each takes four bytes at least, and what counts more than it holds is refused. */
import { type Entry, readVarint } from "pmtiles";
import { LayerRefused } from "./layer-source.ts";

/** In the order of their ids. Throws LayerRefused. */
export function pmtilesEntries(buf: Uint8Array): Entry[] {
  const at = { buf, pos: 0 };
  const number = (): number => {
    if (at.pos >= buf.length) throw new LayerRefused("PMTiles: directory: expected as many entries as it counts; found its end");
    let value: number;
    try {
      value = readVarint(at);
    } catch {
      throw new LayerRefused("PMTiles: directory: expected whole numbers of at most 10 bytes; found another");
    }
    if (!Number.isSafeInteger(value) || value < 0 || at.pos > buf.length)
      throw new LayerRefused("PMTiles: directory: expected whole numbers; found another");
    return value;
  };
  const count = number();
  if (count === 0 || count * 4 > buf.length)
    throw new LayerRefused(`PMTiles: directory: expected 1 to ${Math.floor(buf.length / 4)} entries; found ${count}`);
  let id = 0;
  const ids = Array.from({ length: count }, () => (id += number()));
  const runs = ids.map(() => number());
  const lengths = ids.map(() => number());
  const entries: Entry[] = [];
  for (const [n, tileId] of ids.entries()) {
    const given = number();
    const before = entries[n - 1];
    const offset = given === 0 ? (before === undefined ? -1 : before.offset + before.length) : given - 1;
    if (offset < 0) throw new LayerRefused("PMTiles: directory: expected a place in the first entry; found none");
    entries.push({ tileId, offset, length: lengths[n] ?? 0, runLength: runs[n] ?? 0 });
  }
  return entries;
}
