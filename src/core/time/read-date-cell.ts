/**
 * A date as people and programs write it into a cell, with the interval that the words allow. Bare figures keep both of
 * their readings until somebody says which comes first; a spreadsheet's day number keeps both of its epochs. Words that
 * are no date are "none"; a date that no calendar has is refused with the reason.
 */
import { monthNumber } from "./month-names.ts";
import { type CellClock, clockIn } from "./read-date-cell-clock.ts";
import type { TimeClaim, TimeMeaning } from "./time-claim.ts";
import { claimOfInstant, claimWithOffset, claimWithoutZone, inReach, type Stated, utcInstant, wallClockMs } from "./wall-clock.ts";

/** What a person should look at before believing the time. */
export type DateRemark =
  /** The figures can be read with the day or with the month first; both readings are kept. */
  | "both-orders"
  /** Only the other order is a date, although the column was said to have this one. */
  | "against-the-order"
  /** Two figures for the year. */
  | "short-year"
  /** A spreadsheet's day number: counted from 1900 or from 1904, which the cell does not say. */
  | "serial-number"
  /** Words for a zone that mean more than one; taken as unknown. */
  | "zone-unclear"
  /** Seconds or milliseconds since 1970. */
  | "unix-time";

export type DateCellRead =
  | {
      readonly state: "read";
      readonly claim: TimeClaim;
      /** Each way of reading it, as the reading in the claim's zone names them; one when there is one only. */
      readonly readings: readonly {
        readonly as: "only" | "day-first" | "month-first" | "from-1900" | "from-1904";
        readonly claim: TimeClaim;
      }[];
      readonly remarks: readonly DateRemark[];
    }
  | { readonly state: "refused"; readonly reason: string }
  | { readonly state: "none" };

export interface DateCellAbout {
  readonly means?: TimeMeaning;
  /** Where it was found: "row 12 Date". */
  readonly basis: string;
  /** What a person said of the column. Left out: nobody did. */
  readonly dayFirst?: boolean | undefined;
  readonly epoch?: 1900 | 1904 | undefined;
}

const longest = 100;

export function readDateCell(text: string, about: DateCellAbout): DateCellRead {
  const words = plain(text);
  if (words === "" || words.length > longest || !/\d/.test(words)) return { state: "none" };
  const stated: Stated = { means: about.means ?? "stated", verbatim: text, basis: about.basis };
  return (
    readUnix(words, stated) ??
    readSerial(words, stated, about.epoch) ??
    readYearOrMonth(words, stated) ??
    readIso(words, stated) ??
    readFigures(words, stated, about.dayFirst) ??
    readNamed(words, stated) ?? { state: "none" }
  );
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[−–—]/gu, "-")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\s+/gu, " ")
    .replace(/\s*(?:року|год[а]?|рік|р\.|г\.)(?!\p{L})/iu, "")
    .trim();
}

function readUnix(words: string, stated: Stated): DateCellRead | undefined {
  const match = /^(1\d{9})(\d{3})?$/.exec(words);
  if (match === null) return undefined;
  const claim = claimOfInstant(stated, Number(match[1]) * 1000);
  return only(claim, ["unix-time"]);
}

/** ECMA-376 part 1, 18.17.4.1: day 60 of the 1900 system is a 29 February that never was, so later days count from 30 December 1899. */
const epochMs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

function readSerial(words: string, stated: Stated, epoch: 1900 | 1904 | undefined): DateCellRead | undefined {
  const match = /^(\d{5})(?:[.,](\d{1,15}))?$/.exec(words);
  if (match === null) return undefined;
  const days = Number(match[1]);
  // 1954 to 2099: outside of that a number of five figures is something else.
  if (days < 20_000 || days > 73_050) return undefined;
  const share = match[2] === undefined ? undefined : Number(`0.${match[2]}`);
  const seconds = share === undefined ? 0 : Math.round(share * 86_400);
  const claimFrom = (from: 1900 | 1904): TimeClaim => {
    const first = epochMs[from] + days * 86_400_000 + seconds * 1000;
    const last = share === undefined ? first + 86_399_000 : first;
    return claimWithoutZone(stated, first, last, readingOf(first, share !== undefined));
  };
  const both = [
    { as: "from-1900", claim: claimFrom(1900) },
    { as: "from-1904", claim: claimFrom(1904) },
  ] as const;
  if (epoch !== undefined)
    return { state: "read", claim: claimFrom(epoch), readings: [{ as: "only", claim: claimFrom(epoch) }], remarks: ["serial-number"] };
  return { state: "read", claim: spanning(both[0].claim, both[1].claim), readings: both, remarks: ["serial-number"] };
}

