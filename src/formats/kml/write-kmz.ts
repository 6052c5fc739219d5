/** A KML file in a ZIP archive (APPNOTE 6.3), which is what KMZ is: one member, doc.kml, stored as it is. */
import { encodeUtf8 } from "../../core/bytes/utf8.ts";

const name = encodeUtf8("doc.kml");
/** 1 January 1980, the earliest date that the format has: the same bytes each time. */
const dosDate = 0x21;

export function writeKmz(kml: string): Uint8Array {
  const body = encodeUtf8(kml);
  const common = fields(
    [2, 20],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, dosDate],
    [4, crc32(body)],
    [4, body.length],
    [4, body.length],
    [2, name.length],
    [2, 0],
  );
  const local = joined(fields([4, 0x04034b50]), common, name);
  const central = joined(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, 0]), name);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, central.length], [4, local.length + body.length], [2, 0]);
  return joined(local, body, central, end);
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

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
