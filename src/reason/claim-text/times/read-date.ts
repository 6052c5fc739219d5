/** Reads a date from the tokens of a text: figures, day and month in either order, weekdays, days counted from the publication. */
import type { PhraseTable } from "../languages/phrase-table.ts";
import { type TextToken, touches } from "../languages/text-tokens.ts";
import { dayNumber } from "./calendar.ts";
import type { TimeTables } from "./time-tables.ts";
import type { Found, StatedDate } from "./stated-date.ts";

export interface DateContext {
  /** A bare figure may be a day of a month that stands elsewhere: "3" in "between 3 and 5 May". */
  readonly bareDay: boolean;
  /** A preposition goes before, so that a bare year or month is a time. */
  readonly isOpened: boolean;
}

export function dateAt(tokens: readonly TextToken[], at: number, words: TimeTables, context: DateContext): Found<StatedDate> | undefined {
  return (
    figuresAt(tokens, at, words) ??
    countedAt(tokens, at, words) ??
    weekdayAt(tokens, at, words, context) ??
    dayMonthAt(tokens, at, words) ??
    monthDayAt(tokens, at, words, context) ??
    ordinalAt(tokens, at, words) ??
    yearAt(tokens, at, words, context) ??
    (context.bareDay ? bareDayAt(tokens, at) : undefined)
  );
}

function digits(tokens: readonly TextToken[], at: number, most: number): number | undefined {
  const token = tokens[at];
  return token?.kind === "digits" && token.word.length <= most ? Number(token.word) : undefined;
}

/** 2031-05-06, 06.05.2031, 04/03/22. Figures that touch more figures are something else: a number of a road, a version. */
function figuresAt(tokens: readonly TextToken[], at: number, { dotsAreDayFirst }: TimeTables): Found<StatedDate> | undefined {
  const [a, s, b, t, c] = tokens.slice(at, at + 5);
  if (a?.kind !== "digits" || b?.kind !== "digits" || c?.kind !== "digits" || s === undefined || s.word !== t?.word) return undefined;
  if (!/^[-./]$/.test(s.word) || [0, 1, 2, 3].some((i) => !touches(tokens, at + i))) return undefined;
  const before = tokens[at - 1];
  const isJoined = (one: TextToken | undefined) => one !== undefined && /^[-./0-9]+$/.test(one.word);
  if (at > 0 && touches(tokens, at - 1) && isJoined(before)) return undefined;
  if (touches(tokens, at + 4) && isJoined(tokens[at + 5]) && tokens[at + 6]?.kind === "digits" && touches(tokens, at + 5)) return undefined;
  const lengths = [a, b, c].map(({ word }) => word.length);
  const [x, y, z] = [Number(a.word), Number(b.word), Number(c.word)];
  const found = (days: readonly (number | undefined)[], isShortYear: boolean): Found<StatedDate> | undefined => {
    const real = [...new Set(days.filter((day) => day !== undefined))];
    return real.length === 0 ? undefined : { value: { is: "figures", days: real, isShortYear }, end: at + 5 };
  };
  if (lengths[0] === 4 && Math.max(lengths[1] ?? 0, lengths[2] ?? 0) <= 2) return found([dayNumber(x, y, z)], false);
  if (Math.max(lengths[0] ?? 0, lengths[1] ?? 0) > 2 || (lengths[2] !== 4 && lengths[2] !== 2)) return undefined;
  const year = lengths[2] === 4 ? z : z + (z > 68 ? 1900 : 2000);
  const [dayFirst, monthFirst] = [dayNumber(year, y, x), dayNumber(year, x, y)];
  // Ukrainian and Russian write the day first; a point between figures is theirs.
  const days = dotsAreDayFirst && s.word === "." && dayFirst !== undefined ? [dayFirst] : [dayFirst, monthFirst];
  return found(days, lengths[2] === 2);
}

function countedAt(tokens: readonly TextToken[], at: number, { days, stretches }: TimeTables): Found<StatedDate> | undefined {
  const day = days.at(tokens, at);
  if (day !== undefined) return { value: { is: "counted", ...day.value }, end: day.end };
  const long = stretches.at(tokens, at);
  return long === undefined ? undefined : { value: { is: "stretch", ...long.value }, end: long.end };
}

