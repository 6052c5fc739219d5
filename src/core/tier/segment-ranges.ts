/** Ids of segments as a line of the ledger holds them: 20,000 numbers would not fit into one, their stretches do. */
import { z } from "zod";

export const mostRanges = 3000;

/** No tier has so many segments in all of its versions: nobody is made to count further. */
const Id = z.number().int().min(1).max(10_000_000);

/** First and last, both included; ascending, apart from each other. */
export const SegmentRanges = z.array(z.tuple([Id, Id])).max(mostRanges);
export type SegmentRanges = z.infer<typeof SegmentRanges>;

export function rangesOf(ids: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && id === last[1] + 1) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges;
}

export function* idsOf(ranges: SegmentRanges): Generator<number> {
  for (const [first, last] of ranges) for (let id = first; id <= last; id++) yield id;
}

export function countIds(ranges: SegmentRanges): number {
  return ranges.reduce((sum, [first, last]) => sum + Math.max(0, last - first + 1), 0);
}

export function holdsId(ranges: SegmentRanges, id: number): boolean {
  // By halves: a tier has 20,000 segments, and many reviews of many stretches.
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.[1] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= id;
}
