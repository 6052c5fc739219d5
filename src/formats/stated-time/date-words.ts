/** Dates as people and programs write them, with the interval that the words allow. Nothing is guessed beyond the words. */
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { monthNumber } from "../../core/time/month-names.ts";
import { claimOfInstant, claimWithOffset, claimWithoutZone, inReach, type Stated, utcInstant, wallClockMs } from "./wall-clock.ts";

export interface DateReading {
  readonly claim: TimeClaim;
  /** The figures can be read with the day or with the month first. */
  readonly ambiguous: boolean;
}

/** Seconds since 1970 in ten digits, milliseconds in thirteen. */
const unixForm = /^(\d{10})(\d{3})?$/;
const isoForm =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|\s+)(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
/** RFC 5322 section 3.3, and what HTTP makes of it. */
const mailForm =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|UT|GMT|[+-]\d{4})(?:\s*\([^)]*\))?$/;

/** A date in a field that holds nothing else. Undefined when it is in no known form. */
export function readDateField(words: string, stated: Omit<Stated, "verbatim">): DateReading | undefined {
  const trimmed = words.trim();
  if (trimmed.length > 100) return undefined;
  const claimed = { ...stated, verbatim: words };
  const unix = unixForm.exec(trimmed);
  if (unix !== null) {
    const ms = Number(unix[1]) * 1000;
    return inReach(ms) ? { claim: claimOfInstant(claimed, ms), ambiguous: false } : undefined;
  }
  const iso = isoForm.exec(trimmed);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, , zone] = iso;
    return fromParts(claimed, [Number(year), Number(month), Number(day)], { hour, minute, second }, zone);
  }
  const mail = mailForm.exec(trimmed);
  if (mail !== null) {
    const [, day, name, year, hour, minute, second, zone] = mail;
    const month = monthNumber(name ?? "");
    return month === undefined ? undefined : fromParts(claimed, [Number(year), month, Number(day)], { hour, minute, second }, zone);
  }
  const found = findDateInWords(trimmed, stated);
  return found === undefined ? undefined : { ...found, claim: { ...found.claim, verbatim: words } };
}

