/**
 * The directory at the end of a ZIP archive (PKWARE APPNOTE 6.3.10, 4.3.12-4.3.16), ZIP64 included. It is what other
 * programs show; what lies in the file and not in it is looked for elsewhere. Nothing is unpacked here.
 */
import type { ByteRanges } from "./byte-ranges.port.ts";
import { u16, u32, u64 } from "./little-endian.ts";

export interface ZipMember {
  /** Counted from 1 in the order of the directory. */
  readonly number: number;
  readonly nameBytes: Uint8Array;
  readonly extra: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly dosTime: number;
  readonly dosDate: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Upper half of the external attributes: a Unix file mode when `madeBy` says so. */
  readonly mode: number;
  readonly madeBy: number;
}

export type DirectoryRead =
  | {
      readonly state: "read";
      readonly members: readonly ZipMember[];
      /** How many the archive says it has. */
      readonly stated: number;
      /** Bytes in front of the archive: a program, or another file. */
      readonly prefix: number;
      /** Bytes behind its end record and comment. */
      readonly behind: number;
      /** Where the directory begins in the file. */
      readonly start: number;
    }
  | { readonly state: "none"; readonly why: string };

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
/** A directory of 20,000 members with long names takes a few megabytes. */
const longestDirectory = 256 * 1024 * 1024;

/** At most `mostMembers` are listed; `stated` tells of the rest. */
export async function readZipDirectory(file: ByteRanges, mostMembers: number): Promise<DirectoryRead> {
  const tailStart = Math.max(0, file.size - endLength - longestComment);
  const tail = await file.read(tailStart, file.size - tailStart);
  const at = findEnd(tail);
  if (at < 0) return { state: "none", why: "it has no directory: it is cut, or it was never finished" };
  const endAt = tailStart + at;
  const behind = tail.length - at - endLength - u16(tail, at + 20);
  let disk = u16(tail, at + 4);
  let stated = u16(tail, at + 10);
  let length = u32(tail, at + 12);
  let offset = u32(tail, at + 16);
  let before = endAt;
  if (stated === 0xffff || length === 0xffffffff || offset === 0xffffffff || disk === 0xffff) {
    const wide = await readEnd64(file, endAt);
    if (wide !== undefined) ({ disk, stated, length, offset, before } = wide);
  }
  if (disk !== 0) return { state: "none", why: "it is one part of an archive that was split" };
  // What stands in front shifts all offsets alike.
  const start = before - length;
  if (start < 0 || length > longestDirectory) return { state: "none", why: "its directory lies outside the file" };
  const prefix = Math.max(0, start - offset);
  const bytes = await file.read(start, length);
  const members = listEntries(bytes, prefix, mostMembers);
  if (members.length === 0 && stated > 0) return { state: "none", why: "its directory could not be read" };
  return { state: "read", members, stated: Math.max(stated, members.length), prefix, behind: Math.max(0, behind), start };
}

/** The last end record whose comment ends with the file; else the last one at all. */
function findEnd(tail: Uint8Array): number {
  let last = -1;
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (u32(tail, at) !== endSignature) continue;
    if (at + endLength + u16(tail, at + 20) === tail.length) return at;
    if (last < 0) last = at;
  }
  return last;
}

async function readEnd64(file: ByteRanges, endAt: number) {
  const locator = await file.read(Math.max(0, endAt - 20), 20);
  if (u32(locator, 0) !== locator64Signature) return undefined;
  const stated = u64(locator, 8);
  // With something in front of the archive the record stands right before its locator.
  for (const at of [stated, endAt - 20 - 56]) {
    if (at === undefined || at < 0 || at > file.size) continue;
    const record = await file.read(at, 56);
    if (u32(record, 0) !== end64Signature) continue;
    const [count, length, offset] = [u64(record, 32), u64(record, 40), u64(record, 48)];
    if (count === undefined || length === undefined || offset === undefined) return undefined;
    return { disk: u32(record, 16), stated: count, length, offset, before: at };
  }
  return undefined;
}

function listEntries(bytes: Uint8Array, prefix: number, mostMembers: number): ZipMember[] {
  const members: ZipMember[] = [];
  for (let at = 0; at + 46 <= bytes.length && members.length < mostMembers;) {
    if (u32(bytes, at) !== entrySignature) break;
    const [nameLength, extraLength, commentLength] = [u16(bytes, at + 28), u16(bytes, at + 30), u16(bytes, at + 32)];
    const nameEnd = at + 46 + nameLength;
    const extra = bytes.slice(nameEnd, nameEnd + extraLength);
    const sizes = wideSizes(extra, u32(bytes, at + 24), u32(bytes, at + 20), u32(bytes, at + 42));
    members.push({
      number: members.length + 1,
      nameBytes: bytes.slice(at + 46, nameEnd),
      extra,
      madeBy: bytes[at + 5] ?? 0,
      flags: u16(bytes, at + 8),
      method: u16(bytes, at + 10),
      dosTime: u16(bytes, at + 12),
      dosDate: u16(bytes, at + 14),
      crc: u32(bytes, at + 16),
      compressed: sizes.compressed,
      size: sizes.size,
      offset: sizes.offset + prefix,
      mode: u16(bytes, at + 40),
    });
    at = nameEnd + extraLength + commentLength;
  }
  return members;
}

/** Sizes that do not fit stand in the ZIP64 extra field, in this order, only those that do not fit (4.5.3). */
function wideSizes(extra: Uint8Array, size: number, compressed: number, offset: number) {
  const field = extraField(extra, 0x0001);
  let at = 0;
  const wide = (narrow: number): number => {
    if (narrow !== 0xffffffff || field === undefined || at + 8 > field.length) return narrow;
    at += 8;
    return u64(field, at - 8) ?? narrow;
  };
  return { size: wide(size), compressed: wide(compressed), offset: wide(offset) };
}

export function extraField(extra: Uint8Array, id: number): Uint8Array | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = u16(extra, at + 2);
    if (u16(extra, at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}
