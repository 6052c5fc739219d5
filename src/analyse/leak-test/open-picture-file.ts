/** Parts of PNG, JPEG, GIF and RIFF (WebP) files beside their pictures: words, metadata, thumbnails, and what lies behind their end. */
import { memorySource } from "./byte-source.ts";
import { unpack } from "./inflate-limited.ts";
import type { Opened } from "./layer.ts";

const loose = (part: string, bytes: Buffer): Opened => ({ part, source: memorySource(bytes), loose: true });

function* behind(bytes: Buffer, end: number): Generator<Opened> {
  if (end < bytes.length) yield loose(`${bytes.length - end} bytes behind the end`, bytes.subarray(end));
}

export function* openPng(bytes: Buffer): Generator<Opened> {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === "acTL") yield { refused: "an animated PNG: only its first picture can be compared", part: type };
    if (type === "zTXt" || type === "iCCP" || (type === "iTXt" && packedText(data) !== undefined)) {
      const unpacked = unpack("zlib", type === "iTXt" ? (packedText(data) as Buffer) : data.subarray(data.indexOf(0) + 2));
      if ("bytes" in unpacked) yield loose(type, unpacked.bytes);
      else yield { refused: `a packed text that cannot be read (${unpacked.fault})`, part: type };
    }
    if (type !== "IDAT") yield loose(type, data);
    at += 12 + length;
    if (type === "IEND") break;
  }
  yield* behind(bytes, at);
}

/** Packed words of iTXt, where its flag says so. */
function packedText(data: Buffer): Buffer | undefined {
  const keyEnd = data.indexOf(0);
  if (keyEnd < 0 || data[keyEnd + 1] !== 1) return undefined;
  const languageEnd = data.indexOf(0, keyEnd + 3);
  const titleEnd = data.indexOf(0, languageEnd + 1);
  return languageEnd < 0 || titleEnd < 0 ? undefined : data.subarray(titleEnd + 1);
}

export function* openJpeg(bytes: Buffer): Generator<Opened> {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1] as number;
    if (marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9) {
      at += 2;
      break;
    }
    const length = bytes.readUInt16BE(at + 2);
    const data = bytes.subarray(at + 4, at + 2 + length);
    const isTable = marker === 0xc4 || marker === 0xdb || marker === 0xda || (marker >= 0xc0 && marker <= 0xcf);
    if (!isTable) yield loose(`segment ${marker.toString(16).toUpperCase()}`, data);
    at += 2 + length;
  }
  yield* behind(bytes, at);
}

export function* openGif(bytes: Buffer): Generator<Opened> {
  let at = 13 + ((bytes[10] ?? 0) & 0x80 ? 3 << (((bytes[10] ?? 0) & 7) + 1) : 0);
  const blocks = (): Buffer => {
    const parts: Buffer[] = [];
    while (at < bytes.length) {
      const length = bytes[at] as number;
      parts.push(bytes.subarray(at + 1, at + 1 + length));
      at += 1 + length;
      if (length === 0) break;
    }
    return Buffer.concat(parts);
  };
  while (at < bytes.length) {
    const sort = bytes[at];
    if (sort === 0x21) {
      const label = bytes[at + 1] as number;
      at += 2;
      const data = blocks();
      if (label !== 0xf9) yield loose(`extension ${label.toString(16)}`, data);
    } else if (sort === 0x2c) {
      const flags = bytes[at + 9] ?? 0;
      at += 10 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0) + 1;
      blocks();
    } else {
      at += 1;
      break;
    }
  }
  yield* behind(bytes, at);
}

/** WebP, WAV, AVI: chunks. What is coded sound or picture is left to the decoders. */
export function* openRiff(bytes: Buffer): Generator<Opened> {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  yield* chunks(bytes, 12, end);
  yield* behind(bytes, end + (end % 2));
}

const codedChunks: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "ALPH", "ANMF", "data", "movi", "idx1"]);

function* chunks(bytes: Buffer, from: number, end: number): Generator<Opened> {
  let at = from;
  while (at + 8 <= end) {
    const type = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (type === "LIST" && bytes.toString("latin1", at + 8, at + 12) !== "movi")
      yield* chunks(bytes, at + 12, Math.min(end, at + 8 + length));
    else if (!codedChunks.has(type)) yield loose(`chunk ${type.trim()}`, bytes.subarray(at + 8, Math.min(end, at + 8 + length)));
    at += 8 + length + (length % 2);
  }
}
