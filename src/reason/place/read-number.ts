/** Numbers as people write them before a unit: digits, words, fractions, ranges, and words that name no number ("a few"). */
import type { VagueCount } from "./place-rules.ts";
import { eat, type Found, matchAt, signsAt, spaces, wordsAt } from "./source-text.ts";

export interface StatedNumber {
  readonly value: number;
  /** The far end of "7-8". */
  readonly upTo?: number;
  /** Half of what the figure is stated to. */
  readonly halfPrecision: number;
  /** "A few hundred": how many of what. */
  readonly vague?: { readonly count: VagueCount; readonly times: number };
}

const ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
const teens = ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const small: ReadonlyMap<string, number> = new Map([
  ...[...ones, ...teens].map((word, value) => [word, value] as const),
  ...tens.map((word, i) => [word, 20 + 10 * i] as const),
]);
const large: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
]);
const vague: ReadonlyMap<string, readonly [VagueCount, number]> = new Map([
  ["couple", ["couple", 2]],
  ["few", ["few", 3]],
  ["several", ["several", 5]],
]);
const quarters: ReadonlyMap<string, number> = new Map([
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
  ["1/2", 0.5],
  ["1/4", 0.25],
  ["3/4", 0.75],
  ["1/3", 1 / 3],
  ["2/3", 2 / 3],
]);

const digits = signsAt("[0-9]{1,3}(?:[, ][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)?");
const fraction = signsAt("\\s?(?:½|¼|¾|[123]/[234](?![0-9]))");
const word = wordsAt([...small.keys()].toSorted((a, b) => b.length - a.length).join("|"));
const largeWord = wordsAt("dozen|hundred|thousand");
const vagueWord = wordsAt("(?:a )?(?:couple|few)(?: of)?|several|(?:a )?good few");
const half = wordsAt("half an?|an? half|one[- ]half|half");
const quarter = wordsAt("(?:an? |one[- ])?quarter(?: of an?)?");
const threeQuarters = wordsAt("three[- ]quarters(?: of an?)?");
const andAPart = wordsAt("and (?:an? )?(?:half|quarter|three[- ]quarters)");
const article = wordsAt("an?");
const to = signsAt("\\s*[-–—]\\s*|\\s+(?:to|or)\\s+");
const hyphen = /[-\s]+/uy;

/** "7", "7-8", "two and a half", "half a", "a few hundred", "between five and six"; what follows is not looked at. */
export function numberAt(text: string, at: number): Found<StatedNumber> | undefined {
  const between = eat(betweenWord, text, at);
  if (between !== undefined) return rangeAfter(text, spaces(text, between), and);
  return rangeAfter(text, at, to);
}
const betweenWord = wordsAt("between|from");
const and = signsAt("\\s+(?:and|to)\\s+");

function rangeAfter(text: string, at: number, joint: RegExp): Found<StatedNumber> | undefined {
  const low = plainAt(text, at);
  if (low === undefined) return undefined;
  const next = eat(joint, text, low.end);
  const high = next === undefined || low.value.vague !== undefined ? undefined : plainAt(text, next);
  if (high === undefined || high.value.vague !== undefined || high.value.value <= low.value.value) return joint === to ? low : undefined;
  const halfPrecision = Math.min(low.value.halfPrecision, high.value.halfPrecision);
  return { value: { value: low.value.value, upTo: high.value.value, halfPrecision }, end: high.end };
}

function plainAt(text: string, at: number): Found<StatedNumber> | undefined {
  return vagueAt(text, at) ?? partAt(text, at) ?? digitsAt(text, at) ?? wordedAt(text, at);
}

function vagueAt(text: string, at: number): Found<StatedNumber> | undefined {
  const match = matchAt(vagueWord, text, at);
  if (match === undefined) return undefined;
  const [count, nominal] = [...vague].find(([name]) => match[0].toLowerCase().includes(name))?.[1] ?? ["few", 3];
  const end = at + match[0].length;
  const times = matchAt(largeWord, text, spaces(text, end));
  if (times === undefined) return { value: { value: nominal, halfPrecision: 0, vague: { count, times: 1 } }, end };
  const by = large.get(times[0].toLowerCase()) ?? 1;
  return { value: { value: nominal * by, halfPrecision: 0, vague: { count, times: by } }, end: times.index + times[0].length };
}

