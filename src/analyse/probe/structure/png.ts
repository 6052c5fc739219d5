/** Chunks of a PNG file up to its end chunk. */
import type { ByteReader } from "../byte-reader.ts";
import { mostParts, type Structure } from "./structure.ts";

export async function walkPng(bytes: ByteReader): Promise<Structure> {
  const parts = new Set<string>();
  let offset = 8;
  const answer = (missingBytes: number, end: number): Structure => ({
    missingBytes,
    trailing: end < bytes.size ? { offset: end, bytes: bytes.size - end } : undefined,
    // C2PA 2.1 A.3.2: the chunk that holds a manifest.
    c2pa: parts.has("caBX"),
    parts: [...parts],
  });
  for (let n = 0; n < mostParts; n++) {
    const head = await bytes.read(offset, 8);
    if (head.length < 8) return answer(12 - head.length, bytes.size);
    const name = head.toString("latin1", 4, 8);
    if (!/^[A-Za-z]{4}$/.test(name)) return answer(0, bytes.size);
    parts.add(name);
    offset += 12 + head.readUInt32BE(0);
    if (offset > bytes.size) return answer(offset - bytes.size, bytes.size);
    if (name === "IEND") return answer(0, offset);
  }
  return answer(0, bytes.size);
}
