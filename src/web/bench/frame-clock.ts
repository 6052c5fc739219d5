/**
 * Arithmetic between a frame's number, its presentation time as stored in the original, and the time a
 * player's clock shows. All of it reads the original's frame table; none of it assumes a frame rate.
 */
import type { FrameTable } from "../../core/analysis/probe-result.ts";

/** What stands beside a picture: all four say the same frame. */
export interface ClockReading {
  readonly frame: number;
  /** In the table's time base, as stored in the file. */
  readonly pts: number;
  readonly ptsSec: number;
  /** Seconds on a clock that honours the edit list; "hidden" when the edit list never shows this frame. */
  readonly clockSec: number | "hidden";
  readonly keyFrame: boolean;
}

export interface FrameClock {
  readonly table: FrameTable;
  readonly count: number;
  /** Number of frames that the edit list hides. */
  readonly hiddenCount: number;
  /** Shown frames by rising clock time; an edit list with several edits may shuffle them. */
  readonly shownOrder: Int32Array;
  readonly keyFrames: ReadonlySet<number>;
  /** Seconds on the player's clock just past the last shown frame. */
  readonly endSec: number;
}

/** Shortest time a last frame is taken to stay, seconds: a table of one frame says nothing about it. */
const LONE_FRAME_SEC = 0.04;

export function frameClock(table: FrameTable): FrameClock {
  const shown: number[] = [];
  for (let n = 0; n < table.pts.length; n++) if (typeof table.edited[n] === "number") shown.push(n);
  shown.sort((a, b) => (table.edited[a] as number) - (table.edited[b] as number) || a - b);
  const last = shown.at(-1);
  const before = shown.at(-2);
  const lastSec = last === undefined ? 0 : (table.edited[last] as number);
  const gap = before === undefined ? LONE_FRAME_SEC : lastSec - (table.edited[before] as number);
  return {
    table,
    count: table.pts.length,
    hiddenCount: table.pts.length - shown.length,
    shownOrder: Int32Array.from(shown),
    keyFrames: new Set(table.keyFrames),
    endSec: last === undefined ? 0 : lastSec + (gap > 0 ? gap : LONE_FRAME_SEC),
  };
}

/** Keeps a wished frame number inside the table; whole numbers only. */
export function clampFrame(clock: FrameClock, frame: number): number {
  if (!Number.isFinite(frame)) return frame > 0 ? clock.count - 1 : 0;
  return Math.min(Math.max(0, clock.count - 1), Math.max(0, Math.round(frame)));
}

/** @throws RangeError for a number outside the table */
export function readingOf(clock: FrameClock, frame: number): ClockReading {
  const pts = clock.table.pts[frame];
  if (pts === undefined) throw new RangeError(`expected a frame from 0 to ${clock.count - 1}, found ${frame}`);
  return {
    frame,
    pts,
    ptsSec: secondsOfPts(clock, pts),
    clockSec: clock.table.edited[frame] ?? "hidden",
    keyFrame: clock.keyFrames.has(frame),
  };
}

export function secondsOfPts(clock: FrameClock, pts: number): number {
  return (pts * clock.table.timeBase.num) / clock.table.timeBase.den;
}

/** Frame on screen at a time of the player's clock: the last shown one that has begun; the first before any has. Null when none is shown. */
export function frameAtClock(clock: FrameClock, sec: number): number | null {
  const at = lastAtOrBelow(clock.shownOrder.length, (i) => clock.table.edited[clock.shownOrder[i] as number] as number, sec);
  return clock.shownOrder[Math.max(0, at)] ?? null;
}

/** Frame whose stored presentation time is the last at or below `pts`; the first frame when none is. */
export function frameAtPts(clock: FrameClock, pts: number): number {
  return Math.max(
    0,
    lastAtOrBelow(clock.count, (n) => clock.table.pts[n] as number, pts),
  );
}

/** Shown frame nearest to a time of the player's clock; ties go to the earlier one. Null when none is shown. */
export function nearestShown(clock: FrameClock, sec: number): number | null {
  const order = clock.shownOrder;
  const at = Math.max(
    0,
    lastAtOrBelow(order.length, (i) => clock.table.edited[order[i] as number] as number, sec),
  );
  const here = order[at];
  const next = order[at + 1];
  if (here === undefined) return null;
  if (next === undefined) return here;
  return Math.abs((clock.table.edited[next] as number) - sec) < Math.abs(sec - (clock.table.edited[here] as number)) ? next : here;
}