const clock = String.raw`(?:,?\s+(?:at|um|о|об|в|at about|—|–|-|\|)?\s*(\d{1,2})[:.](\d{2})(?::(\d{2}))?(?:\s*(am|pm|a\.m\.|p\.m\.))?(?:\s*(Z|UTC|GMT)?([+-]\d{1,2}(?::?\d{2})?)?)?)?`;
const isoInWords = new RegExp(
  String.raw`(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)`,
  "u",
);
const dayFirst = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(\p{L}{3,12})\.?,?\s+(\d{4})(?!\d)${clock}`, "iu");
const monthFirst = new RegExp(String.raw`(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)${clock}`, "iu");
const figures = new RegExp(String.raw`(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)${clock}`, "iu");

/** The first date in running words; its own words are the claim's. */
export function findDateInWords(text: string, stated: Omit<Stated, "verbatim">): DateReading | undefined {
  const found = [fromIso(text, stated), fromDayFirst(text, stated), fromMonthFirst(text, stated), fromFigures(text, stated)];
  return found.filter((one) => one !== undefined).toSorted((a, b) => a.at - b.at)[0]?.reading;
}

type Placed = { readonly at: number; readonly reading: DateReading } | undefined;
type Without = Omit<Stated, "verbatim">;

function fromIso(text: string, stated: Without): Placed {
  const match = isoInWords.exec(text);
  if (match === null) return undefined;
  const [verbatim, year, month, day, hour, minute, second, zone] = match;
  return placed(
    match.index,
    fromParts({ ...stated, verbatim: verbatim.trim() }, [Number(year), Number(month), Number(day)], { hour, minute, second }, zone),
  );
}

function fromDayFirst(text: string, stated: Without): Placed {
  return firstNamed(text, dayFirst, ([, day, name, year]) => [year, name, day], stated);
}

function fromMonthFirst(text: string, stated: Without): Placed {
  return firstNamed(text, monthFirst, ([, name, day, year]) => [year, name, day], stated);
}

/** Words that stand where a month would are passed over: "In 1 September 2024", "about 30 metres 2024". */
function firstNamed(text: string, form: RegExp, order: (match: RegExpMatchArray) => (string | undefined)[], stated: Without): Placed {
  for (const match of text.matchAll(new RegExp(form.source, `${form.flags}g`))) {
    const [year, name, day] = order(match);
    const month = monthNumber(name ?? "");
    if (month === undefined) continue;
    const read = fromParts(
      { ...stated, verbatim: match[0].trim() },
      [Number(year), month, Number(day)],
      clockOf(match, 4),
      zoneOf(match, 8),
    );
    if (read !== undefined) return { at: match.index, reading: read };
  }
  return undefined;
}

function fromFigures(text: string, stated: Without): Placed {
  const match = figures.exec(text);
  if (match === null) return undefined;
  const [words, a, , b, yearWords] = match;
  const year = Number(yearWords) + ((yearWords ?? "").length === 4 ? 0 : Number(yearWords) > 69 ? 1900 : 2000);
  const claimed = { ...stated, verbatim: words.trim() };
  const readings = [[year, Number(b), Number(a)] as const, [year, Number(a), Number(b)] as const].flatMap(
    (date) => fromParts(claimed, date, clockOf(match, 5), zoneOf(match, 9)) ?? [],
  );
  const [first, second] = readings;
  if (first === undefined) return undefined;
  if (second === undefined || second.claim.earliest === first.claim.earliest) return { at: match.index, reading: first };
  return { at: match.index, reading: { claim: spanning(first.claim, second.claim), ambiguous: true } };
}

/** One claim over both readings of ambiguous figures. */
function spanning(a: TimeClaim, b: TimeClaim): TimeClaim {
  const [early, late] = a.earliest <= b.earliest ? [a, b] : [b, a];
  const zone =
    early.zone.state === "unknown" && late.zone.state === "unknown"
      ? { state: "unknown" as const, reading: `${early.zone.reading}/${late.zone.reading}` }
      : early.zone;
  return { ...early, latest: late.latest, zone };
}

interface ClockWords {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly half?: string | undefined;
}

function clockOf(match: RegExpMatchArray, from: number): ClockWords {
  return { hour: match[from], minute: match[from + 1], second: match[from + 2], half: match[from + 3] };
}

function zoneOf(match: RegExpMatchArray, from: number): string | undefined {
  return match[from + 1] ?? match[from];
}

function placed(at: number, reading: DateReading | undefined): Placed {
  return reading === undefined ? undefined : { at, reading };
}

function fromParts(
  stated: Stated,
  date: readonly [number, number, number],
  words: ClockWords,
  zone: string | undefined,
): DateReading | undefined {
  const { hour, minute, second } = words;
  const first = wallClockMs(...date, hourOf(words), Number(minute ?? 0), Number(second ?? 0));
  if (first === undefined) return undefined;
  const last = first + (hour === undefined ? 86_400_000 - 1000 : second === undefined ? 59_000 : 0);
  const offset = zone === undefined ? undefined : offsetMinutes(zone);
  if (offset === undefined) {
    const reading = utcInstant(first).replace(hour === undefined ? /T.*$/ : /Z$/, "");
    return { claim: claimWithoutZone(stated, first, last, reading), ambiguous: false };
  }
  if (Math.abs(offset) > 14 * 60) return undefined;
  if (/^(?:Z|UTC?|GMT)$/i.test(zone ?? "")) {
    const instant = claimOfInstant(stated, first);
    return { claim: { ...instant, latest: utcInstant(last) }, ambiguous: false };
  }
  return { claim: claimWithOffset(stated, first, last, offset), ambiguous: false };
}

function hourOf({ hour, half }: ClockWords): number {
  const plain = Number(hour ?? 0);
  if (half === undefined || plain > 12 || plain === 0) return plain;
  return (plain % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const size = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -size : size;
}
