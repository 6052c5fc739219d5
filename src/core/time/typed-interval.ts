/**
 * A time as a person types it: from and to, each a day or a day with a clock, and the offset from UTC or that it is not known.
 * A day means all of it; without an offset the interval spans UTC+14 to UTC-12.
 */
import type { TimeClaim, TimeMeaning } from "./time-claim.ts";

export interface TypedTime {
  /** "2024-09-14", "2024-09-14 16:20", "2024-09-14T16:20:05". */
  readonly from: string;
  /** As `from`; empty when one moment or one day was typed. */
  readonly to: string;
  /** Minutes east of UTC at each end: a zone may put its clocks forward in between. */
  readonly offsets: { readonly from: number; readonly to: number } | "unknown";
  readonly means: TimeMeaning;
  readonly basis: string;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const minute = 60_000;

/** First and last millisecond that the words name, read as if they were UTC; undefined for what is no such time. */
export function wallSpan(words: string): { first: number; last: number } | undefined {
  const parts = shape.exec(words.trim());
  if (parts === null) return undefined;
  const [year, month, day, hour, minutes, seconds] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const first = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour ?? 0, minutes ?? 0, seconds ?? 0);
  const read = new Date(first);
  const isReal =
    read.getUTCMonth() + 1 === month && read.getUTCDate() === day && (hour ?? 0) < 24 && (minutes ?? 0) < 60 && (seconds ?? 0) < 60;
  if (!isReal) return undefined;
  const length = hour === undefined ? 86_400_000 - 1000 : seconds === undefined ? minute - 1000 : 0;
  return { first, last: first + length };
}

/** Undefined when the words are no time, or end before they begin. */
export function typedInterval({ from, to, offsets, means, basis }: TypedTime): TimeClaim | undefined {
  const start = wallSpan(from);
  const end = to.trim() === "" ? start : wallSpan(to);
  if (start === undefined || end === undefined || end.last < start.first) return undefined;
  const verbatim = to.trim() === "" ? from.trim() : `${from.trim()} to ${to.trim()}`;
  const common = { means, verbatim, basis };
  if (offsets === "unknown") {
    const [first, last] = [from.trim().replace(" ", "T"), (to.trim() || from.trim()).replace(" ", "T")];
    return {
      ...common,
      earliest: instant(start.first - 14 * 60 * minute),
      latest: instant(end.last + 12 * 60 * minute),
      zone: { state: "unknown", reading: first === last ? first : `${first}/${last}` },
    };
  }
  const [earliest, latest] = [start.first - offsets.from * minute, end.last - offsets.to * minute];
  if (latest < earliest) return undefined;
  const zone =
    offsets.from === 0 && offsets.to === 0 ? ({ state: "utc" } as const) : ({ state: "stated", offsetMinutes: offsets.from } as const);
  return { ...common, earliest: instant(earliest), latest: instant(latest), zone };
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}
