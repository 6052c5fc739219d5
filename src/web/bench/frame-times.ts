/**
 * Where each frame of the original stands in the bytes that the page decodes: the original itself, or a proxy.
 * The number of a decoded picture is always found from that picture's own timestamp through this table.
 */
import type { ProxyTable } from "../../api/items.ts";
import { type FrameClock, lastAtOrBelow, secondsOfPts } from "./frame-clock.ts";

export interface FrameTimes {
  readonly count: number;
  /** Rising seconds in the decoded file, one per frame of the original. */
  readonly seconds: Float64Array;
  /** First frame in decode order: the one whose time ties the decoder's clock to this table. */
  readonly anchor: number;
}

/** Times of the original's own bytes: hidden frames are there too, because a decoder need not honour the edit list. */
export function timesOfOriginal(clock: FrameClock): FrameTimes {
  return {
    count: clock.count,
    seconds: Float64Array.from(clock.table.pts, (pts) => secondsOfPts(clock, pts)),
    anchor: clock.table.keyFrames[0] ?? 0,
  };
}

/** @throws RangeError when the proxy's table is not one time for each frame of the original */
export function timesOfProxy(clock: FrameClock, table: ProxyTable): FrameTimes {
  if (table.timeSec.length !== clock.count) {
    throw new RangeError(`expected a proxy time for each of ${clock.count} frames, found ${table.timeSec.length}`);
  }
  return { count: clock.count, seconds: Float64Array.from(table.timeSec), anchor: 0 };
}

/**
 * Frame whose time is nearest to `sec`, or null when none is within half the distance to its neighbours:
 * such a picture is not in the table, and no number may be shown for it. Where several frames share one time,
 * `expected` (the frame that comes next in a run) decides among them.
 */
export function frameOfTime(times: FrameTimes, sec: number, expected = -1): number | null {
  const below = lastAtOrBelow(times.count, (n) => times.seconds[n] as number, sec);
  let best: number | null = null;
  for (const n of [below, below + 1]) {
    if (n < 0 || n >= times.count) continue;
    if (best === null || Math.abs((times.seconds[n] as number) - sec) < Math.abs((times.seconds[best] as number) - sec)) best = n;
  }
  if (best === null || Math.abs((times.seconds[best] as number) - sec) > slackOf(times, best)) return null;
  if (expected >= 0 && times.seconds[expected] === times.seconds[best]) return expected;
  return firstOfSameTime(times, best);
}

/** Lowest frame that shares the time of `frame`. */
export function firstOfSameTime(times: FrameTimes, frame: number): number {
  let first = frame;
  while (first > 0 && times.seconds[first - 1] === times.seconds[frame]) first--;
  return first;
}

/** Seconds by which a decoder's time may differ: under half the gap to the nearest other time, and at most 2 ms (containers round to 1 ms). */
export function slackOf(times: FrameTimes, frame: number): number {
  const here = times.seconds[frame] as number;
  let before = frame - 1;
  while (before >= 0 && times.seconds[before] === here) before--;
  let after = frame + 1;
  while (after < times.count && times.seconds[after] === here) after++;
  const gapBefore = before >= 0 ? here - (times.seconds[before] as number) : Number.POSITIVE_INFINITY;
  const gapAfter = after < times.count ? (times.seconds[after] as number) - here : Number.POSITIVE_INFINITY;
  return Math.min(0.002, Math.min(gapBefore, gapAfter) * 0.45);
}

/** Last frame that has begun at `sec`; null before the first. */
export function lastOfTimes(times: FrameTimes, sec: number): number | null {
  const at = lastAtOrBelow(times.count, (n) => times.seconds[n] as number, sec);
  return at < 0 ? null : at;
}
