/** Times that a page states: of a message in the title of its clock, of what is between messages only the day above it. */
import { monthNumber } from "../../core/time/month-names.ts";
import type { TimeClaim, TimeMeaning } from "../../core/time/time-claim.ts";
import { claimOfInstant, claimWithOffset, claimWithoutZone, utcInstant, wallClockMs } from "../../core/time/wall-clock.ts";

const titleForm = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})(?: (UTC)(?:([+-])(\d{2}):(\d{2}))?)?$/;
const dayForm = /^(\d{1,2}) (\p{L}{3,12}) (\d{4})$/u;
const dayMs = 86_400_000;

export interface TitleTime {
  readonly claim: TimeClaim;
  /** What the exporting computer's clock was ahead of UTC; undefined in older exports. */
  readonly offsetMinutes: number | undefined;
}

/** "14.09.2024 16:20:00 UTC+03:00", in older exports without the zone. */
export function readTitleTime(words: string, means: TimeMeaning, basis: string): TitleTime | undefined {
  const match = titleForm.exec(words);
  if (match === null) return undefined;
  const [day, month, year, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const wall = wallClockMs(year, month, day, hour, minute, second);
  if (wall === undefined) return undefined;
  const stated = { means, verbatim: words, basis };
  if (match[7] === undefined)
    return { claim: claimWithoutZone(stated, wall, wall, utcInstant(wall).replace(/Z$/, "")), offsetMinutes: undefined };
  if (match[8] === undefined) return { claim: claimOfInstant(stated, wall), offsetMinutes: 0 };
  const offset = (Number(match[9]) * 60 + Number(match[10])) * (match[8] === "-" ? -1 : 1);
  if (Math.abs(offset) > 840) return undefined;
  return { claim: claimWithOffset(stated, wall, wall, offset), offsetMinutes: offset };
}

export interface PageDay {
  readonly words: string;
  readonly ms: number;
}

/** "14 September 2024", the line between messages of two days. */
export function readDayLine(words: string): PageDay | undefined {
  const match = dayForm.exec(words);
  const month = monthNumber(match?.[2] ?? "");
  const ms = match === null || month === undefined ? undefined : wallClockMs(Number(match[3]), month, Number(match[1]));
  return ms === undefined ? undefined : { words, ms };
}

export function claimOfDay({ words, ms }: PageDay, basis: string): TimeClaim {
  return claimWithoutZone({ means: "posted", verbatim: words, basis }, ms, ms + dayMs - 1000, utcInstant(ms).slice(0, 10));
}
