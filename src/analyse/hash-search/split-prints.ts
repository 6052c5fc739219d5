/** Frame prints as rows to be stored: what is below the least quality is counted, equal neighbours become one row, near ones a run. */
import { CaseError } from "../../core/case/case-error.ts";
import { type FramePrints, hashBytes, leastQuality } from "../../core/copies/frame-prints.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { asWords, words as hashWords } from "../segment-match/hamming.ts";
import type { HashPlane, Piece, RowGroup, StoredSource } from "./hash-rows.ts";
import { makeRuns } from "./make-runs.ts";
import { halfBytes } from "./scan-module.ts";

export type HashColumns = Pick<FramePrints, "times" | "quality" | "hashes" | "innerHashes">;
export interface PrintedSource {
  /** Digest of the item's bytes. */
  readonly source: Digest;
  readonly prints: HashColumns;
}

/** Microseconds in a piece. */
const longest = 2 ** 32 - 1;

export function splitPrints({ source, prints }: PrintedSource): { readonly stored: StoredSource; readonly pieces: readonly Piece[] } {
  check(source, prints);
  const words = { whole: asWords(prints.hashes), inner: asWords(prints.innerHashes) };
  const fit = Array.from(prints.quality.keys()).filter((frame) => (prints.quality[frame] ?? 0) >= leastQuality);
  const differs = (frame: number) => !sameHash(words.whole, frame, words.inner, frame);
  return {
    stored: { source, lowQualityFrames: prints.quality.length - fit.length },
    pieces: [
      ...splitPlane(source, "whole", words.whole, prints.times, fit),
      ...splitPlane(source, "inner", words.inner, prints.times, fit.filter(differs)),
    ],
  };
}

interface Row {
  readonly frame: number;
  readonly at: number;
  last: number;
  frames: number;
}

function splitPlane(source: Digest, plane: HashPlane, words: Uint32Array, times: Float64Array, frames: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let rows: Row[] = [];
  let baseSec = 0;
  const end = () => {
    if (rows.length > 0) pieces.push(pieceOf(source, plane, baseSec, rows, words));
    rows = [];
  };
  for (const frame of frames) {
    const time = times[frame] ?? 0;
    if (Math.round((time - baseSec) * 1e6) > longest) end();
    if (rows.length === 0) baseSec = time;
    const at = Math.round((time - baseSec) * 1e6);
    const before = rows.at(-1);
    if (before === undefined || !sameHash(words, before.frame, words, frame)) rows.push({ frame, at, last: at, frames: 1 });
    else {
      before.last = at;
      before.frames++;
    }
  }
  end();
  return pieces;
}

function pieceOf(source: Digest, plane: HashPlane, baseSec: number, rows: readonly Row[], words: Uint32Array): Piece {
  const own = new Uint32Array(rows.length * hashWords);
  for (const [at, { frame }] of rows.entries()) own.set(words.subarray(frame * hashWords, (frame + 1) * hashWords), at * hashWords);
  const [singles, heads, tails]: [number[], number[], number[]] = [[], [], []];
  const [radii, tailCounts]: [number[], number[]] = [[], []];
  for (const { start, end, head, radius } of makeRuns(own)) {
    if (end - start === 1) {
      singles.push(head);
      continue;
    }
    heads.push(head);
    radii.push(radius);
    tailCounts.push(end - start - 1);
    for (let row = start; row < end; row++) if (row !== head) tails.push(row);
  }
  const bytes = new Uint8Array(own.buffer);
  const group = (chosen: readonly number[]) => groupOf(chosen, rows, bytes);
  return {
    source,
    plane,
    baseSec,
    singles: group(singles),
    heads: group(heads),
    tails: group(tails),
    radii: Uint8Array.from(radii),
    tailCounts: Uint32Array.from(tailCounts),
  };
}

function groupOf(chosen: readonly number[], rows: readonly Row[], bytes: Uint8Array): RowGroup {
  const first = new Uint8Array(chosen.length * halfBytes);
  const second = new Uint8Array(chosen.length * halfBytes);
  for (const [at, row] of chosen.entries()) {
    const from = row * hashBytes;
    first.set(bytes.subarray(from, from + halfBytes), at * halfBytes);
    second.set(bytes.subarray(from + halfBytes, from + hashBytes), at * halfBytes);
  }
  const of = (row: number): Row => rows[row] as Row;
  const repeated = Array.from(chosen.keys()).filter((at) => of(chosen[at] ?? 0).frames > 1);
  return {
    first,
    second,
    times: Uint32Array.from(chosen, (row) => of(row).at),
    repeatRows: Uint32Array.from(repeated),
    repeatFrames: Uint32Array.from(repeated, (at) => of(chosen[at] ?? 0).frames),
    repeatTimes: Uint32Array.from(repeated, (at) => of(chosen[at] ?? 0).last),
  };
}

function sameHash(a: Uint32Array, frameA: number, b: Uint32Array, frameB: number): boolean {
  for (let word = 0; word < hashWords; word++) if (a[frameA * hashWords + word] !== b[frameB * hashWords + word]) return false;
  return true;
}

function check(source: Digest, { times, quality, hashes, innerHashes }: HashColumns): void {
  const wrong = (expected: string, found: string | number) =>
    new CaseError("INPUT_INVALID", `hash search: prints of ${source}: expected ${expected}; found ${found}`);
  if (times.length !== quality.length) throw wrong(`${quality.length} moments, one for each quality`, times.length);
  for (const column of [hashes, innerHashes])
    if (column.length !== quality.length * hashBytes) throw wrong(`${quality.length * hashBytes} bytes of hashes`, column.length);
  for (let frame = 0, before = -Infinity; frame < times.length; frame++) {
    const time = times[frame] ?? NaN;
    if (!Number.isFinite(time) || time < before) throw wrong("moments that rise", `another one at frame ${frame}`);
    before = time;
  }
}
