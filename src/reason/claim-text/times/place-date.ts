/** Places a stated date in the calendar, against the day of publication. Never one reading where the words allow two. */
import { dayName, dayNumber, lastDayOfMonth, partsOfDay, weekdayOf } from "./calendar.ts";
import type { PublishedDays } from "./published-days.ts";
import type { StatedDate } from "./stated-date.ts";
import type { Piece } from "./time-words.ts";

export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export interface PlacedDate {
  readonly ranges: readonly DayRange[];
  readonly notes: readonly string[];
}

/** Beyond so many days a date without a year is hardly one that is still to come. */
const daysAhead = 31;
/** A publication interval of more days than these is read by its ends alone. */
const daysListed = 4;

const noPublication = "no publication day";

export function placeDate(stated: StatedDate, published: PublishedDays | undefined): PlacedDate {
  const placed = stated.is === "figures" ? placeFigures(stated) : placeAgainst(stated, published);
  const ranges = placed.ranges.filter((one, i) => placed.ranges.findIndex(({ from, to }) => from === one.from && to === one.to) === i);
  return { ranges: ranges.slice(0, 4), notes: placed.notes };
}

function placeFigures({ days, isShortYear }: Extract<StatedDate, { is: "figures" }>): PlacedDate {
  const notes = [
    ...(days.length > 1 ? ["the figures can be read with the day or with the month first"] : []),
    ...(isShortYear ? ["two figures for the year"] : []),
  ];
  return { ranges: days.map((day) => ({ from: day, to: day })), notes };
}

function placeAgainst(stated: Exclude<StatedDate, { is: "figures" }>, published: PublishedDays | undefined): PlacedDate {
  if (stated.is === "date" && stated.year !== undefined)
    return withWeekday(stated, { ranges: rangesOfYear(stated, stated.year), notes: [] });
  if (published === undefined) return { ranges: [], notes: [missing(stated)] };
  const days = published.last - published.first < daysListed ? everyDay(published) : [published.first, published.last];
  const ranges = days.flatMap((day) => rangesFrom(stated, day));
  const last = Math.max(...days);
  const notes = [
    `read against the publication on ${days.map(dayName).join(" or ")}${published.isOfUtc ? " (in UTC: its zone is not known)" : ""}`,
  ];
  if (stated.is === "date" && stated.otherDay !== undefined) notes.push("two days are named");
  if (stated.is === "date" && ranges.some(({ from }) => from > last))
    notes.push("no year: as it stands this year it is after the publication, so last year's is a reading too");
  if (stated.is === "weekday" && stated.turn === "last" && ranges.length > days.length)
    notes.push("the last such day may be this week's or that of the week before");
  return stated.is === "date" ? withWeekday(stated, { ranges, notes }) : { ranges, notes };
}

function missing(stated: StatedDate): string {
  if (stated.is === "date" && stated.day !== undefined && stated.month === undefined)
    return `${noPublication}: month and year are not known`;
  return stated.is === "date" ? `${noPublication}: the year is not known` : `${noPublication}: the day is not known`;
}

function everyDay({ first, last }: PublishedDays): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function rangesFrom(stated: Exclude<StatedDate, { is: "figures" }>, published: number): DayRange[] {
  switch (stated.is) {
    case "counted":
      return [{ from: published + stated.add, to: published + (stated.toAdd ?? stated.add) }];
    case "weekday":
      return weekdays(stated, published);
    case "stretch":
      return [stretch(stated, published)];
    case "date":
      return stated.month === undefined ? dayOfMonth(stated, published) : withoutYear(stated, published);
  }
}

/** The nearest such day before, the same day included; METHOD's rule for a past tense. */
function weekdays({ weekday, turn }: Extract<StatedDate, { is: "weekday" }>, published: number): DayRange[] {
  const today = weekdayOf(published);
  if (turn === "next") {
    const ahead = (weekday - today + 7) % 7 || 7;
    return [day(published + ahead)];
  }
  const back = (today - weekday + 7) % 7;
  const near = published - (turn === "last" && back === 0 ? 7 : back);
  // "Last Tuesday" on a Thursday: two days ago for some, nine for others.
  return turn === "last" && back > 0 && back < today ? [day(near), day(near - 7)] : [day(near)];
}

