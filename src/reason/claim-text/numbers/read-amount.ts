/** Reads an amount from the tokens of a text: figures, words, multipliers, ranges, and words that name no figure. */
import { type TextToken, touches } from "../languages/text-tokens.ts";
import type { NumberTables } from "./number-tables.ts";

export interface Amount {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** The token behind it. */
  readonly end: number;
  /** "Двоє": people, where no noun says what. */
  readonly isPeople?: true;
}

export function amountAt(tokens: readonly TextToken[], at: number, words: NumberTables): Amount | undefined {
  const vague = words.vague.at(tokens, at);
  if (vague !== undefined) {
    const times = vague.value.times === true ? words.times.at(tokens, vague.end) : undefined;
    const by = times?.value ?? 1;
    const { low, best } = vague.value;
    return { low: low * by, best: best === null ? null : best * by, high: null, end: times?.end ?? vague.end };
  }
  const first = plainAt(tokens, at, words);
  if (first === undefined) return undefined;
  const or = words.to.at(tokens, first.end) ?? words.or.at(tokens, first.end);
  const second = or === undefined ? undefined : plainAt(tokens, or.end, words);
  if (second !== undefined && second.value > first.value) {
    // "10-15 thousand": the multiplier is of both.
    const by = second.times > 1 && first.times === 1 && first.value < second.value / second.times ? second.times : 1;
    return { low: first.value * by, best: null, high: second.value, end: second.end };
  }
  return { low: first.value, best: first.value, high: first.value, end: first.end, ...(first.isPeople === true ? { isPeople: true } : {}) };
}

/** "Between 10 and 15": from the figure on. */
export function betweenAt(tokens: readonly TextToken[], at: number, words: NumberTables): (Amount & { readonly from: number }) | undefined {
  const open = words.between.at(tokens, at);
  const first = open === undefined ? undefined : plainAt(tokens, open.end, words);
  if (open === undefined || first === undefined) return undefined;
  const joint = words.and.at(tokens, first.end);
  const second = joint === undefined ? undefined : plainAt(tokens, joint.end, words);
  if (second === undefined || second.value <= first.value) return undefined;
  return { low: first.value, best: null, high: second.value, end: second.end, from: open.end };
}

interface Plain {
  readonly value: number;
  readonly times: number;
  readonly end: number;
  readonly isPeople?: true;
}

function plainAt(tokens: readonly TextToken[], at: number, words: NumberTables): Plain | undefined {
  const people = words.ofPeople.at(tokens, at);
  if (people !== undefined) return { value: people.value, times: 1, end: people.end, isPeople: true };
  const digits = digitsAt(tokens, at, words);
  if (digits !== undefined) return multiplied(tokens, digits, words);
  const article = words.article.at(tokens, at);
  const alone = words.times.at(tokens, article?.end ?? at);
  if (alone !== undefined && (article !== undefined || alone.value < 1000)) {
    const start = { value: alone.value, times: alone.value, end: alone.end };
    return article === undefined && words.isEnglish ? undefined : start;
  }
  return wordedAt(tokens, at, words);
}

/** "Forty-two", "сто двадцять", "two hundred and five". */
function wordedAt(tokens: readonly TextToken[], at: number, words: NumberTables): Plain | undefined {
  let found = words.figures.at(tokens, at);
  if (found === undefined) return undefined;
  let [value, last, { end }] = [found.value, found.value, found];
  for (;;) {
    const next = tokens[end]?.word === "-" && touches(tokens, end - 1) && touches(tokens, end) ? end + 1 : end;
    found = words.figures.at(tokens, next);
    // Only a smaller place follows: "twenty" "five", "сто" "двадцять".
    if (found === undefined || found.value === 0 || last < 20 || found.value >= (last >= 100 ? 100 : 10)) break;
    [value, last, end] = [value + found.value, found.value, found.end];
  }
  const whole = multiplied(tokens, { value, times: 1, end }, words);
  if (whole.times === 1) return whole;
  const and = words.joint.at(tokens, whole.end)?.end ?? whole.end;
  const rest =
    whole.times >= 100 && (and > whole.end || !words.isEnglish || whole.times >= 1000) ? words.figures.at(tokens, and) : undefined;
  if (rest === undefined || rest.value >= whole.times || rest.value === 0) return whole;
  const inner = wordedAt(tokens, and, words);
  return inner === undefined || inner.value >= whole.times ? whole : { value: whole.value + inner.value, times: 1, end: inner.end };
}

function multiplied(tokens: readonly TextToken[], plain: Plain, words: NumberTables): Plain {
  let { value, times, end } = plain;
  for (let by = words.times.at(tokens, end); by !== undefined && times < 1e9; by = words.times.at(tokens, end)) {
    [value, times, end] = [value * by.value, times * by.value, by.end];
  }
  return { value: Math.round(value * 1e6) / 1e6, times, end };
}

/** 14, 1,200, 1 200, 2.5. */
function digitsAt(tokens: readonly TextToken[], at: number, { decimalComma }: NumberTables): Plain | undefined {
  const first = tokens[at];
  if (first?.kind !== "digits" || first.word.length > 9) return undefined;
  let written = first.word;
  let end = at + 1;
  const isGroup = (i: number) => tokens[i]?.kind === "digits" && tokens[i]?.word.length === 3;
  if (written.length <= 3) {
    // A group of three is parted by a comma, or by one space of any sort.
    while (tokens[end]?.word === "," && touches(tokens, end - 1) && touches(tokens, end) && isGroup(end + 1) && !decimalComma)
      [written, end] = [written + (tokens[end + 1] as TextToken).word, end + 2];
    while (isGroup(end) && (tokens[end] as TextToken).start === (tokens[end - 1] as TextToken).end + 1)
      [written, end] = [written + (tokens[end] as TextToken).word, end + 1];
  }
  if (written.length > 12) return undefined;
  const point = tokens[end];
  const fraction = tokens[end + 1];
  const isPoint = (point?.word === "." || (point?.word === "," && decimalComma)) && touches(tokens, end - 1) && touches(tokens, end);
  if (isPoint && fraction?.kind === "digits") {
    if (fraction.word.length > 3) return undefined;
    return { value: Number(`${written}.${fraction.word}`), times: 1, end: end + 2 };
  }
  return { value: Number(written), times: 1, end };
}
