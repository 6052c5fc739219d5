/** Outermost boxes of ISO 14496-12 and QuickTime files. Boxes within boxes are left to the decoder, so depth cannot hurt. */
import type { ByteReader } from "../byte-reader.ts";
import { mostParts, type Structure } from "./structure.ts";

/** C2PA 2.1 A.5: the user type of the box that holds a manifest. */
const c2paBox = "d8fec3d61b0e483c92975828877ec481";

/** Outermost boxes that files have. A name that is none of these and reaches beyond the end is no box but other bytes. */
const outermost: ReadonlySet<string> = new Set(
  [
    "ftyp",
    "styp",
    "moov",
    "moof",
    "mdat",
    "free",
    "skip",
    "wide",
    "uuid",
    "meta",
    "mfra",
    "sidx",
    "ssix",
    "pnot",
    "udta",
    "emsg",
    "prft",
  ].concat("PICT"),
);

export async function walkBaseMedia(bytes: ByteReader): Promise<Structure> {
  const parts = new Set<string>();
  let c2pa = false;
  let offset = 0;
  for (let n = 0; n < mostParts && offset < bytes.size; n++) {
    const head = await bytes.read(offset, 32);
    const name = head.toString("latin1", 4, 8);
    // An atom of size 0 with no name ends a QuickTime list and may stand at the very end.
    if (head.length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(name)) return ended(bytes, offset, c2pa, parts);
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return ended(bytes, offset, c2pa, parts);
    const size = short === 0 ? bytes.size - offset : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (size < 8 || (!outermost.has(name) && (short === 0 || offset + size > bytes.size))) return ended(bytes, offset, c2pa, parts);
    parts.add(name);
    if (name === "uuid" && head.toString("hex", 8, 24) === c2paBox) c2pa = true;
    offset += size;
  }
  return { missingBytes: Math.max(0, offset - bytes.size), trailing: undefined, c2pa, parts: [...parts] };
}

function ended(bytes: ByteReader, offset: number, c2pa: boolean, parts: ReadonlySet<string>): Structure {
  const left = bytes.size - offset;
  return { missingBytes: 0, trailing: left > 0 ? { offset, bytes: left } : undefined, c2pa, parts: [...parts] };
}