function readYearOrMonth(words: string, stated: Stated): DateCellRead | undefined {
  const year = /^(\d{4})$/.exec(words);
  if (year !== null) return between(stated, Number(year[1]), 1, 12, words);
  const match = /^(\d{4})[-./](\d{1,2})$/.exec(words) ?? /^(\d{1,2})[-./](\d{4})$/.exec(words);
  if (match !== null) {
    const [y, m] = (match[1] ?? "").length === 4 ? [match[1], match[2]] : [match[2], match[1]];
    return between(stated, Number(y), Number(m), Number(m), `${y}-${(m ?? "").padStart(2, "0")}`);
  }
  const named = /^(\p{L}{3,12})\.?,? (\d{4})$/u.exec(words) ?? /^(\d{4}) (\p{L}{3,12})$/u.exec(words);
  if (named === null) return undefined;
  const [name, y] = /^\d/.test(named[1] ?? "") ? [named[2], named[1]] : [named[1], named[2]];
  const month = monthNumber(name ?? "");
  return month === undefined ? undefined : between(stated, Number(y), month, month, `${y}-${String(month).padStart(2, "0")}`);
}

function between(stated: Stated, year: number, firstMonth: number, lastMonth: number, reading: string): DateCellRead | undefined {
  if (year < 1900 || year > 2100) return undefined;
  if (firstMonth < 1 || lastMonth > 12) return { state: "refused", reason: `expected a month from 1 to 12, found ${firstMonth}` };
  const first = wallClockMs(year, firstMonth, 1);
  const next = lastMonth === 12 ? wallClockMs(year + 1, 1, 1) : wallClockMs(year, lastMonth + 1, 1);
  return first === undefined || next === undefined ? undefined : only(claimWithoutZone(stated, first, next - 1000, reading), []);
}

function readIso(words: string, stated: Stated): DateCellRead | undefined {
  const match = /^(\d{4})([-./]?)(\d{1,2})\2(\d{1,2})(?:[T ,]+(.*))?$/iu.exec(words);
  if (match === null || (match[2] === "" && (match[3] ?? "").length + (match[4] ?? "").length < 4)) return undefined;
  return withClock(stated, [Number(match[1]), Number(match[3]), Number(match[4])], match[5]);
}

function readNamed(words: string, stated: Stated): DateCellRead | undefined {
  const text = words.replace(/^\p{L}{2,12}\.?,? (?=\d|\p{L}{3,12}\.? \d)/u, (word) =>
    monthNumber(word.replace(/[ ,]/gu, "")) === undefined ? "" : word,
  );
  const day = /^(\d{1,2})(?:st|nd|rd|th|\.|-?го|-?е)?[ -](?:of )?(\p{L}{3,12})\.?,?[ -](\d{4}|\d{2})(?:[ ,T]+(.*))?$/iu.exec(text);
  if (day !== null) return namedDate(stated, day[3], day[2], day[1], day[4]);
  const month = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,T]+(.*))?$/iu.exec(text);
  if (month !== null) return namedDate(stated, month[3], month[1], month[2], month[4]);
  // As X writes it: "Fri Feb 23 22:34:37 +0000 2018".
  const x = /^(\p{L}{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2} [+-]\d{4}) (\d{4})$/u.exec(text);
  return x === null ? undefined : namedDate(stated, x[4], x[1], x[2], x[3]);
}

function namedDate(stated: Stated, year = "", name = "", day = "", clock: string | undefined): DateCellRead | undefined {
  const month = monthNumber(name);
  if (month === undefined) return undefined;
  const read = withClock(stated, [fullYear(year), month, Number(day)], clock);
  return year.length === 2 ? remarked(read, "short-year") : read;
}