function weekdayAt(tokens: readonly TextToken[], at: number, words: TimeTables, context: DateContext): Found<StatedDate> | undefined {
  const turn = words.turns.at(tokens, at);
  const day = named(words.weekdays, tokens, turn?.end ?? at, words);
  const month = turn === undefined || day !== undefined ? undefined : monthAt(tokens, turn.end, words);
  // "Last April", "this May": the nearest that has begun.
  if (month !== undefined) return { value: { is: "date", month: month.value }, end: month.end };
  if (day === undefined) return undefined;
  // "Среда" is Wednesday and surroundings.
  if (turn === undefined && !context.isOpened && words.doubtfulNames.has(tokens[at]?.word ?? "")) return undefined;
  const next = tokens[day.end]?.word === "," ? day.end + 1 : day.end;
  const date = turn === undefined ? datedAt(tokens, skip(words.the, tokens, next), words, context) : undefined;
  if (date?.value.is === "date" && date.value.day !== undefined) return { value: { ...date.value, weekday: day.value }, end: date.end };
  return { value: { is: "weekday", weekday: day.value, ...(turn === undefined ? {} : { turn: turn.value }) }, end: day.end };
}

function datedAt(tokens: readonly TextToken[], at: number, words: TimeTables, context: DateContext): Found<StatedDate> | undefined {
  return dayMonthAt(tokens, at, words) ?? monthDayAt(tokens, at, words, context) ?? ordinalAt(tokens, at, words);
}

/** "3 May 2031", "the 3rd of May", "3-5 May", "3 and 4 May". */
function dayMonthAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<StatedDate> | undefined {
  const first = ordinalNumberAt(tokens, skip(words.the, tokens, at), words);
  if (first === undefined) return undefined;
  let { end } = first;
  const joint = words.to.at(tokens, end) ?? words.and.at(tokens, end) ?? words.or.at(tokens, end);
  const second = joint === undefined ? undefined : ordinalNumberAt(tokens, skip(words.the, tokens, joint.end), words);
  if (second !== undefined) {
    const month = monthAt(tokens, skip(words.of, tokens, second.end), words);
    if (month !== undefined && second.value > first.value) {
      const isSpan =
        words.to.at(tokens, end) !== undefined || (words.and.at(tokens, end) !== undefined && second.value === first.value + 1);
      const behind = isSpan ? { toDay: second.value } : { otherDay: second.value };
      return withYear(tokens, { month: month.value, day: first.value, ...behind }, month.end, words);
    }
    return undefined;
  }
  end = skip(words.of, tokens, end);
  const month = monthAt(tokens, end, words);
  return month === undefined ? undefined : withYear(tokens, { month: month.value, day: first.value }, month.end, words);
}

/** "May 3, 2031", "May 3-5", "early May", "in May 2031". */
function monthDayAt(tokens: readonly TextToken[], at: number, words: TimeTables, context: DateContext): Found<StatedDate> | undefined {
  const piece = words.pieces.at(tokens, at);
  const from = piece === undefined ? at : tokens[piece.end]?.word === "-" ? piece.end + 1 : piece.end;
  const month = monthAt(tokens, from, words);
  if (month === undefined) return undefined;
  const day = piece === undefined && words.monthFirst ? ordinalNumberAt(tokens, month.end, words) : undefined;
  if (day !== undefined && !isClockAhead(tokens, month.end)) {
    const to = words.to.at(tokens, day.end);
    const last = to === undefined ? undefined : ordinalNumberAt(tokens, to.end, words);
    const isSpan =
      last !== undefined && last.value > day.value && !isClockAhead(tokens, to?.end ?? 0) && monthAt(tokens, last.end, words) === undefined;
    if (isSpan) return withYear(tokens, { month: month.value, day: day.value, toDay: last.value }, last.end, words);
    return withYear(tokens, { month: month.value, day: day.value }, day.end, words);
  }
  const dated = withYear(tokens, { month: month.value, ...(piece === undefined ? {} : { piece: piece.value }) }, month.end, words);
  const hasYear = dated.value.is === "date" && dated.value.year !== undefined;
  return hasYear || piece !== undefined || context.isOpened || followsMonth(tokens, at, words) ? dated : undefined;
}

/** "In March and April": the preposition is of both. */
function followsMonth(tokens: readonly TextToken[], at: number, words: TimeTables): boolean {
  const isJoined = words.and.at(tokens, at - 1) !== undefined || words.or.at(tokens, at - 1) !== undefined;
  return isJoined && at >= 2 && words.months.at(tokens, at - 2) !== undefined;
}

function isClockAhead(tokens: readonly TextToken[], at: number): boolean {
  return tokens[at + 1]?.word === ":" && touches(tokens, at);
}

function withYear(
  tokens: readonly TextToken[],
  date: Omit<Extract<StatedDate, { is: "date" }>, "is">,
  at: number,
  words: TimeTables,
): Found<StatedDate> {
  const next = tokens[at]?.word === "," ? at + 1 : at;
  const year = fullYearAt(tokens, next);
  if (year === undefined || isClockAhead(tokens, next)) return { value: { is: "date", ...date }, end: at };
  return { value: { is: "date", ...date, year }, end: skip(words.year, tokens, next + 1) };
}

