/** Writing a ZIP archive (PKWARE APPNOTE 6.3) whose members are stored as they are: every system opens it, and nothing needs a library. */
import { encodeUtf8 } from "../../core/bytes/utf8.ts";

export interface StoredMember {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** What one archive holds without ZIP64; also what most ways of sending take. */
export const storedZipBytesAtMost = 0xffff_ffff;

/** 1 January 1980, the earliest date that the format has: the same bytes each time, and no clock told. */
const dosDate = 0x21;

export function localHeader(member: StoredMember): Uint8Array {
  const name = encodeUtf8(member.name);
  return joined(fields([4, 0x04034b50]), common(member, name.length), name);
}

/** Everything behind the last member. `at`: where it begins. */
export function zipEnd(members: readonly StoredMember[], at: number): Uint8Array {
  const entries = members.map((member) => {
    const name = encodeUtf8(member.name);
    const rest = fields([2, 0], [2, 0], [2, 0], [4, 0], [4, member.offset]);
    return joined(fields([4, 0x02014b50], [2, 20]), common(member, name.length), rest, name);
  });
  const length = entries.reduce((sum, one) => sum + one.length, 0);
  return joined(
    ...entries,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, members.length], [2, members.length], [4, length], [4, at], [2, 0]),
  );
}

/** Bit 11: the name is UTF-8. */
function common({ crc, size }: StoredMember, nameLength: number): Uint8Array {
  return fields([2, 20], [2, 0x800], [2, 0], [2, 0], [2, dosDate], [4, crc], [4, size], [4, size], [2, nameLength], [2, 0]);
}

/** Widths in bytes and values, low byte first. */
function fields(...of: [width: number, value: number][]): Uint8Array {
  return Uint8Array.from(of.flatMap(([width, value]) => Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 0xff)));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
