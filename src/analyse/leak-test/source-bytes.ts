/**
 * Finds stretches of the originals' own coded bytes in anything that is scanned, wherever they lie and whatever stands around them.
 * Only coded picture and sound count: tables and words of encoders are the same in many files.
 */
import { openSync, readSync, closeSync, statSync } from "node:fs";
import type { SecretMedia } from "../../core/edition/leak-test.port.ts";
import { runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { mediaFile } from "./media-file.ts";

export type SourceFinder = (bytes: Buffer, use: (label: string, at: number, length: number) => void) => void;

const windowLength = 16;
const stride = 32;
/** Always holds two whole windows. */
const runAtLeast = 96;
const packetAtLeast = 200;
const mostWindows = 3_000_000;
const longestSource = 1024 * 1024 * 1024;
const printableAtMost = 0.7;
const distinctAtLeast = 24;

interface Indexed {
  readonly label: string;
  readonly bytes: Buffer;
  /** Rising. */
  readonly ranges: Ranges;
}

/**
 * `whole`: only all of it counts. A coder of sound that gets its own output again finds the same figures for parts of a packet:
 * measured with AAC, up to 315 of 352 bytes of packets that were never copied.
 */
type Ranges = readonly { readonly from: number; readonly to: number; readonly whole: boolean }[];

/** `refuse` is told of an original that is too long to be held. */
export async function findSources(
  media: readonly SecretMedia[],
  ffprobe: string,
  refuse: (label: string, why: string) => void,
): Promise<SourceFinder> {
  const sources: Indexed[] = [];
  const places = new Map<number, number[]>();
  const bits = new Uint8Array(1 << 21);
  let windows = 0;
  for (const { label, path, kind } of media) {
    if (statSync(path).size > longestSource) {
      refuse(label, "the original is longer than can be compared byte for byte");
      continue;
    }
    const bytes = readWhole(path);
    const ranges = kind === "picture" ? pictureRanges(bytes) : await packetRanges(path, ffprobe);
    const number = sources.push({ label, bytes, ranges }) - 1;
    const coded = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
    const step = Math.max(stride, Math.ceil(coded / (mostWindows / media.length)));
    for (const { from, to } of ranges)
      for (let at = from; at + windowLength <= to; at += step) {
        const key = bytes.readUInt32LE(at);
        if (key === 0 || key === 0xffffffff) continue;
        const list = places.get(key);
        const place = number * 2 ** 31 + at;
        if (list === undefined) places.set(key, [place]);
        else if (list.length < 16) list.push(place);
        const hash = Math.imul(key, 0x9e3779b1) >>> 8;
        bits[hash >>> 3] = (bits[hash >>> 3] as number) | (1 << (hash & 7));
        windows++;
      }
  }
  if (windows === 0) return () => undefined;
  return (bytes, use) => {
    for (let at = 0; at + windowLength <= bytes.length; at++) {
      const key =
        ((bytes[at] as number) |
          ((bytes[at + 1] as number) << 8) |
          ((bytes[at + 2] as number) << 16) |
          ((bytes[at + 3] as number) << 24)) >>>
        0;
      const hash = Math.imul(key, 0x9e3779b1) >>> 8;
      if (((bits[hash >>> 3] as number) & (1 << (hash & 7))) === 0) continue;
      for (const place of places.get(key) ?? []) {
        const source = sources[Math.floor(place / 2 ** 31)] as Indexed;
        const from = place % 2 ** 31;
        const [before, after] = common(bytes, at, source.bytes, from);
        if (!isEnough(source.ranges, from, before, after) || !isCoded(bytes.subarray(at - before, at + after))) continue;
        use(source.label, at - before, before + after);
        at += after;
        break;
      }
    }
  };
}

function isEnough(ranges: Ranges, from: number, before: number, after: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ranges[middle]?.from ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  const range = ranges[low];
  if (range?.whole === true && (from - before > range.from || from + after < range.to)) return false;
  return before + after >= runAtLeast;
}

function common(a: Buffer, at: number, b: Buffer, from: number): [before: number, after: number] {
  let after = 0;
  while (at + after < a.length && from + after < b.length && a[at + after] === b[from + after]) after++;
  if (after < windowLength) return [0, 0];
  let before = 0;
  while (before < at && before < from && a[at - before - 1] === b[from - before - 1]) before++;
  return [before, after];
}

function isCoded(run: Buffer): boolean {
  const sample = run.subarray(0, 4096);
  let printable = 0;
  const seen = new Set<number>();
  for (const byte of sample) {
    if (byte >= 32 && byte < 127) printable++;
    seen.add(byte);
  }
  return printable / sample.length <= printableAtMost && seen.size >= distinctAtLeast;
}

function readWhole(path: string): Buffer {
  const bytes = Buffer.alloc(statSync(path).size);
  const fd = openSync(path, "r");
  try {
    for (let at = 0; at < bytes.length;) {
      const read = readSync(fd, bytes, at, Math.min(bytes.length - at, 1 << 26), at);
      if (read === 0) break;
      at += read;
    }
  } finally {
    closeSync(fd);
  }
  return bytes;
}

async function packetRanges(path: string, ffprobe: string): Promise<Ranges> {
  const { demuxer } = await mediaFile(path, { ffmpeg: "", ffprobe });
  const ranges: Ranges[number][] = [];
  let rest = "";
  const args = ["-v", "error", ...safeInput(demuxer), "-show_entries", "packet=codec_type,size,pos", "-of", "csv=p=0", path];
  await runProgram(ffprobe, args, {
    inputPath: path,
    onOutput: (chunk) => {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [sort, ...figures] = line.split(",");
        const [size, pos] = figures.map(Number);
        if (size !== undefined && pos !== undefined && size >= packetAtLeast && pos >= 0)
          ranges.push({ from: pos, to: pos + size, whole: sort === "audio" });
      }
    },
  });
  return ranges.sort((a, b) => a.from - b.from);
}

/** Coded data of JPEG scans and PNG; of other pictures all but their beginning. */
function pictureRanges(bytes: Buffer): Ranges {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const ranges: Ranges[number][] = [];
    for (let at = bytes.indexOf("ffda", 0, "hex"); at >= 0; at = bytes.indexOf("ffda", at + 2, "hex")) {
      const from = at + 2 + bytes.readUInt16BE(at + 2);
      let to = from;
      while (to + 1 < bytes.length && !(bytes[to] === 0xff && bytes[to + 1] !== 0 && ((bytes[to + 1] as number) & 0xf8) !== 0xd0)) to++;
      ranges.push({ from, to, whole: false });
    }
    return ranges;
  }
  const data = bytes.indexOf("IDAT", 0, "latin1");
  return [{ from: bytes[0] === 0x89 && data > 0 ? data + 6 : 1024, to: bytes.length, whole: false }];
}
