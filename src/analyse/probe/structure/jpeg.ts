/** Segments of a JPEG file (ITU T.81 annex B) up to its end mark; what follows that is not part of the picture. */
import type { ByteReader } from "../byte-reader.ts";
import { mostParts, type Structure } from "./structure.ts";

const chunkLength = 256 * 1024;

export async function walkJpeg(bytes: ByteReader): Promise<Structure> {
  const parts = new Set<string>();
  let c2pa = false;
  let offset = 2;
  const answer = (missingBytes: number, end: number): Structure => ({
    missingBytes,
    trailing: end < bytes.size ? { offset: end, bytes: bytes.size - end } : undefined,
    c2pa,
    parts: [...parts],
  });
  for (let n = 0; n < mostParts; n++) {
    const head = await bytes.read(offset, 32);
    const code = head[1];
    if (head.length < 2 || head[0] !== 0xff || code === undefined) return answer(offset >= bytes.size ? 1 : 0, bytes.size);
    if (code === 0xff) {
      offset += 1;
      continue;
    }
    if (code === 0xd9) return answer(0, offset + 2);
    if (code === 0x01 || (code >= 0xd0 && code <= 0xd8)) {
      offset += 2;
      continue;
    }
    if (head.length < 4) return answer(1, bytes.size);
    // JPEG XT boxes in APP11 carry JUMBF (ISO 19566-5), and that carries C2PA manifests.
    const content = head.toString("latin1", 4);
    if (code === 0xeb && content.startsWith("JP") && content.includes("jumb")) c2pa = true;
    parts.add(
      code >= 0xe0 && code <= 0xef ? `APP${code - 0xe0} ${/^[\x21-\x7e]{2,8}/.exec(content)?.[0] ?? ""}`.trim() : code.toString(16),
    );
    offset += 2 + head.readUInt16BE(2);
    if (code === 0xda) {
      const next = await afterScan(bytes, offset);
      if (next === undefined) return answer(1, bytes.size);
      offset = next;
    }
    if (offset > bytes.size) return answer(offset - bytes.size, bytes.size);
  }
  return answer(0, bytes.size);
}

/** Place of the first mark after coded data: neither a stuffed byte nor a restart. */
async function afterScan(bytes: ByteReader, from: number): Promise<number | undefined> {
  for (let offset = from; offset < bytes.size; offset += chunkLength - 1) {
    const chunk = await bytes.read(offset, chunkLength);
    for (let at = chunk.indexOf(0xff); at >= 0 && at + 1 < chunk.length; at = chunk.indexOf(0xff, at + 1)) {
      const code = chunk[at + 1] ?? 0;
      if (code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return offset + at;
    }
    if (offset + chunk.length >= bytes.size) return undefined;
  }
  return undefined;
}
