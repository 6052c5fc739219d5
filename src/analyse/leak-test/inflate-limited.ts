/** Unpacks with a limit: what would fill the memory is a bomb, and a bomb is a reason to hand nothing over. */
import { gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";

/** One packed part. A report of a few megabytes holds none that long. */
export const mostUnpacked = 256 * 1024 * 1024;

const ways = { zlib: inflateSync, deflate: inflateRawSync, gzip: gunzipSync, zstd: zstdDecompressSync } as const;

export type Unpacked = { readonly bytes: Buffer } | { readonly fault: "bomb" | "broken" };

/** `lenient` also gives what could be read of a part that breaks off. */
export function unpack(way: keyof typeof ways, packed: Buffer, lenient = true): Unpacked {
  try {
    return { bytes: ways[way](packed, { maxOutputLength: mostUnpacked }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return { fault: "bomb" };
    if (!lenient || way === "zstd") return { fault: "broken" };
  }
  try {
    // 2: Z_SYNC_FLUSH, so that a stream without its end gives what it has.
    return { bytes: ways[way](packed, { maxOutputLength: mostUnpacked, finishFlush: 2 }) };
  } catch (error) {
    return { fault: (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "broken" };
  }
}
