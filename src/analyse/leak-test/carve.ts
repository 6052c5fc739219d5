/** Finds files that begin inside other bytes, by what they begin with: behind the end of a picture, between the media of a recording. */
import { type ByteSource, memorySource } from "./byte-source.ts";
import { unpack } from "./inflate-limited.ts";
import { isZlibHead } from "./kind-of-bytes.ts";

const beginnings = ["\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "PK\x03\x04", "%PDF-", "\x1f\x8b\x08", "GIF89a", "GIF87a", "RIFF"] as const;
const windowBytes = 16 * 1024 * 1024;
/** Longest file that is cut out. */
const longest = 32 * 1024 * 1024;
/** More beginnings in one part are chance, or made to cost time; the words were looked for in all of its bytes anyway. */
const mostCuts = 400;
const mostTries = 1000;
const firstLook = 1024;
/** Fewer bytes come out of chance. */
const leastUnpacked = 24;

export function* carve(source: ByteSource): Generator<{ readonly at: number; readonly source: ByteSource }> {
  let cuts = 0;
  let tries = 0;
  for (let from = 0; from < source.size; from += windowBytes) {
    const piece = source.slice(from, windowBytes + 16);
    const places: number[] = [];
    for (const beginning of beginnings)
      for (let at = piece.indexOf(beginning, 0, "latin1"); at >= 0; at = piece.indexOf(beginning, at + 1, "latin1")) places.push(at);
    for (let at = piece.indexOf("ftyp", 4, "latin1"); at >= 0; at = piece.indexOf("ftyp", at + 1, "latin1")) places.push(at - 4);
    for (const at of places.filter((one) => from + one > 0).sort((a, b) => a - b)) {
      if (++cuts > mostCuts) return;
      yield { at: from + at, source: memorySource(source.slice(from + at, longest)) };
    }
    for (let at = piece.indexOf(0x78); at >= 0; at = piece.indexOf(0x78, at + 1)) {
      if (!isZlibHead(piece, at) || from + at === 0) continue;
      // Chance breaks off within a few bytes: only what still reads after this much is unpacked.
      if ("fault" in unpack("zlib", piece.subarray(at, at + firstLook))) continue;
      if (++tries > mostTries) break;
      const unpacked = unpack("zlib", source.slice(from + at, 4 * 1024 * 1024), false);
      if ("bytes" in unpacked && unpacked.bytes.length >= leastUnpacked) yield { at: from + at, source: memorySource(unpacked.bytes) };
    }
  }
}