/**
 * Frame about `sec` seconds further (negative: back) by stored presentation times, and always at least one
 * frame further, so that a long frame in a variable-rate clip cannot swallow a step.
 */
export function frameAfterSeconds(clock: FrameClock, frame: number, sec: number): number {
  const base = clock.table.timeBase;
  const wanted = (clock.table.pts[frame] ?? 0) + (sec * base.den) / base.num;
  const below = frameAtPts(clock, wanted);
  const above = Math.min(clock.count - 1, below + 1);
  const near =
    Math.abs((clock.table.pts[above] as number) - wanted) < Math.abs((clock.table.pts[below] as number) - wanted) ? above : below;
  if (sec > 0) return clampFrame(clock, Math.max(near, frame + 1));
  return sec < 0 ? clampFrame(clock, Math.min(near, frame - 1)) : frame;
}

/** Middle of the time a shown frame stays on the player's clock: the safest place to seek to. Null for hidden frames. */
export function middleOfFrame(clock: FrameClock, frame: number): number | null {
  const start = clock.table.edited[frame];
  if (typeof start !== "number") return null;
  return (start + endOfFrame(clock, frame)) / 2;
}

/** Seconds on the player's clock at which the next shown frame replaces this one. */
export function endOfFrame(clock: FrameClock, frame: number): number {
  const start = clock.table.edited[frame];
  if (typeof start !== "number") return clock.endSec;
  const order = clock.shownOrder;
  const at = lastAtOrBelow(order.length, (i) => clock.table.edited[order[i] as number] as number, start);
  const next = order[at + 1];
  return next === undefined ? clock.endSec : (clock.table.edited[next] as number);
}

/** "00:14.233", with hours once there are any; rounded to the millisecond, never to "60.000". */
export function formatClock(sec: number): string {
  const sign = sec < 0 && Math.round(-sec * 1000) > 0 ? "−" : "";
  const ms = Math.round(Math.abs(sec) * 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = Math.floor(ms / 1000) % 60;
  return `${sign}${hours > 0 ? `${two(hours)}:` : ""}${two(minutes)}:${two(seconds)}.${String(ms % 1000).padStart(3, "0")}`;
}

/** What a person typed into the field "go to": a frame, a stored time, or a time of the clock. */
export type GoTo =
  | { readonly by: "frame"; readonly frame: number }
  | { readonly by: "pts"; readonly pts: number }
  | { readonly by: "clock"; readonly sec: number };

/**
 * Reads "240", "f240", "pts 21600", "14.233s", "0:14.233", "1:02:03.5". A bare whole number is a frame, because
 * that is what the field shows. Null for anything else; nothing is guessed.
 */
export function parseGoTo(words: string): GoTo | null {
  const text = words.trim().toLowerCase().replace(",", ".");
  const frame = /^(?:f(?:rame)?\s*)?(\d{1,9})$/.exec(text);
  if (frame) return { by: "frame", frame: Number(frame[1]) };
  const pts = /^pts\s*([-−]?\d{1,15})$/.exec(text);
  if (pts) return { by: "pts", pts: Number((pts[1] as string).replace("−", "-")) };
  const seconds = /^(\d{1,7}(?:\.\d{1,9})?)\s*s$/.exec(text) ?? /^(\d{1,7}\.\d{1,9})$/.exec(text);
  if (seconds) return { by: "clock", sec: Number(seconds[1]) };
  const clock = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(text);
  if (!clock) return null;
  const [, hours = "0", minutes = "0", rest = "0"] = clock;
  if (Number(rest) >= 60 || (clock[1] !== undefined && Number(minutes) >= 60)) return null;
  return { by: "clock", sec: Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) };
}

/** Frame that a "go to" means. Null when it asks for a clock time and the edit list hides every frame. */
export function frameOfGoTo(clock: FrameClock, to: GoTo): number | null {
  if (to.by === "frame") return clampFrame(clock, to.frame);
  if (to.by === "pts") return frameAtPts(clock, to.pts);
  // Half a microsecond: typed decimals of a time that the table holds must find that very frame.
  return frameAtClock(clock, to.sec + 5e-7);
}

/** Index of the last of `length` rising values at or below `wanted`; -1 when all are above. */
export function lastAtOrBelow(length: number, valueAt: (index: number) => number, wanted: number): number {
  let low = -1;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
