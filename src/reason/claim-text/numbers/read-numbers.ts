/** Finds the numbers of a text: how many of what, with what the words leave open. Dates, clocks, ages and names with figures are no numbers here. */
import type { TextSpan } from "../../../core/claim/text-span.ts";
import { type TextToken, textTokens, touches } from "../languages/text-tokens.ts";
import { readTimes } from "../times/read-times.ts";
import { countedNounAt, type CountedNoun } from "./counted-noun.ts";
import { type NumberTables, numberTables } from "./number-tables.ts";
import { type Amount, amountAt, betweenAt } from "./read-amount.ts";

export interface ReadNumber {
  /** The figure with what is counted ("two men"), hedges left out. */
  readonly span: TextSpan;
  readonly words: string;
  /** Null where open: "at least ten" has no high, "at most ten" has a high alone, "dozens" no best. A plain figure has all three alike; "about" is a hedge alone. */
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** What is counted or measured, as a plain word: "people", "vehicles", "km"; the text's own word where nothing plainer is known. */
  readonly unit: string;
  readonly unitSpan: TextSpan | null;
  /** A length, as place phrases hold it: the caller decides whether it is inside one. */
  readonly isDistance: boolean;
  readonly hedges: readonly { readonly span: TextSpan; readonly words: string }[];
}

/** In the order of the text. A language that has no rules here gets none. `known`: where its times stand, when that was read already. */
export function readNumbers(text: string, language: string, known?: readonly { readonly span: TextSpan }[]): ReadNumber[] {
  const words = numberTables(language);
  if (words === undefined) return [];
  const tokens = textTokens(text);
  const times = known ?? readTimes(text, { published: "unknown", zone: null, language });
  const found: ReadNumber[] = [];
  let nextTime = 0;
  for (let at = 0; at < tokens.length;) {
    const { start } = tokens[at] as TextToken;
    while (nextTime < times.length && (times[nextTime] as (typeof times)[number]).span.end <= start) nextTime++;
    const time = times[nextTime]?.span;
    const isTime = time !== undefined && time.start <= start;
    const read = isTime ? undefined : numberAt(text, tokens, at, words, time?.start ?? Infinity);
    if (read !== undefined) found.push(read.number);
    at = read?.end ?? at + 1;
  }
  return found;
}

interface Bound {
  readonly amount: Amount;
  readonly from: number;
  readonly hedges: readonly (readonly [from: number, end: number])[];
}

function numberAt(
  text: string,
  tokens: readonly TextToken[],
  at: number,
  words: NumberTables,
  until: number,
): { readonly number: ReadNumber; readonly end: number } | undefined {
  const bound = boundAt(tokens, at, words);
  if (bound === undefined) return undefined;
  const { amount, from } = bound;
  const first = tokens[from] as TextToken;
  if (first.start >= until || isNaming(tokens, from, amount.end, words)) return undefined;
  const isOne = amount.high === 1 && words.one.has(first.word);
  const noun = countedNounAt(tokens, amount.end, words, isOne || amount.high === 0);
  if (!isCount(tokens, from, amount, noun, isOne, words)) return undefined;
  if (noun !== undefined && (tokens[noun.end - 1] as TextToken).end > until) return undefined;
  const end = noun?.end ?? amount.end;
  const behind = words.behind.at(tokens, end);
  const limits = behind === undefined ? amount : limited(amount, behind.value);
  const hedges = [...bound.hedges, ...(behind === undefined ? [] : [[end, behind.end] as const])];
  const spanOf = (a: number, b: number): TextSpan => ({ start: (tokens[a] as TextToken).start, end: (tokens[b - 1] as TextToken).end });
  const span = spanOf(from, end);
  const number: ReadNumber = {
    span,
    words: text.slice(span.start, span.end),
    low: limits.low,
    best: limits.best,
    high: limits.high,
    unit: noun?.unit ?? (amount.isPeople === true ? "people" : "unstated"),
    unitSpan: noun === undefined ? null : spanOf(noun.from, noun.end),
    isDistance: noun?.isLength ?? false,
    hedges: hedges.map(([a, b]) => {
      const of = spanOf(a, b);
      return { span: of, words: text.slice(of.start, of.end) };
    }),
  };
  return { number, end: behind?.end ?? end };
}

/** "At least about ten", "between 10 and 15". */
function boundAt(tokens: readonly TextToken[], at: number, words: NumberTables): Bound | undefined {
  const none = words.before.at(tokens, at) === undefined ? words.none.at(tokens, at) : undefined;
  if (none !== undefined) return { amount: { low: 0, best: 0, high: 0, end: none.end }, from: at, hedges: [] };
  const between = betweenAt(tokens, at, words);
  if (between !== undefined) return { amount: between, from: between.from, hedges: [] };
  const hedges: (readonly [number, number])[] = [];
  const limits: ("about" | "least" | "most")[] = [];
  let here = at;
  for (let hedge = words.before.at(tokens, here); hedge !== undefined && hedges.length < 3; hedge = words.before.at(tokens, here)) {
    hedges.push([here, hedge.end]);
    limits.push(hedge.value);
    here = hedge.end;
  }
  const inner = hedges.length === 0 ? undefined : betweenAt(tokens, here, words);
  const amount = inner ?? amountAt(tokens, here, words);
  if (amount === undefined) return undefined;
  return { amount: limits.reduce(limited, amount), from: inner?.from ?? here, hedges };
}

function limited(amount: Amount, limit: "about" | "least" | "most"): Amount {
  if (limit === "least") return { ...amount, high: null };
  return limit === "most" ? { ...amount, low: null, best: null } : amount;
}

/** "Room 12", "T-72", "the 3rd", "№ 4", an age: a figure that counts nothing. */
function isNaming(tokens: readonly TextToken[], from: number, end: number, words: NumberTables): boolean {
  const [before, next] = [tokens[from - 1], tokens[end]];
  const isDigits = tokens[from]?.kind === "digits";
  if (words.ages.at(tokens, end) !== undefined || words.agesBefore.has(before?.word ?? "")) return true;
  if (!isDigits) return false;
  if (before !== undefined && touches(tokens, from - 1) && /^(?:[-/.:,#№&@+_=]|\p{L}.*)$/u.test(before.word)) return true;
  if (words.naming.has(before?.word ?? "") || (before?.word === "." && words.naming.has(tokens[from - 2]?.word ?? ""))) return true;
  if (next !== undefined && touches(tokens, end - 1)) {
    if (next.kind === "word" && words.measures.at(tokens, end) === undefined) return true;
    if (/^[/:@_=]$/.test(next.word) && touches(tokens, end)) return true;
    const isJoined =
      next.word === "-" && touches(tokens, end) && tokens[end + 1]?.kind === "word" && words.measures.at(tokens, end + 1) === undefined;
    if (isJoined && words.times.at(tokens, end + 1) === undefined) return true;
  }
  return false;
}

/** A figure without a noun counts where a verb or the end follows ("killed 12."); a year-like one, or "one" alone, does not. */
function isCount(
  tokens: readonly TextToken[],
  from: number,
  amount: Amount,
  noun: CountedNoun | undefined,
  isOne: boolean,
  words: NumberTables,
): boolean {
  if (isOne || amount.high === 0) return noun?.isKnown === true;
  if (noun !== undefined || amount.isPeople === true) return true;
  const first = tokens[from] as TextToken;
  if (first.kind !== "digits") return amount.best === null ? false : !words.figures.at(tokens, from) || amount.best > 1;
  return !/^(?:19|20)\d\d$/.test(first.word);
}
