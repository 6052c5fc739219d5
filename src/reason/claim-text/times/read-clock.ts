/** Reads a time of day by the clock. Where "a.m." or "p.m." is left out and nothing else says which, both halves of the day are kept. */
import { type TextToken, touches } from "../languages/text-tokens.ts";
import type { Found } from "./stated-date.ts";
import type { TimeTables } from "./time-tables.ts";

export interface StatedClock {
  /** Minutes from midnight; two where the half of the day is open. */
  readonly minutes: readonly number[];
  /** A figure alone, which only what stands beside it makes a clock. */
  readonly isBare?: true;
}

export interface ClockContext {
  /** A preposition of clocks goes before: "at 9", "о 9". */
  readonly isOpened: boolean;
  /** An approximating word goes before. */
  readonly isHedged: boolean;
  /** The text writes clocks as 09:30 or 14:30 elsewhere. */
  readonly is24: boolean;
  /** A bare figure may be a clock whose half of the day stands elsewhere: "2" in "between 2 and 4 p.m.". */
  readonly bare: boolean;
}

export function clockAt(
  tokens: readonly TextToken[],
  at: number,
  words: TimeTables,
  context: ClockContext,
): Found<StatedClock> | undefined {
  return (
    figuresAt(tokens, at, words, context) ??
    fourFiguresAt(tokens, at, words) ??
    hourAt(tokens, at, words, context) ??
    partOfHourAt(tokens, at, words) ??
    bareAt(tokens, at, words, context)
  );
}

