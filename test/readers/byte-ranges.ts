/** Bytes in memory as a file that is read in ranges. */
import type { ByteRanges } from "../../src/formats/zip/byte-ranges.port.ts";

export function inMemory(bytes: Uint8Array): ByteRanges {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(Math.max(0, offset), Math.max(0, offset) + Math.max(0, length))),
  };
}
