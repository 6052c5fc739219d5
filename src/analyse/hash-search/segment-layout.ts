/** How pieces stand in a segment, both ways: columns over all rows, singles first, then heads, then tails. The bytes: docs/formats/hash-search.md. */
import { fromHex } from "../../core/bytes/hex.ts";
import { hashBytes } from "../../core/copies/frame-prints.ts";
import { type Digest, digestOf, digitsOf } from "../../core/hash/digest.ts";
import { groupNames, type Piece, planes, type RowGroup, rowsOf, type StoredSource } from "./hash-rows.ts";
import { halfBytes } from "./scan-module.ts";

/** Columns in their order; those with wider numbers first, so that each stands at a multiple of its width. */
const columns = [
  ["first", Uint8Array],
  ["second", Uint8Array],
  ["bases", Float64Array],
  ["times", Uint32Array],
  /** Tails of each head begin here, counted among the tails; one more says where the last ones end. */
  ["firstTails", Uint32Array],
  /** Rows of a piece: source, then singles, heads and tails. */
  ["pieceSources", Uint32Array],
  ["pieceSingles", Uint32Array],
  ["pieceHeads", Uint32Array],
  ["pieceTails", Uint32Array],
  ["repeatRows", Uint32Array],
  ["repeatFrames", Uint32Array],
  ["repeatTimes", Uint32Array],
  ["lowQualityFrames", Uint32Array],
  ["radii", Uint8Array],
  ["piecePlanes", Uint8Array],
] as const;
type ColumnTypes = { [C in (typeof columns)[number] as C[0]]: InstanceType<C[1]> };
export type ColumnName = keyof ColumnTypes;

export interface Segment extends Readonly<ColumnTypes> {
  readonly sources: readonly Digest[];
  /** Rows of each group. */
  readonly singles: number;
  readonly heads: number;
  readonly tails: number;
}

/** What a reader must know before it can place the columns. */
export interface SegmentHead {
  readonly sources: number;
  readonly singles: number;
  readonly heads: number;
  readonly tails: number;
  readonly pieces: number;
  readonly repeats: number;
}

const align = (length: number): number => Math.ceil(length / 8) * 8;

function lengthOf(name: ColumnName, head: SegmentHead): number {
  const rows = head.singles + head.heads + head.tails;
  if (name === "first" || name === "second") return rows * halfBytes;
  if (name === "times") return rows;
  if (name === "firstTails") return head.heads + 1;
  if (name === "radii") return head.heads;
  if (name === "lowQualityFrames") return head.sources;
  return name.startsWith("repeat") ? head.repeats : head.pieces;
}

/** Bytes of all columns. */
export function columnBytes(head: SegmentHead): number {
  return columns.reduce((sum, [name, Numbers]) => sum + align(lengthOf(name, head) * Numbers.BYTES_PER_ELEMENT), 0);
}

/** Columns over bytes that stand at a multiple of eight. */
export function viewColumns(head: SegmentHead, sources: readonly Digest[], buffer: ArrayBufferLike, at: number): Segment {
  const views: Record<string, unknown> = {};
  let place = at;
  for (const [name, Numbers] of columns) {
    const length = lengthOf(name, head);
    views[name] = new Numbers(buffer as ArrayBuffer, place, length);
    place += align(length * Numbers.BYTES_PER_ELEMENT);
  }
  const { singles, heads, tails } = head;
  return { ...(views as unknown as ColumnTypes), sources, singles, heads, tails };
}

/** Sources come first in a file and are checked by themselves, so that a damaged segment can still say what was in it. */
export const sourceBytes = (sources: readonly Digest[]): Uint8Array => {
  const bytes = new Uint8Array(sources.length * hashBytes);
  for (const [at, source] of sources.entries()) bytes.set(fromHex(digitsOf(source)), at * hashBytes);
  return bytes;
};
export const sourcesOf = (bytes: Uint8Array): Digest[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, at) => digestOf(bytes.subarray(at * hashBytes, (at + 1) * hashBytes)));