function readFigures(words: string, stated: Stated, dayFirst: boolean | undefined): DateCellRead | undefined {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T]+(.*))?$/u.exec(words);
  if (match === null) return undefined;
  const [, a, , b, yearWords = "", clock] = match;
  const year = fullYear(yearWords);
  const asDay = withClock(stated, [year, Number(b), Number(a)], clock);
  const asMonth = withClock(stated, [year, Number(a), Number(b)], clock);
  const read = orderChosen(asDay, asMonth, a === b, dayFirst);
  return yearWords.length === 2 ? remarked(read, "short-year") : read;
}

function orderChosen(asDay: DateCellRead, asMonth: DateCellRead, same: boolean, dayFirst: boolean | undefined): DateCellRead {
  if (asDay.state !== "read")
    return asMonth.state !== "read" ? asDay : dayFirst === true ? remarked(asMonth, "against-the-order") : asMonth;
  if (asMonth.state !== "read" || same) return dayFirst === false && !same ? remarked(asDay, "against-the-order") : asDay;
  if (dayFirst !== undefined) return dayFirst ? asDay : asMonth;
  return {
    state: "read",
    claim: spanning(asDay.claim, asMonth.claim),
    readings: [
      { as: "day-first", claim: asDay.claim },
      { as: "month-first", claim: asMonth.claim },
    ],
    remarks: [...asDay.remarks, "both-orders"],
  };
}

function withClock(stated: Stated, [year, month, day]: readonly [number, number, number], clockWords: string | undefined): DateCellRead {
  const clock = clockIn(clockWords ?? "", { year, month, day });
  if ("refused" in clock) return { state: "refused", reason: clock.refused };
  if (wallClockMs(year, month, day) === undefined) {
    return { state: "refused", reason: `no calendar has year ${year}, month ${month}, day ${day}` };
  }
  return claimAt(stated, [year, month, day], clock);
}

function claimAt(stated: Stated, date: readonly [number, number, number], { clock, zone, unclear }: CellClock): DateCellRead {
  const first = wallClockMs(...date, clock?.hour ?? 0, clock?.minute ?? 0, clock?.second ?? 0);
  if (first === undefined) return { state: "refused", reason: "expected a clock up to 23:59:59" };
  const last = first + (clock === undefined ? 86_399_000 : clock.second === undefined ? 59_000 : 0);
  const remarks: DateRemark[] = unclear ? ["zone-unclear"] : [];
  if (zone === undefined) return only(claimWithoutZone(stated, first, last, readingOf(first, clock !== undefined)), remarks);
  if (zone === "utc") return only({ ...claimOfInstant(stated, first), latest: utcInstant(last) }, remarks);
  return inReach(first) ? only(claimWithOffset(stated, first, last, zone), remarks) : { state: "none" };
}

function only(claim: TimeClaim, remarks: readonly DateRemark[]): DateCellRead {
  return { state: "read", claim, readings: [{ as: "only", claim }], remarks };
}

function remarked(read: DateCellRead, remark: DateRemark): DateCellRead {
  return read.state === "read" ? { ...read, remarks: [...read.remarks, remark] } : read;
}

/** Both in one claim, earlier reading first. */
function spanning(a: TimeClaim, b: TimeClaim): TimeClaim {
  const [early, late] = a.earliest <= b.earliest ? [a, b] : [b, a];
  if (early.zone.state !== "unknown" || late.zone.state !== "unknown") return { ...early, latest: late.latest };
  return { ...early, latest: late.latest, zone: { state: "unknown", reading: `${early.zone.reading}/${late.zone.reading}` } };
}

function readingOf(ms: number, withTime: boolean): string {
  return utcInstant(ms).replace(withTime ? /Z$/ : /T.*$/, "");
}

/** As POSIX strptime reads two figures: 69 to 99 are of the last century. */
function fullYear(words: string): number {
  return Number(words) + (words.length === 4 ? 0 : Number(words) > 68 ? 1900 : 2000);
}
