/**
 * Between item time, on which tiers stand, and the clocks of what plays and is drawn. Item time honours the edit list: it is what a
 * player shows of the original and what its sound is decoded to, so that it may begin later than 0. Sound alone begins at 0 in a
 * player, wherever its container puts it; its item time is the container's.
 */
import { type FrameClock, frameAtClock, lastAtOrBelow, readingOf } from "../bench/frame-clock.ts";
import type { PlayerMapping } from "../bench/player-frames.ts";

export interface ItemClock {
  readonly clock: FrameClock;
  /** Item time minus the time on the player's clock. */
  readonly shiftSec: number;
}

export function itemClockOf(clock: FrameClock, kind: "video" | "sound"): ItemClock {
  const first = clock.shownOrder[0];
  if (kind === "video" || first === undefined) return { clock, shiftSec: 0 };
  return { clock, shiftSec: readingOf(clock, first).ptsSec - (clock.table.edited[first] ?? 0) };
}

/** Seconds on the player's clock, where the waveform stands too. */
export function clockOfItem({ shiftSec }: ItemClock, itemSec: number): number {
  return itemSec - shiftSec;
}

/** Where the bytes that play, which may be a proxy's, are at a time of the item, seconds: by frames, and on from the frame's start. */
export function mediaOfItem({ clock, shiftSec }: ItemClock, mapping: PlayerMapping, itemSec: number): number {
  const clockSec = itemSec - shiftSec;
  const frame = frameAtClock(clock, clockSec);
  const start = frame === null ? null : mapping.startOf(frame);
  if (frame === null || start === null) return Math.max(0, clockSec);
  return Math.max(0, start + clockSec - (clock.table.edited[frame] as number));
}

export function itemOfMedia({ clock, shiftSec }: ItemClock, mapping: PlayerMapping, mediaSec: number): number {
  let frame = mapping.frameAt(mediaSec) ?? clock.shownOrder[0] ?? -1;
  // A proxy holds frames that the edit list hides: time runs on from the last that is shown.
  while (frame >= 0 && typeof clock.table.edited[frame] !== "number") frame--;
  if (frame < 0) frame = clock.shownOrder[0] ?? -1;
  const start = frame < 0 ? null : mapping.startOf(frame);
  return start === null ? mediaSec + shiftSec : (clock.table.edited[frame] as number) + mediaSec - start + shiftSec;
}

/** From the first to just past the last that is shown, milliseconds of item time. */
export function wholeOf({ clock, shiftSec }: ItemClock): { readonly fromMs: number; readonly toMs: number } {
  const first = clock.shownOrder[0];
  const from = first === undefined ? 0 : (clock.table.edited[first] as number) + shiftSec;
  return { fromMs: Math.round(from * 1000), toMs: Math.max(Math.round(from * 1000) + 1, Math.round((clock.endSec + shiftSec) * 1000)) };
}

/** Start of the shown frame `by` frames from the one at a time, milliseconds of item time rounded up, so that it is that frame. */
export function frameStep({ clock, shiftSec }: ItemClock, itemMs: number, by: number): number {
  const order = clock.shownOrder;
  if (order.length === 0) return itemMs;
  const at = placeInOrder(clock, itemMs / 1000 - shiftSec);
  const frame = order[Math.min(order.length - 1, Math.max(0, at + by))] as number;
  return Math.ceil(((clock.table.edited[frame] as number) + shiftSec) * 1000 - 1e-6) + 0;
}

/** Frame that is shown at a time of the item. */
export function frameOfItem({ clock, shiftSec }: ItemClock, itemMs: number): number {
  return clock.shownOrder[placeInOrder(clock, itemMs / 1000 - shiftSec)] ?? 0;
}

/** Item time of a frame; undefined of one that the edit list hides. */
export function itemOfFrame({ clock, shiftSec }: ItemClock, frame: number): number | undefined {
  const sec = clock.table.edited[frame];
  return typeof sec === "number" ? sec + shiftSec : undefined;
}

/** Half a microsecond: a time that was rounded from the table finds its own frame. */
function placeInOrder(clock: FrameClock, clockSec: number): number {
  const order = clock.shownOrder;
  return Math.max(
    0,
    lastAtOrBelow(order.length, (n) => clock.table.edited[order[n] as number] as number, clockSec + 5e-7),
  );
}
