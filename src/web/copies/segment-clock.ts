/** Seconds of the segments, which count as the container states its frames, and frames of a player. */
import { type FrameClock, nearestShown } from "../bench/frame-clock.ts";

/** Null for a frame that the edit list hides: no print was taken of it. */
export function secondOfFrame(clock: FrameClock, frame: number): number | null {
  return clock.table.edited[frame] ?? null;
}

/** The shown frame nearest to a second. Null when none is shown. */
export function frameOfSecond(clock: FrameClock, sec: number): number | null {
  return nearestShown(clock, sec);
}