function fullYearAt(tokens: readonly TextToken[], at: number): number | undefined {
  const year = tokens[at]?.word.length === 4 ? digits(tokens, at, 4) : undefined;
  return year !== undefined && year >= 1900 && year <= 2200 ? year : undefined;
}

/** "The 29th": only where no noun follows that it could count. */
function ordinalAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<StatedDate> | undefined {
  const from = skip(words.the, tokens, at);
  const day = ordinalNumberAt(tokens, from, words);
  if (day === undefined) return undefined;
  const named = words.dayOfMonth.at(tokens, day.end);
  if (named !== undefined) return { value: { is: "date", day: day.value }, end: named.end };
  if (from === at || day.end === from + 1) return undefined;
  const next = tokens[day.end];
  const isAlone = next === undefined || next.kind === "sign" || (words.afterOrdinal.has(next.word) && !next.capital);
  return isAlone ? { value: { is: "date", day: day.value }, end: day.end } : undefined;
}

/** "In 2022": a bare year behind a preposition, where nothing follows that it could count. */
function yearAt(tokens: readonly TextToken[], at: number, words: TimeTables, { isOpened }: DateContext): Found<StatedDate> | undefined {
  const piece = words.pieces.at(tokens, at);
  const from = piece?.end ?? at;
  const year = fullYearAt(tokens, from);
  if (year === undefined || touchesFigure(tokens, from)) return undefined;
  const said = words.year.at(tokens, from + 1);
  const value: StatedDate = { is: "date", year, ...(piece === undefined ? {} : { piece: piece.value }) };
  if (said !== undefined) return { value, end: said.end };
  if (!isOpened && piece === undefined) return undefined;
  const next = tokens[from + 1];
  const isAlone = next === undefined || (next.kind === "sign" && next.word !== "%") || words.afterOrdinal.has(next.word);
  return isAlone ? { value, end: from + 1 } : undefined;
}

function touchesFigure(tokens: readonly TextToken[], at: number): boolean {
  const beyond = tokens[at + 2]?.kind === "digits" && touches(tokens, at) && touches(tokens, at + 1);
  return beyond || (at > 0 && touches(tokens, at - 1) && /^[-./:$€£#]$/.test(tokens[at - 1]?.word ?? ""));
}

function bareDayAt(tokens: readonly TextToken[], at: number): Found<StatedDate> | undefined {
  const day = digits(tokens, at, 2);
  const isDay = day !== undefined && day >= 1 && day <= 31 && !isClockAhead(tokens, at);
  return isDay ? { value: { is: "date", day, isBare: true }, end: at + 1 } : undefined;
}

/** "3", "3rd", "29-го". */
function ordinalNumberAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<number> | undefined {
  const value = digits(tokens, at, 2);
  if (value === undefined || value < 1 || value > 31 || isClockAhead(tokens, at)) return undefined;
  if (!touches(tokens, at)) return { value, end: at + 1 };
  if (words.ordinals.has(tokens[at + 1]?.word ?? "")) return { value, end: at + 2 };
  const isHyphened = tokens[at + 1]?.word === "-" && touches(tokens, at + 1) && words.ordinals.has(tokens[at + 2]?.word ?? "");
  return { value, end: isHyphened ? at + 3 : at + 1 };
}

function monthAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<number> | undefined {
  const month = named(words.months, tokens, at, words);
  if (month === undefined) return undefined;
  if (!words.doubtfulNames.has(tokens[at]?.word ?? "")) return { value: month.value, end: skipPoint(tokens, month.end) };
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const isDated =
    words.ordinals.has(before?.word ?? "") ||
    before?.kind === "digits" ||
    next?.kind === "digits" ||
    before?.word === "-" ||
    words.beforeMonth.has(before?.word ?? "");
  return isDated ? { value: month.value, end: skipPoint(tokens, month.end) } : undefined;
}

/** "Sept. 3". */
function skipPoint(tokens: readonly TextToken[], at: number): number {
  const isAbbreviated = tokens[at]?.word === "." && touches(tokens, at - 1) && (tokens[at - 1]?.word.length ?? 9) <= 4;
  return isAbbreviated && tokens[at + 1]?.kind === "digits" ? at + 1 : at;
}

function named<T>(table: PhraseTable<T>, tokens: readonly TextToken[], at: number, words: TimeTables): Found<T> | undefined {
  const found = table.at(tokens, at);
  const token = tokens[at];
  // Posts leave capitals out; "may" and "march" need theirs.
  const isPlain = token !== undefined && !words.doubtfulNames.has(token.word);
  return found === undefined || (words.capitals && !isPlain && token?.capital !== true) ? undefined : found;
}

function skip(table: PhraseTable<true>, tokens: readonly TextToken[], at: number): number {
  return table.at(tokens, at)?.end ?? at;
}
