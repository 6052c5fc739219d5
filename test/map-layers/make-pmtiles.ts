/** Writes PMTiles of version 3 by its specification, for tests; directories can be given as they must not be. */
import { gzipSync } from "node:zlib";
import { zxyToTileId } from "pmtiles";

export interface MadeEntry {
  readonly id: number;
  readonly run: number;
  readonly length: number;
  readonly offset: number;
}

export interface PmtilesMade {
  readonly tiles: readonly { readonly z: number; readonly x: number; readonly y: number; readonly bytes: Uint8Array }[];
  /** 1 MVT, 2 PNG, 3 JPEG. */
  readonly type: number;
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly metadata?: object;
  /** Leaves of that many entries instead of one directory. */
  readonly leafOf?: number;
  /** Instead of the root directory that the tiles make, already packed. */
  readonly root?: Uint8Array;
  readonly leaves?: Uint8Array;
  readonly tileCompression?: number;
}

const headerBytes = 127;

export function makePmtiles(made: PmtilesMade): Uint8Array {
  const sorted = made.tiles
    .map(({ z, x, y, bytes }) => ({
      id: zxyToTileId(z, x, y),
      bytes: made.type === 1 && made.tileCompression !== 1 ? gzipSync(bytes) : bytes,
    }))
    .toSorted((a, b) => a.id - b.id);
  const data = Buffer.concat(sorted.map(({ bytes }) => bytes));
  let offset = 0;
  const entries = sorted.map(({ id, bytes }): MadeEntry => {
    const entry = { id, run: 1, length: bytes.length, offset };
    offset += bytes.length;
    return entry;
  });
  let root = made.root ?? directoryBytes(entries);
  let leaves: Uint8Array = made.leaves ?? new Uint8Array(0);
  if (made.leafOf !== undefined) {
    const parts: Uint8Array[] = [];
    const rootEntries: MadeEntry[] = [];
    for (let at = 0; at < entries.length; at += made.leafOf) {
      const some = entries.slice(at, at + made.leafOf);
      const bytes = directoryBytes(some);
      rootEntries.push({ id: some[0]?.id ?? 0, run: 0, length: bytes.length, offset: parts.reduce((sum, one) => sum + one.length, 0) });
      parts.push(bytes);
    }
    root = directoryBytes(rootEntries);
    leaves = Buffer.concat(parts);
  }
  const metadata = gzipSync(JSON.stringify(made.metadata ?? {}));
  const header = new DataView(new ArrayBuffer(headerBytes));
  new Uint8Array(header.buffer).set(Buffer.from("PMTiles\u0003", "latin1"));
  const far = (at: number, value: number): void => header.setBigUint64(at, BigInt(value), true);
  const leavesAt = headerBytes + root.length + metadata.length;
  for (const [at, value] of [
    [8, headerBytes],
    [16, root.length],
    [24, headerBytes + root.length],
    [32, metadata.length],
    [40, leavesAt],
    [48, leaves.length],
    [56, leavesAt + leaves.length],
    [64, data.length],
    [72, entries.length],
    [80, entries.length],
    [88, entries.length],
  ] as const)
    far(at, value);
  const zooms = made.tiles.map(({ z }) => z);
  const bytes = [1, 2, made.tileCompression ?? (made.type === 1 ? 2 : 1), made.type, Math.min(...zooms), Math.max(...zooms)];
  for (const [n, value] of bytes.entries()) header.setUint8(96 + n, value);
  for (const [n, degrees] of made.bounds.entries()) header.setInt32(102 + n * 4, Math.round(degrees * 1e7), true);
  return Buffer.concat([new Uint8Array(header.buffer), root, metadata, leaves, data]);
}

export function directoryBytes(entries: readonly MadeEntry[]): Uint8Array {
  const out: number[] = [];
  const number = (value: number): void => {
    let rest = value;
    while (rest >= 128) {
      out.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    out.push(rest);
  };
  number(entries.length);
  let last = 0;
  for (const { id } of entries) {
    number(id - last);
    last = id;
  }
  for (const { run } of entries) number(run);
  for (const { length } of entries) number(length);
  for (const [n, { offset }] of entries.entries()) {
    const before = entries[n - 1];
    number(before !== undefined && offset === before.offset + before.length ? 0 : offset + 1);
  }
  return gzipSync(Uint8Array.from(out));
}
