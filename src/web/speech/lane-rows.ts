/** Where segments of a tier stand in their lane: beside each other, and below where they are spoken at the same time. */
import type { TierSegment } from "../../core/tier/tier.ts";

interface Span {
  readonly id: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** Row of each segment, the first free one, by number. At most `most` rows: what is left shares the last. */
export function laneRows(segments: readonly Span[], most = 4): ReadonlyMap<number, number> {
  const ends: number[] = [];
  const rows = new Map<number, number>();
  for (const { id, startMs, endMs } of segments.toSorted((a, b) => a.startMs - b.startMs || a.id - b.id)) {
    const free = ends.findIndex((end) => end <= startMs);
    const row = free === -1 ? Math.min(ends.length, most - 1) : free;
    ends[row] = Math.max(ends[row] ?? Number.NEGATIVE_INFINITY, endMs);
    rows.set(id, row);
  }
  return rows;
}

/** Segments that run while another one of the same tier does, whether or not anybody marked them so. */
export function overlapping(segments: readonly TierSegment[]): ReadonlySet<number> {
  const found = new Set<number>();
  const running: TierSegment[] = [];
  for (const one of segments.toSorted((a, b) => a.startMs - b.startMs || a.id - b.id)) {
    for (let n = running.length - 1; n >= 0; n--) {
      const other = running[n] as TierSegment;
      if (other.endMs <= one.startMs) running.splice(n, 1);
      else found.add(other.id).add(one.id);
    }
    running.push(one);
  }
  return found;
}

/** Segment at a time: the last that has begun and not ended. */
export function segmentAt<S extends Span>(segments: readonly S[], ms: number): S | undefined {
  return segments.findLast(({ startMs, endMs }) => startMs <= ms && ms < endMs);
}