/** Puts pieces together to the columns of one segment. Pieces of a source stand side by side. */
export function buildColumns(
  stored: readonly StoredSource[],
  pieces: readonly Piece[],
): { readonly head: SegmentHead; readonly bytes: Uint8Array } {
  const numbers = new Map(stored.map(({ source }, number) => [source, number]));
  const total = (count: (piece: Piece) => number) => pieces.reduce((sum, piece) => sum + count(piece), 0);
  const head: SegmentHead = {
    sources: stored.length,
    singles: total((piece) => rowsOf(piece.singles)),
    heads: total((piece) => rowsOf(piece.heads)),
    tails: total((piece) => rowsOf(piece.tails)),
    pieces: pieces.length,
    repeats: total((piece) => groupNames.reduce((sum, name) => sum + piece[name].repeatRows.length, 0)),
  };
  const bytes = new Uint8Array(columnBytes(head));
  const to = viewColumns(head, [], bytes.buffer, 0);
  let [row, repeat] = [0, 0];
  for (const name of groupNames) {
    for (const piece of pieces) {
      const group = piece[name];
      to.first.set(group.first, row * halfBytes);
      to.second.set(group.second, row * halfBytes);
      to.times.set(group.times, row);
      to.repeatFrames.set(group.repeatFrames, repeat);
      to.repeatTimes.set(group.repeatTimes, repeat);
      for (const own of group.repeatRows) to.repeatRows[repeat++] = row + own;
      row += rowsOf(group);
    }
  }
  let [run, tail] = [0, 0];
  for (const [at, piece] of pieces.entries()) {
    to.bases[at] = piece.baseSec;
    to.pieceSources[at] = numbers.get(piece.source) ?? 0;
    to.piecePlanes[at] = planes.indexOf(piece.plane);
    to.pieceSingles[at] = rowsOf(piece.singles);
    to.pieceHeads[at] = rowsOf(piece.heads);
    to.pieceTails[at] = rowsOf(piece.tails);
    to.radii.set(piece.radii, run);
    for (const count of piece.tailCounts) {
      to.firstTails[run++] = tail;
      tail += count;
    }
  }
  to.firstTails[run] = tail;
  to.lowQualityFrames.set(stored.map(({ lowQualityFrames }) => lowQualityFrames));
  return { head, bytes };
}

/** The other way: the pieces of a segment, as views on it, for putting them into another one. */
export function piecesOf(segment: Segment): Piece[] {
  const at = { singles: 0, heads: segment.singles, tails: segment.singles + segment.heads };
  const repeatFrom = { singles: 0, heads: 0, tails: 0 };
  let run = 0;
  for (const name of groupNames) repeatFrom[name] = lowerBound(segment.repeatRows, at[name], 0, segment.repeatRows.length);
  const take = (name: (typeof groupNames)[number], rows: number): RowGroup => {
    const [from, to, repeat] = [at[name], at[name] + rows, repeatFrom[name]];
    const repeatTo = lowerBound(segment.repeatRows, to, repeat, segment.repeatRows.length);
    at[name] = to;
    repeatFrom[name] = repeatTo;
    return {
      first: segment.first.subarray(from * halfBytes, to * halfBytes),
      second: segment.second.subarray(from * halfBytes, to * halfBytes),
      times: segment.times.subarray(from, to),
      repeatRows: segment.repeatRows.slice(repeat, repeatTo).map((row) => row - from),
      repeatFrames: segment.repeatFrames.subarray(repeat, repeatTo),
      repeatTimes: segment.repeatTimes.subarray(repeat, repeatTo),
    };
  };
  return Array.from(segment.bases, (baseSec, number): Piece => {
    const heads = segment.pieceHeads[number] ?? 0;
    const from = run;
    run += heads;
    return {
      source: segment.sources[segment.pieceSources[number] ?? 0] as Digest,
      plane: planes[segment.piecePlanes[number] ?? 0] as Piece["plane"],
      baseSec,
      singles: take("singles", segment.pieceSingles[number] ?? 0),
      heads: take("heads", heads),
      tails: take("tails", segment.pieceTails[number] ?? 0),
      radii: segment.radii.subarray(from, run),
      tailCounts: Uint32Array.from(
        { length: heads },
        (_, one) => (segment.firstTails[from + one + 1] ?? 0) - (segment.firstTails[from + one] ?? 0),
      ),
    };
  });
}

export const storedIn = (segment: Segment): StoredSource[] =>
  segment.sources.map((source, number) => ({ source, lowQualityFrames: segment.lowQualityFrames[number] ?? 0 }));

/** First place in a rising column, from `from` and before `to`, that is not below `value`. */
export function lowerBound(column: Uint32Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The head as it stands in a file: six numbers of 32 bits. */
export const headNumbers = ["sources", "singles", "heads", "tails", "pieces", "repeats"] as const satisfies readonly (keyof SegmentHead)[];
