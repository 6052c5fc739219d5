/**
 * Between item time (the original's own container clock, on which tiers stand) and the clocks of what is played and drawn: the
 * bytes in the player, which may be a proxy, and the waveform. By the frame table; between frames time runs on.
 */
import { type FrameClock, frameAtClock, frameAtPts, readingOf, secondsOfPts } from "../bench/frame-clock.ts";
import type { PlayerMapping } from "../bench/player-frames.ts";

/** Seconds on the player's clock, where the waveform stands too. */
export function clockOfItem(clock: FrameClock, itemSec: number): number {
  const frame = shownNear(clock, itemSec);
  if (frame === null) return itemSec;
  return (clock.table.edited[frame] as number) + itemSec - secondsOfPts(clock, clock.table.pts[frame] as number);
}

export function itemOfClock(clock: FrameClock, clockSec: number): number {
  const frame = frameAtClock(clock, clockSec);
  if (frame === null) return clockSec;
  return readingOf(clock, frame).ptsSec + clockSec - (clock.table.edited[frame] as number);
}

/** Where the bytes that play are at a time of the item, seconds. */
export function mediaOfItem(clock: FrameClock, mapping: PlayerMapping, itemSec: number): number {
  const frame = shownNear(clock, itemSec);
  const start = frame === null ? null : mapping.startOf(frame);
  if (frame === null || start === null) return Math.max(0, itemSec);
  return Math.max(0, start + itemSec - secondsOfPts(clock, clock.table.pts[frame] as number));
}

export function itemOfMedia(clock: FrameClock, mapping: PlayerMapping, mediaSec: number): number {
  const frame = mapping.frameAt(mediaSec) ?? clock.shownOrder[0] ?? null;
  const start = frame === null ? null : mapping.startOf(frame);
  if (frame === null || start === null) return mediaSec;
  return secondsOfPts(clock, clock.table.pts[frame] as number) + mediaSec - start;
}

/** From the first to just past the last that is shown, milliseconds of item time. */
export function wholeOf(clock: FrameClock): { readonly fromMs: number; readonly toMs: number } {
  const first = clock.shownOrder[0];
  const from = first === undefined ? 0 : secondsOfPts(clock, clock.table.pts[first] as number);
  return {
    fromMs: Math.round(from * 1000),
    toMs: Math.max(Math.round(from * 1000) + 1, Math.round(itemOfClock(clock, clock.endSec) * 1000)),
  };
}

/** Start of the frame `by` frames from the one at a time, milliseconds of item time rounded up, so that it is that frame. */
export function frameStep(clock: FrameClock, itemMs: number, by: number): number {
  if (clock.count === 0) return itemMs;
  const frame = Math.min(clock.count - 1, Math.max(0, frameAtPts(clock, ptsOf(clock, itemMs / 1000)) + by));
  return Math.ceil(secondsOfPts(clock, clock.table.pts[frame] as number) * 1000 - 1e-6);
}

function ptsOf(clock: FrameClock, sec: number): number {
  // Half a microsecond: a time that was rounded from the table finds its own frame.
  return ((sec + 5e-7) * clock.table.timeBase.den) / clock.table.timeBase.num;
}

/** The last shown frame that has begun; the first where none has. */
function shownNear(clock: FrameClock, itemSec: number): number | null {
  let frame = clock.count === 0 ? -1 : frameAtPts(clock, ptsOf(clock, itemSec));
  while (frame >= 0 && typeof clock.table.edited[frame] !== "number") frame--;
  return frame >= 0 ? frame : (clock.shownOrder[0] ?? null);
}
