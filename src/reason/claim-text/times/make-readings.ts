/** Turns a stated moment, or two ends of a span, into every reading that the words allow. */
import type { TimeReading } from "../../../core/claim/claim-value.ts";
import { dayName } from "./calendar.ts";
import { claimDayParts, minutesOf, type MinuteSpan } from "./day-parts.ts";
import type { Moment, StatedPart } from "./moment.ts";
import { type DayRange, placeDate } from "./place-date.ts";
import type { PublishedDays } from "./published-days.ts";
import { clockName, type StatedClock } from "./read-clock.ts";
import type { StatedDate } from "./stated-date.ts";
import type { DayPart, Limit } from "./time-words.ts";

export interface ReadAgainst {
  readonly published: PublishedDays | undefined;
  readonly zone: string | null;
  /** The text says that light or shadows show the part of the day. */
  readonly bySun: boolean;
  /** Days that other words of the same text name, for a clock that has none. */
  readonly beside?: { readonly ranges: readonly DayRange[]; readonly words: string };
}

export interface Readings {
  readonly readings: readonly TimeReading[];
  readonly notes: readonly string[];
}

/** Of one value: see core/claim/claim-value.ts. */
const mostReadings = 8;

/** Notes that begin so are of a time that names no day. */
export const noDay = "no day beside it";

/** A time of day: a part with its name, or minutes counted from the midnight before the day. */
type DayTime = { readonly part: DayPart; readonly shift?: number } | { readonly minutes: MinuteSpan } | undefined;

type Within = Omit<Extract<TimeReading, { kind: "within" }>, "kind">;

/** "That day": the day that stands beside it, or the day of what the text tells before. */
export function readingsOfSameDay(own: string, part: DayPart | undefined, { beside, zone }: ReadAgainst): Readings {
  if (beside === undefined) {
    const reading: TimeReading = { kind: "offset", hours: 0, plusMinusHours: 12, from: "event", of: own };
    return { readings: [reading], notes: [`${noDay}: counted from what the text tells before`] };
  }
  const readings = beside.ranges.map((range): TimeReading => ({
    kind: "within",
    ...withTime(range, part === undefined ? part : { part }, zone),
  }));
  return { readings: readings.slice(0, mostReadings), notes: [`read on the day of ${JSON.stringify(beside.words)}`] };
}

/** Of so many days before the publication, up to it. */
export function readingsOfLastDays(days: number, { published, zone }: ReadAgainst): Readings {
  if (published === undefined) return { readings: [], notes: ["no publication day: the days are not known"] };
  const { first, last } = published;
  const reading: TimeReading = { kind: "within", ...withTime({ from: first - days, to: last }, undefined, zone) };
  return { readings: days > 3660 ? [] : [reading], notes: [`read against the publication on ${dayName(last)}`] };
}

export function readingsOfMoment(moment: Moment, limit: Limit | undefined, against: ReadAgainst): Readings {
  const { ranges, notes } = daysOf(moment, against);
  const { zone, notes: zoneNotes } = zoneOf(moment, against.zone);
  // Before midnight is before the end of the day, after it after the beginning: whichever midnight is meant.
  const times = limit !== undefined && moment.part === "midnight" ? [undefined] : dayTimes(moment);
  const halves = moment.clock === undefined || times.length < 2 ? [] : ["nothing says which half of the day the clock means"];
  const give = moment.isDateAround && times.every((time) => time === undefined || "part" in time);
  const readings = ranges.flatMap((range) =>
    times.map((time): TimeReading => {
      const days = withTime(range, time, zone);
      const plusMinus = give ? { plusMinusDays: Math.min(3660, range.to - range.from + 1) } : {};
      if (limit !== undefined) return { kind: "bound", limit, ...days, ...plusMinus };
      const part = time !== undefined && "part" in time ? time.part : undefined;
      if (against.bySun && part !== undefined && part !== "evening")
        return { kind: "sun", sun: part, ...(moment.date === undefined ? {} : { day: days.day }) };
      return { kind: "within", ...days, ...plusMinus };
    }),
  );
  return { readings: readings.slice(0, mostReadings), notes: [...notes, ...zoneNotes, ...halves] };
}