function stretch({ of, add }: Extract<StatedDate, { is: "stretch" }>, published: number): DayRange {
  const { year, month } = partsOfDay(published);
  const monday = published - weekdayOf(published) + 1;
  switch (of) {
    case "week":
      return { from: monday + 7 * add, to: monday + 7 * add + 6 };
    case "weekend": {
      const saturday = weekdayOf(published) >= 6 ? monday + 5 : monday - 2;
      return { from: saturday, to: saturday + 1 };
    }
    case "month": {
      const first = new Date(Date.UTC(year, month - 1 + add, 1));
      return wholeMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
    }
    case "year":
      return { from: dayNumber(year + add, 1, 1) ?? published, to: dayNumber(year + add, 12, 31) ?? published };
  }
}

type Dated = Extract<StatedDate, { is: "date" }>;

function dayOfMonth(stated: Dated, published: number): DayRange[] {
  const { year, month } = partsOfDay(published);
  for (let back = 0; back < 3; back++) {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    const [range] = rangesOfMonth(stated, first.getUTCFullYear(), first.getUTCMonth() + 1);
    if (range !== undefined && range.from <= published) return [range];
  }
  return [];
}

function withoutYear(stated: Dated, published: number): DayRange[] {
  const { year } = partsOfDay(published);
  const ranges: DayRange[] = [];
  for (const near of [year + 1, year, year - 1, year - 2, year - 3, year - 4]) {
    const of = rangesOfYear(stated, near);
    const [range] = of;
    if (range === undefined || range.from > published + daysAhead) continue;
    ranges.unshift(...of);
    if (range.from <= published) break;
  }
  return ranges;
}

function rangesOfYear(stated: Dated, year: number): DayRange[] {
  if (stated.month !== undefined) return rangesOfMonth(stated, year, stated.month);
  const [from, to] = [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];
  return from === undefined || to === undefined ? [] : [thirdOf({ from, to }, stated.piece)];
}

function rangesOfMonth({ day: of, toDay, otherDay, piece }: Dated, year: number, month: number): DayRange[] {
  if (of === undefined) return piece === undefined ? [wholeMonth(year, month)] : [monthPiece(year, month, piece)];
  const [from, to] = [dayNumber(year, month, of), dayNumber(year, month, toDay ?? of)];
  const other = otherDay === undefined ? undefined : dayNumber(year, month, otherDay);
  return from === undefined || to === undefined || to < from ? [] : [{ from, to }, ...(other === undefined ? [] : [day(other)])];
}

function wholeMonth(year: number, month: number): DayRange {
  const from = dayNumber(year, month, 1) ?? 0;
  return { from, to: from + lastDayOfMonth(year, month) - 1 };
}

/** House rule: a month begins with its first ten days and ends with those from the 21st. */
function monthPiece(year: number, month: number, piece: Piece): DayRange {
  const { from, to } = wholeMonth(year, month);
  if (piece === "first-week") return { from, to: from + 6 };
  if (piece === "last-week") return { from: to - 6, to };
  return piece === "early" ? { from, to: from + 9 } : piece === "middle" ? { from: from + 10, to: from + 19 } : { from: from + 20, to };
}

function thirdOf({ from, to }: DayRange, piece: Piece | undefined): DayRange {
  const third = Math.floor((to - from + 1) / 3);
  if (piece === undefined) return { from, to };
  return piece === "early"
    ? { from, to: from + third }
    : piece === "late"
      ? { from: to - third, to }
      : { from: from + third, to: to - third };
}

function withWeekday(stated: Dated, placed: PlacedDate): PlacedDate {
  const { weekday } = stated;
  if (weekday === undefined || placed.ranges.length === 0) return placed;
  const fitting = placed.ranges.filter(({ from }) => weekdayOf(from) === weekday);
  if (fitting.length > 0) return { ...placed, ranges: fitting };
  return { ...placed, notes: [...placed.notes, "the weekday beside the date is not that of the date"] };
}

function day(number: number): DayRange {
  return { from: number, to: number };
}
