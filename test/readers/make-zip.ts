/** Writes ZIP archives, honest ones and such that lie: by hand, so that every field can be anything. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  /** 8 unless stated. */
  readonly method?: number;
  readonly flags?: number;
  /** Sizes and checksum stand behind the bytes and not in front of them. */
  readonly descriptor?: boolean;
  readonly zip64?: boolean;
  readonly crc?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
  readonly mode?: number;
  /** Name in the header in front of the bytes, where it is another. */
  readonly localName?: string;
  /** Stands in the file and not in the directory. */
  readonly hidden?: boolean;
  /** The directory points at the bytes of the entry at that place. */
  readonly sameAs?: number;
}

export function makeZip(
  entries: readonly ZipEntry[],
  options: { comment?: string; prefix?: Uint8Array; stated?: number; withoutDirectory?: boolean } = {},
): Uint8Array {
  const parts: Buffer[] = [Buffer.from(options.prefix ?? [])];
  let at = 0;
  const offsets: number[] = [];
  const central: Buffer[] = [];
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(entry.bytes) : Buffer.from(entry.bytes);
    const crc = entry.crc ?? crc32(entry.bytes);
    const size = entry.size ?? entry.bytes.length;
    const flags =
      (entry.flags ?? 0) |
      (typeof entry.name === "string" && /[^\0-\x7f]/.test(entry.name) ? 0x800 : 0) |
      (entry.descriptor === true ? 8 : 0);
    const extra = Buffer.from(entry.extra ?? []);
    const known = entry.descriptor === true ? [0, 0, 0] : [crc, packed.length, size];
    const localName = Buffer.from(entry.localName ?? name);
    const offset = entry.sameAs === undefined ? at : (offsets[entry.sameAs] as number);
    offsets.push(offset);
    if (entry.sameAs === undefined) {
      const local = [head(0x04034b50, 20, flags, method), u32(...known), u16(localName.length, extra.length), localName, extra, packed];
      if (entry.descriptor === true) local.push(u32(0x08074b50, crc, packed.length, size));
      const bytes = Buffer.concat(local);
      parts.push(bytes);
      at += bytes.length;
    }
    if (entry.hidden === true) continue;
    const wide = entry.zip64 === true ? Buffer.concat([u16(1, 24), u64(size, packed.length, offset)]) : Buffer.alloc(0);
    const narrow = (value: number) => (entry.zip64 === true ? 0xffffffff : value);
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(0x0314),
        head(undefined, 20, flags, method),
        u32(crc, narrow(packed.length), narrow(size)),
        u16(name.length, extra.length + wide.length, 0, 0, 0),
        u32((entry.mode ?? 0o100644) * 0x10000, narrow(offset)),
        name,
        extra,
        wide,
      ]),
    );
  }
  const directory = Buffer.concat(central);
  if (options.withoutDirectory === true) return new Uint8Array(Buffer.concat(parts));
  const comment = Buffer.from(options.comment ?? "", "latin1");
  const count = options.stated ?? central.length;
  parts.push(directory, u32(0x06054b50), u16(0, 0, count, count), u32(directory.length, at), u16(comment.length), comment);
  return new Uint8Array(Buffer.concat(parts));
}

/** Version, flags, method and 30 March 2022, 05:40:08. */
function head(signature: number | undefined, version: number, flags: number, method: number): Buffer {
  return Buffer.concat([
    signature === undefined ? Buffer.alloc(0) : u32(signature),
    u16(version, flags, method, (5 << 11) | (40 << 5) | 4, (42 << 9) | (3 << 5) | 30),
  ]);
}

function u16(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) out.writeUInt16LE(value, i * 2);
  return out;
}

function u32(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) out.writeUInt32LE(value >>> 0, i * 4);
  return out;
}

function u64(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) out.writeBigUInt64LE(BigInt(value), i * 8);
  return out;
}