/** "Between 3 and 5 May", "from 2 to 4 p.m. on Tuesday", "from Monday evening to Tuesday morning". Undefined: these are no two ends. */
export function readingsOfSpan(first: Moment, last: Moment, against: ReadAgainst): Readings | undefined {
  const dates = sharedDates(first, last);
  if (dates === undefined) return undefined;
  const { zone, notes } = zoneOf(last.zone === undefined ? first : last, against.zone);
  const [from, to] = [daysOf({ ...first, ...dates.first }, against), daysOf({ ...last, ...dates.last }, against)];
  const ends = timeEnds(first, last);
  if (ends === undefined) return undefined;
  const readings: TimeReading[] = [];
  for (const a of from.ranges) {
    // Each beginning with the nearest end behind it.
    const b = to.ranges.filter((one) => one.to >= a.from).sort((x, y) => x.to - y.to)[0];
    if (b === undefined || (dates.isSame && b.from !== a.from)) continue;
    for (const [begin, end] of ends) {
      const isNextDay = dates.isSame && begin !== undefined && end !== undefined && end < begin;
      const day = a.from + Math.floor((begin ?? 0) / 1440);
      const toDay = b.to + (isNextDay ? 1 : 0) + (end === undefined ? 0 : Math.ceil(end / 1440) - 1 + (end === 0 ? 1 : 0));
      const between: [string, string] | undefined =
        begin === undefined && end === undefined
          ? undefined
          : [clockName((begin ?? 0) % 1440), clockName(end === undefined ? 1440 : ((end - 1 + 1440) % 1440) + 1 - (end === 0 ? 1440 : 0))];
      readings.push({
        kind: "within",
        day: dayName(day),
        ...(toDay > day ? { toDay: dayName(toDay) } : {}),
        ...(between === undefined ? {} : { between }),
        zone,
      });
    }
  }
  const said = [...new Set([...from.notes, ...to.notes, ...notes])];
  if (ends.length > 1) said.push("nothing says which half of the day the clock means");
  return readings.length === 0 && from.ranges.length > 0 && to.ranges.length > 0
    ? undefined
    : { readings: readings.slice(0, mostReadings), notes: said };
}

function daysOf(
  { date }: { readonly date?: StatedDate },
  { published, beside }: ReadAgainst,
): { ranges: readonly DayRange[]; notes: readonly string[] } {
  if (date !== undefined) return placeDate(date, published);
  if (beside !== undefined)
    return { ranges: beside.ranges, notes: [`no day of its own: read on the day of ${JSON.stringify(beside.words)}`] };
  if (published === undefined) return { ranges: [], notes: [`${noDay}, and no publication day`] };
  const first = Math.max(published.first, published.last - 1) - 1;
  return {
    ranges: Array.from({ length: published.last - first + 1 }, (_, i) => ({ from: published.last - i, to: published.last - i })),
    notes: [`${noDay}: read as the day of publication (${dayName(published.last)}) or the day before`],
  };
}

function zoneOf({ zone }: Moment, own: string | null): { zone: string | null; notes: string[] } {
  if (zone === undefined) return { zone: own, notes: [] };
  if (zone !== "local") return { zone, notes: [] };
  return { zone: own, notes: own === null ? ["local time, and nobody says of which zone"] : [] };
}

function dayTimes({ date, part: stated, piece, clock }: Moment): readonly DayTime[] {
  const part = stated ?? piece ?? (date?.is === "counted" ? date.part : undefined);
  if (clock !== undefined) return halfFor(clock, part).map((at) => ({ minutes: [at, at] }));
  if (part === undefined) return [undefined];
  if (part === "midnight") return [0, 1440].map((at) => ({ minutes: [at, at] }));
  // "В ніч на 3 травня": the night that ends on that day. "Вночі 3 травня": its small hours, or the night after it.
  if (part === "night-to") return [{ part: "night", shift: -1 }];
  if (part === "night-or-before") return [{ minutes: [0, 6 * 60] }, { part: "night" }];
  if (typeof part === "string") return [{ part }];
  return [{ minutes: part.between.map(minutesOf) as [number, number] }];
}

/** "At 3 in the afternoon": the part says which half of the day. */
function halfFor({ minutes }: StatedClock, part: StatedPart | undefined): readonly number[] {
  if (minutes.length < 2 || typeof part !== "string" || part === "midnight") return minutes;
  const [am, pm] = minutes as [number, number];
  if (part === "morning") return [am];
  if (part === "afternoon" || part === "evening") return [pm];
  return [am >= 6 * 60 ? pm : am];
}

