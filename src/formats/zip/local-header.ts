/** The header in front of a member's bytes (APPNOTE 4.3.7): says where they begin, and what it says otherwise than the directory. */
import type { ByteRanges } from "./byte-ranges.port.ts";
import { u16, u32 } from "./little-endian.ts";
import type { ZipMember } from "./zip-directory.ts";

const localSignature = 0x04034b50;
const headerLength = 30;

export type LocalRead =
  | {
      readonly state: "read";
      readonly dataAt: number;
      readonly nameBytes: Uint8Array;
      readonly method: number;
      readonly flags: number;
    }
  | { readonly state: "none" };

export async function readLocalHeader(file: ByteRanges, offset: number): Promise<LocalRead> {
  if (offset < 0 || offset + headerLength > file.size) return { state: "none" };
  const head = await file.read(offset, headerLength);
  if (u32(head, 0) !== localSignature) return { state: "none" };
  const nameLength = u16(head, 26);
  const dataAt = offset + headerLength + nameLength + u16(head, 28);
  const nameBytes = await file.read(offset + headerLength, nameLength);
  return { state: "read", dataAt, nameBytes, method: u16(head, 8), flags: u16(head, 6) };
}

/** Members found by their local headers alone, for an archive whose directory is gone. Their bytes end where the next one begins. */
export async function scanLocalHeaders(file: ByteRanges, mostMembers: number): Promise<ZipMember[]> {
  const found: ZipMember[] = [];
  const chunk = 1024 * 1024;
  for (let at = 0; at < file.size && found.length < mostMembers;) {
    const bytes = await file.read(at, chunk + headerLength);
    let i = nextSignature(bytes, 0);
    for (; i >= 0 && i < chunk && found.length < mostMembers; i = nextSignature(bytes, i + 4)) {
      const member = i + headerLength <= bytes.length ? await memberAt(file, at + i, bytes.subarray(i), found.length + 1) : undefined;
      if (member !== undefined) found.push(member);
    }
    at += chunk;
  }
  return found.map((member, i) => {
    const end = found[i + 1]?.offset ?? file.size;
    const room = end - member.offset - headerLength - member.nameBytes.length;
    return member.compressed > 0 && member.compressed <= room ? member : { ...member, compressed: Math.max(0, room) };
  });
}

function nextSignature(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (u32(bytes, at) === localSignature) return at;
  }
  return -1;
}

async function memberAt(file: ByteRanges, offset: number, head: Uint8Array, number: number): Promise<ZipMember | undefined> {
  const [nameLength, extraLength, method] = [u16(head, 26), u16(head, 28), u16(head, 8)];
  // Four bytes in compressed data are no header: what follows must look like one.
  if (nameLength === 0 || nameLength > 4096 || method > 99 || u16(head, 4) > 100) return undefined;
  const rest = await file.read(offset + headerLength, nameLength + extraLength);
  return {
    number,
    nameBytes: rest.slice(0, nameLength),
    extra: rest.slice(nameLength),
    flags: u16(head, 6),
    method,
    dosTime: u16(head, 10),
    dosDate: u16(head, 12),
    crc: u32(head, 14),
    compressed: u32(head, 18),
    size: u32(head, 22),
    offset,
    mode: 0,
    madeBy: 0,
  };
}
