/**
 * A segment as a file: written beside its place and renamed, read back whole but for the lists, which are read where they are
 * asked for. Derived: a file that is torn or altered is noticed by its checksum and made again from the tables.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { Segment, SegmentColumns } from "../../core/search/segment.ts";

const magic = "wmseg2\n\0";
const partSuffix = ".part";

/** Sections in their order. Those with wider numbers come first, so that each stands at a multiple of its width. */
const sections = [
  ["times", Float64Array],
  ["places", Float64Array],
  ["ids", Uint32Array],
  ["items", Uint32Array],
  ["posts", Uint32Array],
  ["spans", Uint32Array],
  ["termStarts", Uint32Array],
  ["listStarts", Uint32Array],
  ["channels", Uint16Array],
  ["placed", Uint16Array],
  ["sorts", Uint8Array],
] as const satisfies readonly (readonly [keyof SegmentColumns | "termStarts" | "listStarts", unknown])[];

interface Header {
  readonly count: number;
  readonly firstId: number;
  readonly lastId: number;
  readonly channelNames: SegmentColumns["channelNames"];
  /** Bytes of each section, then of the vocabulary, then of the lists. */
  readonly lengths: readonly number[];
}

/** Not what it should be: expected and found, without a word of the texts. */
export class SegmentTorn extends Error {}

const align = (length: number): number => Math.ceil(length / 8) * 8;
const bytesOf = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

export function writeSegmentFile(path: string, segment: Segment & { readonly allLists: Uint32Array }): void {
  const parts = [...sections.map(([name]) => bytesOf(segment[name])), Buffer.from(segment.vocabulary, "utf8"), bytesOf(segment.allLists)];
  const { count, firstId, lastId, channelNames } = segment;
  const header: Header = { count, firstId, lastId, channelNames, lengths: parts.map(({ length }) => length) };
  const head = Buffer.from(JSON.stringify(header), "utf8");
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(head.length);
  const descriptor = openSync(path + partSuffix, "w", 0o600);
  let sum = 0;
  try {
    for (const part of [Buffer.from(magic, "latin1"), lengths, head, ...parts]) {
      for (const piece of [part, Buffer.alloc(align(part.length) - part.length)]) {
        for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
        sum = crc32(piece, sum);
      }
    }
    const end = Buffer.alloc(4);
    end.writeUInt32LE(sum);
    writeSync(descriptor, end);
  } finally {
    closeSync(descriptor);
  }
  renameSync(path + partSuffix, path);
}

export interface OpenSegmentFile {
  readonly segment: Segment;
  close(): void;
}

/** Throws SegmentTorn. The file stays open, so that it can be read on after it was replaced. */
export function openSegmentFile(path: string): OpenSegmentFile {
  const descriptor = openSync(path, "r");
  try {
    return { segment: readSegment(descriptor), close: () => closeSync(descriptor) };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function readSegment(descriptor: number): Segment {
  const { size } = fstatSync(descriptor);
  const start = readExactly(descriptor, 0, 16, size);
  if (start.toString("latin1", 0, 8) !== magic) throw new SegmentTorn("segment: expected its first eight bytes; found others");
  const headLength = start.readUInt32LE(8);
  const header = headerOf(readExactly(descriptor, 16, headLength, size));
  const listsAt = 16 + align(headLength) + header.lengths.slice(0, -1).reduce((sum, length) => sum + align(length), 0);
  const listsLength = header.lengths.at(-1) ?? 0;
  if (size !== listsAt + align(listsLength) + 4)
    throw new SegmentTorn(`segment: expected ${listsAt + align(listsLength) + 4} bytes; found ${size}`);
  const front = readExactly(descriptor, 0, listsAt, size);
  checkSum(descriptor, front, size);

  let at = 16 + align(headLength);
  const views: Record<string, unknown> = {};
  for (const [place, [name, Numbers]] of sections.entries()) {
    const length = header.lengths[place] ?? 0;
    views[name] = new Numbers(front.buffer as ArrayBuffer, front.byteOffset + at, length / Numbers.BYTES_PER_ELEMENT);
    at += align(length);
  }
  const vocabulary = front.toString("utf8", at, at + (header.lengths.at(-2) ?? 0));
  let room = new Uint32Array(1 << 14);
  return {
    ...(views as unknown as Omit<SegmentColumns, "channelNames"> & Pick<Segment, "termStarts" | "listStarts">),
    count: header.count,
    firstId: header.firstId,
    lastId: header.lastId,
    channelNames: header.channelNames,
    vocabulary,
    lists(from, to) {
      if (room.length < to - from) room = new Uint32Array(to - from);
      const lists = room.subarray(0, to - from);
      const bytes = bytesOf(lists);
      for (let read = 0; read < bytes.length;) {
        const more = readSync(descriptor, bytes, read, bytes.length - read, listsAt + from * 4 + read);
        if (more === 0) throw new SegmentTorn("segment: expected its lists; found the end of the file");
        read += more;
      }
      return lists;
    },
  };
}

function headerOf(bytes: Buffer): Header {
  try {
    return JSON.parse(bytes.toString("utf8")) as Header;
  } catch {
    throw new SegmentTorn("segment: expected its header; found no JSON");
  }
}

function readExactly(descriptor: number, from: number, length: number, size: number): Buffer {
  if (from + length > size) throw new SegmentTorn(`segment: expected at least ${from + length} bytes; found ${size}`);
  // A buffer of its own: what lies in the pool stands at any multiple, and the views need one of eight.
  const bytes = Buffer.from(new ArrayBuffer(length));
  for (let read = 0; read < length;) {
    const more = readSync(descriptor, bytes, read, length - read, from + read);
    if (more === 0) throw new SegmentTorn("segment: expected more bytes; found the end of the file");
    read += more;
  }
  return bytes;
}

function checkSum(descriptor: number, front: Buffer, size: number): void {
  let sum = crc32(front);
  const piece = Buffer.alloc(1 << 20);
  for (let at = front.length; at < size - 4;) {
    const read = readSync(descriptor, piece, 0, Math.min(piece.length, size - 4 - at), at);
    if (read === 0) throw new SegmentTorn("segment: expected more bytes; found the end of the file");
    sum = crc32(piece.subarray(0, read), sum);
    at += read;
  }
  if (readExactly(descriptor, size - 4, 4, size).readUInt32LE() !== sum)
    throw new SegmentTorn("segment: expected its checksum; found another");
}
