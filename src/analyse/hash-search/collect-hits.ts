/** Rows that were hit, as stretches of time: neighbouring rows of one source and plane become one hit. */
import type { Digest } from "../../core/hash/digest.ts";
import { type HashPlane, planes } from "./hash-rows.ts";
import { distanceSteps } from "./scan-module.ts";
import { hitNumbers } from "./scan-rows.ts";
import { lowerBound, type Segment } from "./segment-layout.ts";

/** Frames of a source that follow each other, leaving out those below the least quality, and are all within the radius. */
export interface HashHit {
  readonly source: Digest;
  readonly plane: HashPlane;
  /** Seconds on the source's clock, to the microsecond; of a still picture or a single frame the same. */
  readonly fromSec: number;
  readonly toSec: number;
  readonly frames: number;
  readonly leastDistance: number;
}

/** Rows that follow each other in their source, where they stand there. */
interface PlacedRows {
  /** Rows of this source and plane before the first of them, and how many they are. */
  readonly place: number;
  readonly rows: number;
  readonly hit: HashHit;
}

/** For looking rows of a segment up. */
export interface PlacedSegment {
  placeRows(row: number, rows: number, leastDistance: number): PlacedRows;
}

export function placeSegment(segment: Segment): PlacedSegment {
  const pieces = segment.bases.length;
  const startsOf = (counts: Uint32Array, from: number) => {
    const starts = new Uint32Array(pieces + 1).fill(from);
    for (let piece = 0; piece < pieces; piece++) starts[piece + 1] = (starts[piece] ?? 0) + (counts[piece] ?? 0);
    return starts;
  };
  const starts = [
    startsOf(segment.pieceSingles, 0),
    startsOf(segment.pieceHeads, segment.singles),
    startsOf(segment.pieceTails, segment.singles + segment.heads),
  ] as const;
  /** Rows of the source and plane before this one. Pieces stand side by side there, so that places go on from one to the next. */
  const placeOf = (piece: number, row: number) =>
    starts.reduce((sum, one) => {
      const from = one[piece] ?? 0;
      return sum + lowerBound(segment.times, segment.times[row] ?? 0, from, one[piece + 1] ?? 0) - (one[0] ?? 0);
    }, 0);

  function placeRows(row: number, rows: number, leastDistance: number): PlacedRows {
    const last = row + rows - 1;
    const group = row < segment.singles ? 0 : row < segment.singles + segment.heads ? 1 : 2;
    const piece = lowerBound(starts[group], row + 1, 0, pieces + 1) - 1;
    const base = segment.bases[piece] ?? 0;
    const repeat = lowerBound(segment.repeatRows, row, 0, segment.repeatRows.length);
    let [frames, repeated] = [rows, repeat];
    for (; (segment.repeatRows[repeated] ?? Infinity) <= last; repeated++) frames += (segment.repeatFrames[repeated] ?? 1) - 1;
    const lastRepeats = repeated > repeat && segment.repeatRows[repeated - 1] === last;
    const hit = {
      source: segment.sources[segment.pieceSources[piece] ?? 0] as Digest,
      plane: planes[segment.piecePlanes[piece] ?? 0] as HashPlane,
      fromSec: base + (segment.times[row] ?? 0) / 1e6,
      toSec: base + ((lastRepeats ? segment.repeatTimes[repeated - 1] : segment.times[last]) ?? 0) / 1e6,
      frames,
      leastDistance,
    };
    return { place: placeOf(piece, row), rows, hit };
  }
  return { placeRows };
}

/** Hits of each of `queries`, by source, plane and time. */
export function collectHits(found: readonly Uint32Array[], segments: readonly PlacedSegment[], queries: number): HashHit[][] {
  const placed: PlacedRows[][] = Array.from({ length: queries }, () => []);
  for (const hits of found) {
    for (let at = 0; at < hits.length; at += hitNumbers) {
      const packed = hits[at + 3] as number;
      const distance = packed % distanceSteps;
      const rows = segments[hits[at] as number]?.placeRows(hits[at + 1] as number, hits[at + 2] as number, distance);
      if (rows !== undefined) placed[(packed - distance) / distanceSteps]?.push(rows);
    }
  }
  return placed.map(joinNeighbours);
}

function joinNeighbours(placed: PlacedRows[]): HashHit[] {
  placed.sort((a, b) => compareText(a.hit.source, b.hit.source) || compareText(b.hit.plane, a.hit.plane) || a.place - b.place);
  const joined: HashHit[] = [];
  let reached = -1;
  for (const { hit, place, rows } of placed) {
    const before = joined.at(-1);
    if (before?.source === hit.source && before.plane === hit.plane && place <= reached + 1)
      joined[joined.length - 1] = {
        ...before,
        toSec: Math.max(before.toSec, hit.toSec),
        frames: before.frames + hit.frames,
        leastDistance: Math.min(before.leastDistance, hit.leastDistance),
      };
    else joined.push(hit);
    reached = place + rows - 1;
  }
  return joined;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
