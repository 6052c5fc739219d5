/** Wall clocks and instants as claims: with a zone one instant, without one the interval that all zones allow. */
import type { TimeClaim, TimeMeaning } from "./time-claim.ts";

/** How much earlier and later than its reading as UTC a clock without a zone may be: UTC+14 and UTC-12. */
const aheadMs = 14 * 3_600_000;
const behindMs = 12 * 3_600_000;
const firstMs = Date.UTC(100, 0, 2);
const lastMs = Date.UTC(9998, 11, 31);

export interface Stated {
  readonly means: TimeMeaning;
  readonly verbatim: string;
  readonly basis: string;
}

/** Milliseconds of a calendar date and clock read as UTC; undefined when no calendar has it (30 February, 24:00, second 60). */
export function wallClockMs(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number | undefined {
  if (year < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, 0);
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && inReach(date.getTime()) ? date.getTime() : undefined;
}

export function inReach(ms: number): boolean {
  return ms >= firstMs && ms <= lastMs;
}

export function utcInstant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.000Z$/, "Z");
}

export function claimOfInstant(stated: Stated, ms: number): TimeClaim {
  return { ...stated, earliest: utcInstant(ms), latest: utcInstant(ms), zone: { state: "utc" } };
}

/** `firstMs` and `lastMs`: the wall clock, read as UTC, of the first and the last second that the words allow. */
export function claimWithOffset(stated: Stated, first: number, last: number, offsetMinutes: number): TimeClaim {
  const shift = offsetMinutes * 60_000;
  return { ...stated, earliest: utcInstant(first - shift), latest: utcInstant(last - shift), zone: { state: "stated", offsetMinutes } };
}

/** As `claimWithOffset` where the words give no zone. `reading` is the wall clock without a zone. */
export function claimWithoutZone(stated: Stated, first: number, last: number, reading: string): TimeClaim {
  return { ...stated, earliest: utcInstant(first - aheadMs), latest: utcInstant(last + behindMs), zone: { state: "unknown", reading } };
}
