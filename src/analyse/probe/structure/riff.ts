/** Outermost chunks of RIFF files: AVI, WAVE, WebP. */
import type { ByteReader } from "../byte-reader.ts";
import { mostParts, type Structure } from "./structure.ts";

/** Written by recorders that could not go back to fill in the size. */
const openSizes: ReadonlySet<number> = new Set([0, 0xffff_ffff]);

export async function walkRiff(bytes: ByteReader): Promise<Structure> {
  const parts = new Set<string>();
  let offset = 0;
  for (let n = 0; n < mostParts && offset < bytes.size; n++) {
    const head = await bytes.read(offset, 12);
    const name = head.toString("latin1", 0, 4);
    // Large AVI files (OpenDML) go on in further RIFF chunks.
    if (head.length < 12 || name !== "RIFF") break;
    const size = head.readUInt32LE(4);
    if (openSizes.has(size)) return { missingBytes: 0, trailing: undefined, c2pa: false, parts: [...parts] };
    await walkInside(bytes, offset + 12, Math.min(bytes.size, offset + 8 + size), parts);
    offset += 8 + size + (size % 2);
  }
  // A missing fill byte at the very end is common and means nothing.
  const missing = offset - bytes.size;
  return {
    missingBytes: missing > 1 ? missing : 0,
    trailing: offset > 0 && offset < bytes.size ? { offset, bytes: bytes.size - offset } : undefined,
    c2pa: parts.has("C2PA"),
    parts: [...parts],
  };
}

async function walkInside(bytes: ByteReader, from: number, end: number, parts: Set<string>): Promise<void> {
  let offset = from;
  for (let n = 0; n < mostParts && offset + 8 <= end; n++) {
    const head = await bytes.read(offset, 8);
    const size = head.readUInt32LE(4);
    parts.add(head.toString("latin1", 0, 4).replace(/[^\x20-\x7e]/g, "?"));
    offset += 8 + size + (size % 2);
  }
}
