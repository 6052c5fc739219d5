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

/** A row that was hit, where it stands in its source. */
interface PlacedRow {
  /** Rows of this source and plane before it. */
  readonly place: number;
  readonly hit: HashHit;
}

/** For looking rows of a segment up. */
export interface PlacedSegment {
  placeRow(row: number, distance: number): PlacedRow;
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
  const rowsBefore = (piece: number) => starts.reduce((sum, one) => sum + (one[piece] ?? 0) - (one[0] ?? 0), 0);

  return {
    placeRow(row, distance) {
      const group = row < segment.singles ? 0 : row < segment.singles + segment.heads ? 1 : 2;
      const piece = lowerBound(starts[group], row + 1, 0, pieces + 1) - 1;
      const at = segment.times[row] ?? 0;
      const base = segment.bases[piece] ?? 0;
      const earlier = starts.reduce((sum, one) => {
        const from = one[piece] ?? 0;
        return sum + lowerBound(segment.times, at, from, one[piece + 1] ?? 0) - from;
      }, 0);
      const repeat = lowerBound(segment.repeatRows, row, 0, segment.repeatRows.length);
      const repeats = segment.repeatRows[repeat] === row;
      const last = repeats ? (segment.repeatTimes[repeat] ?? 0) : at;
      const hit = {
        source: segment.sources[segment.pieceSources[piece] ?? 0] as Digest,
        plane: planes[segment.piecePlanes[piece] ?? 0] as HashPlane,
        fromSec: base + at / 1e6,
        toSec: base + last / 1e6,
        frames: repeats ? (segment.repeatFrames[repeat] ?? 1) : 1,
        leastDistance: distance,
      };
      // Pieces of a source stand side by side, so that places go on from one to the next.
      return { place: rowsBefore(piece) + earlier, hit };
    },
  };
}

/** Hits of each of `queries`, by source, plane and time. */
export function collectHits(found: readonly Uint32Array[], segments: readonly PlacedSegment[], queries: number): HashHit[][] {
  const placed: PlacedRow[][] = Array.from({ length: queries }, () => []);
  for (const hits of found) {
    for (let at = 0; at < hits.length; at += hitNumbers) {
      const packed = hits[at + 2] as number;
      const distance = packed % distanceSteps;
      const row = segments[hits[at] as number]?.placeRow(hits[at + 1] as number, distance);
      if (row !== undefined) placed[(packed - distance) / distanceSteps]?.push(row);
    }
  }
  return placed.map(joinNeighbours);
}

function joinNeighbours(rows: PlacedRow[]): HashHit[] {
  rows.sort((a, b) => compareText(a.hit.source, b.hit.source) || compareText(b.hit.plane, a.hit.plane) || a.place - b.place);
  const joined: HashHit[] = [];
  let lastPlace = -1;
  for (const { hit, place } of rows) {
    const before = joined.at(-1);
    if (before?.source === hit.source && before.plane === hit.plane && place <= lastPlace + 1)
      joined[joined.length - 1] = {
        ...before,
        toSec: Math.max(before.toSec, hit.toSec),
        frames: before.frames + hit.frames,
        leastDistance: Math.min(before.leastDistance, hit.leastDistance),
      };
    else joined.push(hit);
    lastPlace = place;
  }
  return joined;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
