/** Node's inflate behind the port of the ZIP reader: raw deflate, piece by piece. */
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { PackedWrongly } from "../../formats/zip/unpack-zip.ts";

export async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false, highWaterMark: 1024 * 1024 });
  const unpacked = createInflateRaw({ chunkSize: 256 * 1024 });
  source.on("error", (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  try {
    for await (const piece of unpacked) yield piece as Uint8Array;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && (code.startsWith("Z_") || code === "ERR_TRAILING_JUNK_AFTER_STREAM_END"))
      throw new PackedWrongly("bytes that are not deflated", { cause: error });
    throw error;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}
