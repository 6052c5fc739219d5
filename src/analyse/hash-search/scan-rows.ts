/** What a thread does in a search: takes the next stretch of rows, compares it with the queries, looks through the runs whose heads are near. */
import { hashBytes } from "../../core/copies/frame-prints.ts";
import { distanceSteps, halfBytes, hitBytes, noRoom, type ScanExports } from "./scan-module.ts";
import { lowerBound } from "./segment-layout.ts";
import type { SharedMemory } from "./web-assembly.ts";

/** Rows of one group of one segment; addresses in the shared memory. */
export interface ScanRegion {
  readonly segment: number;
  readonly first: number;
  readonly second: number;
  /** Number of its first row in the segment, and how many there are. */
  readonly row: number;
  readonly rows: number;
  /** Largest distance that may matter, and the address of an index for it; 0 to compare with every query. */
  readonly most: number;
  readonly index: number;
  /** For heads: where radii, first tails and the times of all rows stand, and the rows of the tails. */
  readonly runs:
    | {
        readonly radii: number;
        readonly firstTails: number;
        readonly times: number;
        readonly first: number;
        readonly second: number;
        readonly row: number;
      }
    | "none";
}

export interface ScanOrder {
  readonly regions: readonly ScanRegion[];
  readonly queriesAt: number;
  readonly queries: number;
  readonly radius: number;
}

/** Hits as four numbers each: segment, first row, rows that follow each other, query * `distanceSteps` + least distance. */
export const hitNumbers = 4;
/** Places in the numbers that threads share: the next stretch to take, and whether to stop. */
export const sharedNumbers = { next: 0, stop: 1 } as const;

/** Rows taken at a time. Many queries: both planes of a stretch stay in the second cache. One: memory alone decides. */
const stretchOf = (queries: number): number => (queries === 1 ? 65_536 : 16_384);
/** Of these, compared with one query after the other: their first plane stays in the first two caches. */
const blockRows = 4096;
/** Hits that fit between two looks; no stretch has more rows. */
const room = 65_536;
/** Memory that a thread needs: hits of heads or singles, and hits of tails. */
export const threadBytes = 2 * room * hitBytes;

export interface Stretches {
  readonly count: number;
  /** Runs the stretch of this number. */
  run(stretch: number): void;
  hits(): Uint32Array<ArrayBuffer>;
}

/** How many stretches an order falls into: the same for every thread. */
export function countStretches({ regions, queries }: Pick<ScanOrder, "regions" | "queries">): number {
  return regions.reduce((sum, { rows }) => sum + Math.ceil(rows / stretchOf(queries)), 0);
}

export function openStretches(order: ScanOrder, { scan, join }: ScanExports, memory: SharedMemory, outAt: number): Stretches {
  const step = stretchOf(order.queries);
  const found = new Uint32Array(memory.buffer, outAt, room * 2);
  const foundTails = new Uint32Array(memory.buffer, outAt + room * hitBytes, room * 2);
  let hits = new Uint32Array(1024 * hitNumbers);
  let used = 0;

  /** `follows`: the row comes right after the one kept last, in its source too. A static camera is near itself at every row. */
  function keep(segment: number, row: number, packed: number, follows: boolean): void {
    if (follows) {
      hits[used - 2]!++;
      hits[used - 1] = Math.min(hits[used - 1] as number, packed);
      return;
    }
    if (used === hits.length) {
      const longer = new Uint32Array(hits.length * 2);
      longer.set(hits);
      hits = longer;
    }
    hits[used] = segment;
    hits[used + 1] = row;
    hits[used + 2] = 1;
    hits[used + 3] = packed;
    used += hitNumbers;
  }

  function compare(region: ScanRegion, from: number, rows: number): void {
    if (region.index !== 0) return joinRows(region, from, rows);
    const block = order.queries === 1 ? rows : blockRows;
    for (let at = from; at < from + rows; at += block) {
      const some = Math.min(block, from + rows - at);
      for (let query = 0; query < order.queries; query++) {
        const count = scan(
          region.first + at * halfBytes,
          region.second + at * halfBytes,
          some,
          region.row + at,
          order.queriesAt + query * hashBytes,
          query,
          region.most,
          outAt,
        );
        if (count > 0) take(region, count);
      }
    }
  }

  /** Halved until the hits fit: a single row has no more than there are queries. */
  function joinRows(region: ScanRegion, from: number, rows: number): void {
    const [first, second] = [region.first + from * halfBytes, region.second + from * halfBytes];
    const count = join(first, second, rows, region.row + from, region.index, region.most, outAt, room);
    if (count !== noRoom) return take(region, count);
    const half = rows >> 1;
    joinRows(region, from, half);
    joinRows(region, from + half, rows - half);
  }

  function take(region: ScanRegion, count: number): void {
    for (let hit = 0; hit < count; hit++) {
      const [row, packed] = [found[hit * 2] as number, found[hit * 2 + 1] as number];
      if (region.runs === "none") keep(region.segment, row, packed, false);
      else takeRun(region, region.runs, row, packed);
    }
  }

  function takeRun(region: ScanRegion, runs: Exclude<ScanRegion["runs"], "none">, row: number, packed: number): void {
    const distance = packed % distanceSteps;
    const head = row - region.row;
    if (distance > order.radius + (new Uint8Array(memory.buffer, runs.radii + head, 1)[0] ?? 0)) return;
    if (distance <= order.radius) keep(region.segment, row, packed, false);
    const query = (packed - distance) / distanceSteps;
    const [from = 0, to = 0] = new Uint32Array(memory.buffer, runs.firstTails + head * 4, 2);
    const count = scan(
      runs.first + from * halfBytes,
      runs.second + from * halfBytes,
      to - from,
      runs.row + from,
      order.queriesAt + query * hashBytes,
      query,
      order.radius,
      outAt + room * hitBytes,
    );
    if (count === 0) return;
    const tailTimes = new Uint32Array(memory.buffer, runs.times + (runs.row + from) * 4, to - from);
    const headTime = new Uint32Array(memory.buffer, runs.times + row * 4, 1)[0] ?? 0;
    // In the source the head stands before this one.
    const parted = runs.row + from + lowerBound(tailTimes, headTime, 0, to - from);
    for (let hit = 0; hit < count; hit++) {
      const tail = foundTails[hit * 2] as number;
      const follows = hit > 0 && tail === (foundTails[hit * 2 - 2] as number) + 1 && tail !== parted;
      keep(region.segment, tail, foundTails[hit * 2 + 1] as number, follows);
    }
  }

  return {
    count: countStretches(order),
    run(stretch) {
      let rest = stretch;
      for (const region of order.regions) {
        const own = Math.ceil(region.rows / step);
        if (rest < own) return compare(region, rest * step, Math.min(step, region.rows - rest * step));
        rest -= own;
      }
    },
    hits: () => hits.slice(0, used),
  };
}