/** 14:30, 14:30:05, 2:30 p.m., 14.30 behind "at". */
function figuresAt(tokens: readonly TextToken[], at: number, words: TimeTables, context: ClockContext): Found<StatedClock> | undefined {
  const [h, sign, m] = tokens.slice(at, at + 3);
  if (h?.kind !== "digits" || h.word.length > 2 || m?.kind !== "digits" || m.word.length !== 2) return undefined;
  if (
    !touches(tokens, at) ||
    !touches(tokens, at + 1) ||
    (at > 0 && touches(tokens, at - 1) && /^[:.,0-9]+$/.test(tokens[at - 1]?.word ?? ""))
  )
    return undefined;
  let end = at + 3;
  const isColon = sign?.word === ":";
  if (!isColon && sign?.word !== ".") return undefined;
  if (isColon && tokens[end]?.word === ":" && tokens[end + 1]?.kind === "digits" && touches(tokens, end - 1)) end += 2;
  const half = words.meridiems.at(tokens, end);
  if (!isColon) {
    const isMore = /^[.,:]$/.test(tokens[end]?.word ?? "") && touches(tokens, end - 1) && tokens[end + 1]?.kind === "digits";
    const hasZone = words.zones.at(tokens, end) !== undefined;
    if (isMore || tokens[end]?.word === "%" || (half === undefined && !hasZone && !context.isOpened && !context.isHedged)) return undefined;
  }
  const [hour, minute] = [Number(h.word), Number(m.word)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  const is24 =
    context.is24 || !words.clocksOfTwelve || h.word.startsWith("0") || hour > 12 || words.zones.at(tokens, half?.end ?? end) !== undefined;
  const minutes = halves(hour, minute, half?.value, is24);
  return minutes === undefined ? undefined : { value: { minutes }, end: skipHours(tokens, half?.end ?? end, words) };
}

/** "1400 GMT", "0530 hours". */
function fourFiguresAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<StatedClock> | undefined {
  const token = tokens[at];
  if (token?.kind !== "digits" || token.word.length !== 4) return undefined;
  const hours = words.fourFigures.at(tokens, at + 1);
  if (hours === undefined && words.zones.at(tokens, at + 1) === undefined) return undefined;
  const [hour, minute] = [Number(token.word.slice(0, 2)), Number(token.word.slice(2))];
  if (hour > 23 || minute > 59) return undefined;
  return { value: { minutes: [hour * 60 + minute] }, end: hours?.end ?? at + 1 };
}

/** "2 p.m.", "two in the afternoon", "3 o'clock", "о 14-й годині". */
function hourAt(tokens: readonly TextToken[], at: number, words: TimeTables, context: ClockContext): Found<StatedClock> | undefined {
  const hour = hourNumberAt(tokens, at, words);
  if (hour === undefined) return undefined;
  const named = words.oclock.at(tokens, hour.end);
  const half = words.meridiems.at(tokens, named?.end ?? hour.end);
  if (named === undefined && half === undefined) return undefined;
  // "Два часа" lasts, "два дня" are days; "в два часа", "два часа дня" and "около двух ночи" are clocks.
  const isOpened = words.clocksOfTwelve || context.isOpened || context.bare;
  const isSure = half !== undefined && (named !== undefined || (context.isHedged && !words.units.at(tokens, hour.end)));
  if (!isOpened && !isSure) return undefined;
  const isPlain = tokens[at]?.kind === "digits" && !words.clocksOfTwelve;
  const minutes = halves(hour.value, 0, half?.value, hour.value > 12 || (isPlain && half === undefined && named !== undefined));
  return minutes === undefined ? undefined : { value: { minutes }, end: half?.end ?? named?.end ?? hour.end };
}

/** "Half past two", "a quarter to nine", "о пів на третю". */
function partOfHourAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<StatedClock> | undefined {
  const part = words.clockParts.at(tokens, at);
  const hour = part === undefined ? undefined : hourNumberAt(tokens, part.end, words);
  if (part === undefined || hour === undefined || hour.value > 12) return undefined;
  const end = skipHours(tokens, hour.end, words);
  const half = words.meridiems.at(tokens, end);
  const minutes = halves(hour.value % 12, 0, half?.value, false)?.map((of) => (of + part.value + 1440) % 1440);
  return minutes === undefined ? undefined : { value: { minutes }, end: half?.end ?? end };
}

function bareAt(tokens: readonly TextToken[], at: number, words: TimeTables, { bare }: ClockContext): Found<StatedClock> | undefined {
  const hour = bare ? hourNumberAt(tokens, at, words) : undefined;
  if (hour === undefined) return undefined;
  const minutes = halves(hour.value, 0, undefined, !words.clocksOfTwelve || hour.value > 12);
  return minutes === undefined ? undefined : { value: { minutes, isBare: true }, end: hour.end };
}

function hourNumberAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<number> | undefined {
  const token = tokens[at];
  const said = words.hours.at(tokens, at);
  if (said !== undefined) return said;
  if (token?.kind !== "digits" || token.word.length > 2 || Number(token.word) > 24) return undefined;
  if (
    at > 0 &&
    touches(tokens, at - 1) &&
    /^[-:.,–—/0-9]+$/.test(tokens[at - 1]?.word ?? "") &&
    !/^[-–—]$/.test(tokens[at - 1]?.word ?? "")
  )
    return undefined;
  const end = tokens[at + 1]?.word === "-" && touches(tokens, at) && words.ordinals.has(tokens[at + 2]?.word ?? "") ? at + 3 : at + 1;
  return { value: Number(token.word), end };
}

function skipHours(tokens: readonly TextToken[], at: number, { oclock }: TimeTables): number {
  return oclock.at(tokens, at)?.end ?? at;
}

function halves(hour: number, minute: number, half: "am" | "pm" | "night" | undefined, is24: boolean): number[] | undefined {
  if (hour > 24) return undefined;
  if (half === undefined) {
    if (is24 || hour > 12 || hour === 0) return [hour * 60 + minute];
    return [(hour % 12) * 60 + minute, ((hour % 12) + 12) * 60 + minute];
  }
  // "17:30 p.m." says it twice.
  if (hour > 12) return half === "am" ? undefined : [hour * 60 + minute];
  const isPm = half === "pm" || (half === "night" && hour >= 6 && hour < 12);
  return [((hour % 12) + (isPm ? 12 : 0)) * 60 + minute];
}

/** "14:30"; a whole day is 24:00. */
export function clockName(minutes: number): string {
  const of = Math.max(0, Math.min(1440, minutes));
  return `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}`;
}
