/**
 * Takes a ZIP archive apart, member by member, into a sink: by its directory, or, where that is gone, by the headers that
 * are left. What cannot be unpacked whole is listed with the reason; nothing is written under a name of the archive's choice.
 */
import type { ContainerReading } from "../../core/analysis/reading-result.ts";
import { counted } from "../../core/text/counted.ts";
import { type Member, memberBytesFileName, membersFileName } from "../../core/unpacking/member.ts";
import type { ByteRanges } from "./byte-ranges.port.ts";
import { readLocalHeader, scanLocalHeaders } from "./local-header.ts";
import { u32 } from "./little-endian.ts";
import { memberName, type NameRemark } from "./member-name.ts";
import { memberTime } from "./member-time.ts";
import { packedDocument } from "./packed-document.ts";
import { type DirectoryRead, readZipDirectory, type ZipMember } from "./zip-directory.ts";
import { createZipLog, zipCannotTell, type ZipLog, type ZipTrap } from "./zip-log.ts";

export interface UnpackPorts {
  readonly file: ByteRanges;
  /** Unpacks raw deflate; ends by itself at the end of the stream. Throws for bytes that are none. */
  readonly inflate: (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  readonly crc32: (bytes: Uint8Array, before: number) => number;
  readonly sink: MemberSink;
  readonly onProgress?: (done: number) => void;
}

/** Takes the bytes of one member after the other. */
export interface MemberSink {
  /** Where the next byte comes to lie. */
  position(): number;
  write(bytes: Uint8Array): void;
  /** The digest of what was written since `start`, which stays. */
  keep(start: number): string;
  /** Forgets what was written since `start`. */
  drop(start: number): void;
  member(member: Member): void;
}

export interface UnpackLimits {
  readonly members: number;
  readonly totalBytes: number;
  /** A member that is larger than this may be so many times what it takes; deflate itself reaches 1032. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export const unpackLimits: UnpackLimits = { members: 20_000, totalBytes: 64 * 1024 ** 3, ratio: 200, ratioFrom: 64 * 1024 ** 2 };

/** Name of a member that is shown with a trap. */
const longestShown = 300;
const pieceBytes = 1024 * 1024;
const methods: Readonly<Record<number, string>> = {
  1: "shrink",
  6: "implode",
  9: "Deflate64",
  12: "bzip2",
  14: "LZMA",
  93: "Zstandard",
  95: "xz",
  96: "JPEG",
  97: "WavPack",
  98: "PPMd",
  99: "AES encryption",
};
const remarkTraps: Readonly<Record<NameRemark, ZipTrap>> = {
  guessed: "name-guessed",
  "leads-out": "name-leads-out",
  backslash: "name-with-backslash",
  odd: "name-odd",
  cut: "name-cut",
};

export async function unpackZip(ports: UnpackPorts, limits: UnpackLimits = unpackLimits): Promise<ContainerReading> {
  const log = createZipLog();
  const counts = { members: 0, unpacked: 0, leftOut: 0, bytes: 0 };
  const directory = await readZipDirectory(ports.file, limits.members);
  const listed = await membersOf(ports.file, directory, limits, log);
  const files = listed.filter((member) => !isFolder(member));
  const document = packedDocument(files.map((member) => memberName(member).path));
  if (document !== undefined) log.trap("document-packed-as-zip", document);
  else {
    if (directory.state === "read") await lookAround(ports.file, directory, listed, log);
    await unpackAll(ports, files, limits, log, counts);
  }
  return {
    kind: "container",
    format: "zip",
    membersFile: membersFileName,
    bytesFile: memberBytesFileName,
    counts,
    cannotTell: [...zipCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}

async function membersOf(file: ByteRanges, directory: DirectoryRead, limits: UnpackLimits, log: ZipLog): Promise<readonly ZipMember[]> {
  if (directory.state === "read") {
    if (directory.stated > directory.members.length) {
      const rest = directory.stated - directory.members.length;
      if (directory.members.length >= limits.members) log.trap("too-many-members", `${rest} more`);
      log.fault({
        where: "directory",
        expected: counted(directory.stated, "member"),
        found: `${directory.members.length} that can be listed`,
      });
    }
    return directory.members;
  }
  log.trap("directory-missing", "whole file");
  log.fault({ where: "directory", expected: "a directory at the end of the archive", found: directory.why });
  return scanLocalHeaders(file, limits.members);
}

/** As iPhones and Android phones name the chat in an export. Other languages have other names; the member is read by what is in it. */
function isWhatsAppName(path: string): boolean {
  return /(?:^|\/)(?:_chat|WhatsApp Chat (?:with|-) [^/]{1,300})\.txt$/i.test(path);
}

/** Folders end in a slash and hold nothing. */
function isFolder({ nameBytes, size }: ZipMember): boolean {
  const last = nameBytes.at(-1);
  return size === 0 && (last === 0x2f || last === 0x5c);
}

/** What lies in the file and belongs to no member that the directory lists. */
async function lookAround(
  file: ByteRanges,
  { prefix, behind, start }: Extract<DirectoryRead, { state: "read" }>,
  members: readonly ZipMember[],
  log: ZipLog,
): Promise<void> {
  const inOrder = members.toSorted((a, b) => a.offset - b.offset);
  const first = inOrder[0]?.offset ?? start;
  if (prefix > 0 || first > 0) log.trap("bytes-before-archive", counted(first, "byte"));
  if (behind > 0) log.trap("bytes-behind-archive", counted(behind, "byte"));
  const known = new Set(members.map(({ offset }) => offset));
  for (const [i, member] of inOrder.entries()) {
    const local = await readLocalHeader(file, member.offset);
    if (local.state === "none") continue;
    const end = local.dataAt + member.compressed;
    const next = inOrder[i + 1]?.offset ?? start;
    // A data descriptor of up to 24 bytes may stand between two members.
    for (const gap of [0, 12, 16, 20, 24]) {
      if (end + gap + 30 > next || known.has(end + gap)) continue;
      if (u32(await file.read(end + gap, 4), 0) === 0x04034b50) {
        log.trap("member-not-in-directory", `byte ${end + gap}`);
        break;
      }
    }
  }
}

async function unpackAll(
  ports: UnpackPorts,
  files: readonly ZipMember[],
  limits: UnpackLimits,
  log: ZipLog,
  counts: ContainerReading["counts"],
): Promise<void> {
  const names = new Map<string, number>();
  const overlapping = await overlaps(ports.file, files);
  for (const [i, member] of files.entries()) {
    const where = `member ${member.number}`;
    const path = nameOf(member, names, log);
    const why = overlapping.has(member)
      ? trapped("members-overlap", "its bytes lie over those of another member")
      : whyNot(member, limits, counts.bytes, ports.file.size, trapped);
    const outcome = why ?? (await unpackOne(ports, member, limits.totalBytes - counts.bytes, log));
    counts.members++;
    if (typeof outcome === "string") {
      counts.leftOut++;
      log.fault({ where, expected: "a member that can be unpacked whole", found: outcome });
      ports.sink.member({ state: "left-out", where, path, reason: outcome });
    } else {
      counts.unpacked++;
      counts.bytes += outcome.size;
      if (outcome.written === "unknown") log.trap("zip-time-no-zone", where);
      if (/\.(?:zip|7z|rar|tar|t?gz)$/i.test(path)) log.trap("archive-in-archive", where);
      if (isWhatsAppName(path)) log.trap("whatsapp-chat-inside", `${where} ${path.slice(0, longestShown).toWellFormed()}`);
      ports.sink.member({ state: "unpacked", where, path, ...outcome });
    }
    ports.onProgress?.((i + 1) / files.length);

    function trapped(code: ZipTrap, reason: string): string {
      log.trap(code, where);
      return reason;
    }
  }
}

function nameOf(member: ZipMember, names: Map<string, number>, log: ZipLog): string {
  const { path, remarks } = memberName(member);
  for (const remark of remarks) log.trap(remarkTraps[remark], `member ${member.number}`);
  const times = (names.get(path) ?? 0) + 1;
  names.set(path, times);
  if (times === 1) return path;
  log.trap("name-doubled", `member ${member.number}`);
  return `${path} (${member.number})`;
}

type Trapped = (code: ZipTrap, reason: string) => string;

/** Why a member is not even tried. */
function whyNot(member: ZipMember, limits: UnpackLimits, taken: number, archive: number, trapped: Trapped): string | undefined {
  const { flags, method, size, compressed, mode, madeBy } = member;
  if ((flags & 0x2041) !== 0 || method === 99) return trapped("encrypted", "it is encrypted");
  const sort = madeBy === 3 ? mode & 0xf000 : 0;
  if (sort !== 0 && sort !== 0x8000)
    return trapped("link-member", sort === 0xa000 ? "it is a link to another place" : "it is no plain file");
  if (method !== 0 && method !== 8) return trapped("method-unknown", `it is packed by ${methods[method] ?? `method ${method}`}`);
  const many = size > limits.ratioFrom && size > compressed * limits.ratio;
  const whole = taken + size > limits.ratioFrom * 16 && taken + size > archive * limits.ratio;
  if (many || whole) return trapped("far-larger-than-packed", `it says it is ${counted(size, "byte")} and takes ${compressed}`);
  if (taken + size > limits.totalBytes) return trapped("far-larger-than-packed", "the archive unpacks into more than is taken from one");
  return undefined;
}

/** Members whose bytes lie over those of one before them in the file. */
async function overlaps(file: ByteRanges, files: readonly ZipMember[]): Promise<ReadonlySet<ZipMember>> {
  const found = new Set<ZipMember>();
  let end = 0;
  for (const member of files.toSorted((a, b) => a.offset - b.offset || a.number - b.number)) {
    const local = await readLocalHeader(file, member.offset);
    if (local.state === "none") continue;
    if (member.offset < end) found.add(member);
    else end = local.dataAt + member.compressed;
  }
  return found;
}

interface Unpacked {
  readonly size: number;
  readonly start: number;
  readonly sha256: string;
  readonly written: string;
  readonly clock?: string;
}

/** What became of it, or why it could not be unpacked whole. */
async function unpackOne(ports: UnpackPorts, member: ZipMember, room: number, log: ZipLog): Promise<Unpacked | string> {
  const { file, sink } = ports;
  const where = `member ${member.number}`;
  const local = await readLocalHeader(file, member.offset);
  if (local.state === "none") return "its header is not where the directory says";
  if (local.method !== member.method || !sameBytes(local.nameBytes, member.nameBytes)) log.trap("directory-disagrees", where);
  if (local.dataAt + member.compressed > file.size) return "the file ends before it does";
  // A header that leaves its sizes to a descriptor behind the bytes (bit 3) says nothing before they are read.
  const stated = member.crc !== 0 || member.size !== 0 || (member.flags & 8) === 0;
  const start = sink.position();
  let size = 0;
  let crc = 0;
  let failed: string | undefined;
  try {
    const packed = ranges(file, local.dataAt, member.compressed);
    for await (const piece of member.method === 8 ? ports.inflate(packed) : packed) {
      size += piece.length;
      if (size > room || (stated && size > member.size)) {
        failed = stated ? `more than the ${member.size} bytes that it states` : "more than is taken from one archive";
        break;
      }
      crc = ports.crc32(piece, crc);
      sink.write(piece);
    }
  } catch (error) {
    if (!(error instanceof PackedWrongly)) throw error;
    failed = `${error.message} after ${size} bytes`;
  }
  if (failed === undefined && stated && size !== member.size) failed = `${counted(size, "byte")} where it states ${member.size}`;
  if (failed === undefined && stated && crc !== member.crc) failed = "another checksum than it states";
  if (failed !== undefined) {
    sink.drop(start);
    log.trap("checksum-differs", where);
    return failed;
  }
  return { size, start, sha256: sink.keep(start), ...memberTime(member) };
}

/** Bytes that the platform's inflate does not take: thrown by the port, so that nothing else is mistaken for it. */
export class PackedWrongly extends Error {}

async function* ranges(file: ByteRanges, from: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceBytes) yield await file.read(from + at, Math.min(pieceBytes, length - at));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
