/** A ZIP archive with nothing compressed and every date the same, so that the same members give the same bytes (APPNOTE.TXT 4.3). */
import { crc32 } from "node:zlib";

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 14 September 2024, 18:30:00, in the two words of MS-DOS; no zone, as in every ZIP. */
const dosTime = (18 << 11) | (30 << 5);
const dosDate = ((2024 - 1980) << 9) | (9 << 5) | 14;
/** Bit 11: names are UTF-8. */
const utf8Names = 0x0800;

export function storeZip(members: readonly ZipMember[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of members) {
    const common = commonFields(name, bytes);
    const local = Buffer.concat([words32(0x04034b50), common, Buffer.from(name), bytes]);
    directory.push(Buffer.concat([words32(0x02014b50), words16(20), common, words16(0, 0, 0), words32(0, offset), Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([words32(0x06054b50), words16(0, 0, members.length, members.length), words32(list.length, offset), words16(0)]);
  return Buffer.concat([...files, list, end]);
}

/** From "version needed" to "extra field length", which both kinds of header share. */
function commonFields(name: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    words16(20, utf8Names, 0, dosTime, dosDate),
    words32(crc32(bytes), bytes.length, bytes.length),
    words16(Buffer.byteLength(name), 0),
  ]);
}

function words16(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => out.writeUInt16LE(value, at * 2));
  return out;
}

function words32(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => out.writeUInt32LE(value, at * 4));
  return out;
}
