/** Counts a person's seconds at unveiled material: how many since they were told of last, and since the last break. Pure but for what it is given. */
import type { GraphicLevel } from "../../core/item/item.ts";
import type { ExposureSeconds } from "../../core/wellbeing/exposure.ts";

/** So long without anything unveiled is a break. */
export const breakSec = 300;

/** Longest stretch that one look at the clock may add: a machine that slept showed nothing. */
const mostAtOnceSec = 5;

export interface ExposureCount {
  /** Not told to the person's own folder yet. */
  readonly untold: ExposureSeconds;
  /** Since the last break, or the last time that the person said "go on". */
  readonly sinceBreak: number;
  /** Seconds without anything unveiled. */
  readonly idle: number;
}

export const startCount: ExposureCount = { untold: {}, sinceBreak: 0, idle: 0 };

/** `level`: what is unveiled now; undefined for nothing. */
export function counted(count: ExposureCount, level: GraphicLevel | undefined, passedSec: number): ExposureCount {
  if (level === undefined) {
    const idle = count.idle + passedSec;
    return { ...count, idle, sinceBreak: idle >= breakSec ? 0 : count.sinceBreak };
  }
  const sec = Math.min(passedSec, mostAtOnceSec);
  return { untold: { ...count.untold, [level]: (count.untold[level] ?? 0) + sec }, sinceBreak: count.sinceBreak + sec, idle: 0 };
}