/** Parts of one: stated to themselves, so half of that to either side (GBIF: a half is stated to halves). */
function partAt(text: string, at: number): Found<StatedNumber> | undefined {
  for (const [pattern, value] of [
    [half, 0.5],
    [threeQuarters, 0.75],
    [quarter, 0.25],
  ] as const) {
    const end = eat(pattern, text, at);
    if (end !== undefined) return { value: { value, halfPrecision: value === 0.5 ? 0.25 : 0.125 }, end };
  }
  const match = matchAt(fraction, text, at);
  if (match === undefined) return undefined;
  const value = quarters.get(match[0].trim());
  return value === undefined ? undefined : { value: { value, halfPrecision: value === 0.5 ? 0.25 : 0.125 }, end: at + match[0].length };
}

function digitsAt(text: string, at: number): Found<StatedNumber> | undefined {
  const match = matchAt(digits, text, at);
  if (match === undefined) return undefined;
  const grouped = /^[0-9]{1,3}(?:[, ][0-9]{3})+$/.test(match[0]);
  const written = grouped ? match[0].replaceAll(/[, ]/g, "") : match[0].replace(",", ".");
  const end = at + match[0].length;
  const more = matchAt(fraction, text, end);
  const part = more === undefined ? undefined : quarters.get(more[0].trim());
  if (more !== undefined && part !== undefined && !written.includes("."))
    return { value: { value: Number(written) + part, halfPrecision: part === 0.5 ? 0.25 : 0.125 }, end: end + more[0].length };
  return { value: { value: Number(written), halfPrecision: precisionOf(written) / 2 }, end };
}

/** "Seven (7)". */
const again = /\s*\([0-9]+\)/uy;

function wordedAt(text: string, at: number): Found<StatedNumber> | undefined {
  let match = matchAt(word, text, at);
  let value: number;
  let end: number;
  if (match !== undefined) {
    value = small.get(match[0].toLowerCase()) ?? 0;
    end = at + match[0].length;
    match = value >= 20 ? matchAt(word, text, eat(hyphen, text, end) ?? end) : undefined;
    if (match !== undefined && (small.get(match[0].toLowerCase()) ?? 10) < 10) {
      value += small.get(match[0].toLowerCase()) ?? 0;
      end = match.index + match[0].length;
    }
  } else {
    const one = eat(article, text, at);
    if (one === undefined) return undefined;
    value = 1;
    end = one;
  }
  for (let times = matchAt(largeWord, text, spaces(text, end)); times !== undefined; times = matchAt(largeWord, text, spaces(text, end))) {
    value *= large.get(times[0].toLowerCase()) ?? 1;
    end = times.index + times[0].length;
  }
  const more = matchAt(andAPart, text, spaces(text, end));
  if (more !== undefined) {
    const part = /half/i.test(more[0]) ? 0.5 : /three/i.test(more[0]) ? 0.75 : 0.25;
    return { value: { value: value + part, halfPrecision: part === 0.5 ? 0.25 : 0.125 }, end: more.index + more[0].length };
  }
  return { value: { value, halfPrecision: precisionOf(String(value)) / 2 }, end: eat(again, text, end) ?? end };
}

/** What a figure is stated to: the place of its last digit; of a whole number, the last that is not zero. A written 0 behind the point counts, a half is stated to halves. */
function precisionOf(written: string): number {
  const decimals = written.split(".")[1];
  if (decimals === "5") return 0.5;
  if (decimals !== undefined) return 10 ** -Math.min(9, decimals.length);
  const zeros = /0*$/.exec(written)?.[0].length ?? 0;
  return 10 ** Math.min(zeros, Math.max(0, written.length - 1));
}
