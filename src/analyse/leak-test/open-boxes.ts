/** Boxes of MP4 and its family (ISO/IEC 14496-12): everything but the coded media and the tables of its samples, also what no player reads. */
import { type ByteSource, memorySource } from "./byte-source.ts";
import type { Opened } from "./layer.ts";

const containers: ReadonlySet<string> = new Set([
  ...[
    "moov",
    "trak",
    "mdia",
    "minf",
    "stbl",
    "udta",
    "edts",
    "dinf",
    "mvex",
    "moof",
    "traf",
    "mfra",
    "ilst",
    "tref",
    "gmhd",
    "iprp",
    "ipco",
  ],
]);
const tables: ReadonlySet<string> = new Set([
  "stts",
  "stsc",
  "stsz",
  "stz2",
  "stco",
  "co64",
  "ctts",
  "stss",
  "sdtp",
  "sgpd",
  "sbgp",
  "trun",
  "cslg",
]);
const longestBox = 8 * 1024 * 1024;
const deepest = 12;

export function* openBoxes(source: ByteSource, from = 0, end = source.size, deep = 0): Generator<Opened> {
  let at = from;
  while (at + 8 <= end) {
    const header = source.slice(at, 16);
    const type = header.toString("latin1", 4, 8);
    let length = header.readUInt32BE(0);
    let headerLength = 8;
    if (length === 1 && header.length >= 16) {
      length = Number(header.readBigUInt64BE(8));
      headerLength = 16;
    } else if (length === 0) length = end - at;
    if (length < headerLength || at + length > end || !/^[\x20-\x7e\xa9]{4}$/.test(type)) break;
    const body = at + headerLength;
    const size = length - headerLength;
    if (type === "meta")
      yield* openBoxes(source, body + (source.slice(body + 4, 4).toString("latin1") === "hdlr" ? 0 : 4), at + length, deep + 1);
    else if ((containers.has(type) || (deep > 0 && type.startsWith("\xa9")) || type === "----") && deep < deepest) {
      yield* openBoxes(source, body, at + length, deep + 1);
      if (type.startsWith("\xa9"))
        yield { part: `box ${type}`, source: memorySource(source.slice(body, Math.min(size, longestBox))), loose: true };
    } else if (type !== "mdat" && !tables.has(type)) {
      if (size > longestBox) yield { refused: `a box of ${size} bytes that is no media`, part: `box ${type}` };
      else if (size > 0) yield { part: `box ${type}`, source: memorySource(source.slice(body, size)), loose: true };
    }
    at += length;
  }
  if (at < end) {
    const rest = Math.min(end - at, longestBox);
    if (end - at > longestBox) yield { refused: `${end - at} bytes that are no box`, part: "behind the boxes" };
    yield { part: "behind the boxes", source: memorySource(source.slice(at, rest)), loose: true };
  }
}