function withTime({ from, to }: DayRange, time: DayTime, zone: string | null): Within {
  if (time === undefined || "part" in time) {
    const shift = time?.shift ?? 0;
    const last = to + shift > from + shift ? { toDay: dayName(to + shift) } : {};
    return { day: dayName(from + shift), ...last, ...(time === undefined ? {} : { part: time.part }), zone };
  }
  const [begin, end] = time.minutes;
  const [first, last] = [from + (begin < 0 ? -1 : 0), to + (end > 1440 ? 1 : 0)];
  const between: [string, string] = [clockName(begin < 0 ? begin + 1440 : begin), clockName(end > 1440 ? end - 1440 : end)];
  return { day: dayName(first), ...(last > first ? { toDay: dayName(last) } : {}), between, zone };
}

interface SharedDates {
  readonly first: { readonly date?: StatedDate };
  readonly last: { readonly date?: StatedDate };
  /** Both ends are on one day that is said once, or not at all. */
  readonly isSame: boolean;
}

/** A month or year that stands at one end holds for both; a day that stands once does too where both ends are clocks. */
function sharedDates(first: Moment, last: Moment): SharedDates | undefined {
  const [a, b] = [first.date, last.date];
  const areTimes = hasTime(first) && hasTime(last);
  if (a === undefined && b === undefined) return areTimes ? { first: {}, last: {}, isSame: true } : undefined;
  if (a === undefined || b === undefined) {
    const date = a ?? b;
    return areTimes && date !== undefined ? { first: { date }, last: { date }, isSame: true } : undefined;
  }
  if (a.is !== "date" || b.is !== "date") {
    if (isBare(a) || isBare(b)) return undefined;
    return { first: { date: a }, last: { date: b }, isSame: false };
  }
  if (a.isBare === true && b.isBare === true) return undefined;
  const [month, year] = [b.month ?? a.month, b.year ?? a.year];
  if (month === undefined && (a.day === undefined || b.day === undefined) && year === undefined) return undefined;
  const share = (one: typeof a): StatedDate => ({
    ...one,
    ...(one.month === undefined && one.day !== undefined && month !== undefined ? { month } : {}),
    ...(one.year === undefined && year !== undefined ? { year } : {}),
  });
  return { first: { date: share(a) }, last: { date: share(b) }, isSame: false };
}

function isBare(date: StatedDate): boolean {
  return date.is === "date" && date.month === undefined && date.year === undefined;
}

function hasTime(moment: Moment): boolean {
  return moment.clock !== undefined || moment.part !== undefined;
}

type Ends = readonly (readonly [begin: number | undefined, end: number | undefined])[];

/** Minutes at which the span begins on its first day and ends on its last. */
function timeEnds(first: Moment, last: Moment): Ends | undefined {
  const [a, b] = [clocks(first), clocks(last)];
  if (a === undefined || b === undefined) {
    const [begin, end] = [a?.[0]?.[0], b?.at(-1)?.[1]];
    return [[begin, end]];
  }
  const pairs: [number, number][] = [];
  if (a.length === 2 && b.length === 1) {
    // "Between 2 and 4 p.m.": the half of the second, unless the first would then come behind it.
    const end = (b[0] as MinuteSpan)[1];
    const isPm = end > 720;
    const same = (a[isPm ? 1 : 0] as MinuteSpan)[0];
    pairs.push([same <= end ? same : (a[isPm ? 0 : 1] as MinuteSpan)[0], end]);
  } else if (a.length === 2 && b.length === 2) {
    for (const half of [0, 1] as const) {
      const begin = (a[half] as MinuteSpan)[0];
      const end = [...b.map(([, to]) => to), (b[0] as MinuteSpan)[1] + 1440].find((to) => to > begin);
      if (end !== undefined) pairs.push([begin, end > 1440 ? end - 1440 : end]);
    }
  } else for (const [begin] of a) for (const [, end] of b) pairs.push([begin, end]);
  return pairs;
}

function clocks(moment: Moment): readonly MinuteSpan[] | undefined {
  const times = dayTimes(moment);
  if (times.length === 1 && times[0] === undefined) return undefined;
  return times.map((time) => (time === undefined ? [0, 1440] : "part" in time ? partMinutes(time.part) : time.minutes));
}

function partMinutes(part: DayPart): MinuteSpan {
  return claimDayParts[part];
}
