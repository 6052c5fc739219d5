/**
 * OpenStreetMap's own file format (wiki.openstreetmap.org/wiki/PBF_Format), as it arrives and a block at a time: never more than
 * one block in memory. Sizes beyond the format's own limits, compressions other than zlib and requirements that this reader does
 * not know are refused before anything is unpacked.
 */
import { ExtractUnreadable } from "../../core/map-extract/extract-unreadable.ts";
import { createByteQueue } from "./byte-queue.ts";
import { bytesOf, eachField, messageOf, numberOf, textOf } from "./message-fields.ts";
import type { OsmSink } from "./osm-elements.ts";
import { readHeaderBlock } from "./read-header-block.ts";
import { readPrimitiveBlock } from "./read-primitive-block.ts";

/** fileformat.proto: a blob's header is below 64 KiB, the blob below 32 MiB, packed and unpacked. */
export const mostHeaderBytes = 64 * 1024;
export const mostBlobBytes = 32 * 1024 * 1024;

/** Unpacks zlib data to at most so many bytes; throws for what is none. */
export type Inflate = (packed: Uint8Array, most: number) => Uint8Array;

/** Throws ExtractUnreadable. */
export async function readOsmPbf(chunks: AsyncIterable<Uint8Array>, inflate: Inflate, sink: OsmSink): Promise<void> {
  const queue = createByteQueue(chunks);
  let headers = 0;
  for (let n = 1; ; n++) {
    const where = `blob ${n}`;
    const length = await queue.take(4);
    if (length === undefined) break;
    if (length.length < 4) throw new ExtractUnreadable(where, "four bytes of length", "the end of the file");
    const size = new DataView(length.buffer, length.byteOffset, 4).getUint32(0);
    if (size >= mostHeaderBytes)
      throw new ExtractUnreadable(
        where,
        `a header below ${mostHeaderBytes} bytes`,
        n === 1 ? "something else: this is no .osm.pbf file" : String(size),
      );
    const { type, bytes } = headerOf(await whole(queue, size, where), where);
    if (bytes < 0 || bytes >= mostBlobBytes) throw new ExtractUnreadable(where, `at most ${mostBlobBytes} bytes`, String(bytes));
    const blob = await whole(queue, bytes, where);
    if (type === "OSMHeader") {
      headers++;
      sink.header(readHeaderBlock(contentOf(blob, inflate, where), where));
    } else if (type === "OSMData") {
      if (headers === 0) throw new ExtractUnreadable(where, "a header (OSMHeader) before any data", "data");
      readPrimitiveBlock(contentOf(blob, inflate, where), where, sink);
    }
    // The format lets readers skip blobs of other types.
  }
  if (headers === 0) throw new ExtractUnreadable("the whole file", "a header (OSMHeader)", "none");
}

async function whole(queue: ReturnType<typeof createByteQueue>, size: number, where: string): Promise<Uint8Array> {
  const bytes = await queue.take(size);
  if (bytes?.length === size || size === 0) return bytes ?? new Uint8Array();
  throw new ExtractUnreadable(where, `${size} bytes`, `the end of the file after ${bytes?.length ?? 0}`);
}

function headerOf(header: Uint8Array, where: string): { readonly type: string; readonly bytes: number } {
  const message = messageOf(header, where);
  let [type, bytes]: [string | undefined, number | undefined] = [undefined, undefined];
  eachField(message, (field) => {
    if (field === 1) type = textOf(bytesOf(message));
    else if (field === 3) bytes = numberOf(message, true);
  });
  if (type === undefined || bytes === undefined) throw new ExtractUnreadable(where, "a header with type and size", "one without");
  return { type, bytes };
}

const compressions: { readonly [field: number]: string | undefined } = { 4: "LZMA", 5: "bzip2", 6: "LZ4", 7: "Zstandard" };

function contentOf(blob: Uint8Array, inflate: Inflate, where: string): Uint8Array {
  const message = messageOf(blob, where);
  let [raw, packed, size]: [Uint8Array?, Uint8Array?, number?] = [];
  let foreign: string | undefined;
  eachField(message, (field) => {
    if (field === 1) raw = bytesOf(message);
    else if (field === 2) size = numberOf(message, true);
    else if (field === 3) packed = bytesOf(message);
    else foreign ??= compressions[field];
  });
  if (raw !== undefined) return raw;
  if (packed === undefined)
    throw new ExtractUnreadable(
      where,
      "data packed with zlib, or not at all",
      foreign ?? "none. `osmium cat -f pbf` writes what is read here",
    );
  if (size === undefined || size < 0 || size > mostBlobBytes)
    throw new ExtractUnreadable(where, `an unpacked size of at most ${mostBlobBytes} bytes`, size === undefined ? "none" : String(size));
  let content: Uint8Array;
  try {
    content = inflate(packed, Math.max(1, size));
  } catch {
    throw new ExtractUnreadable(where, `zlib data that unpacks to ${size} bytes`, "damaged or longer data");
  }
  if (content.length !== size) throw new ExtractUnreadable(where, `${size} bytes unpacked`, String(content.length));
  return content;
}
