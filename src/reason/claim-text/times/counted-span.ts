/** Reads spans counted from something else: "two days ago", "48 hours earlier", "three hours after the shelling", "the day before". */
import type { TimeReading } from "../../../core/claim/claim-value.ts";
import type { TextToken } from "../languages/text-tokens.ts";
import { happeningAt } from "./happening.ts";
import type { Found } from "./stated-date.ts";
import type { TimeTables } from "./time-tables.ts";

export interface CountedSpan {
  readonly readings: readonly TimeReading[];
  readonly notes: readonly string[];
}

interface Count {
  readonly low: number;
  readonly high: number;
  readonly isVague: boolean;
}

/** Tokens looked back for a word of saying. */
const lookedBack = 60;

export function countedSpanAt(
  text: string,
  tokens: readonly TextToken[],
  at: number,
  words: TimeTables,
  { from, isAround }: { readonly from: number; readonly isAround: boolean },
): Found<CountedSpan> | undefined {
  const ahead = words.spansAfter.at(tokens, at);
  const counted = lengthAt(tokens, ahead?.end ?? at, words, ahead !== undefined);
  if (counted === undefined) return undefined;
  const { count, hours } = counted.value;
  const start = (tokens[from] as TextToken).start;
  const own = (end: number) => text.slice(start, (tokens[end - 1] as TextToken).end);
  const made = (
    sign: -1 | 1,
    counts: "utterance" | "event",
    of: string,
    end: number,
    notes: readonly string[] = [],
  ): Found<CountedSpan> => {
    if (count.isVague) return { value: { readings: [], notes: [...notes, "how many is not said"] }, end };
    const middle = (count.low + count.high) / 2;
    // Half of the last unit; "around" is one of it (METHOD 8). Two days and 48 hours are stated to days.
    const last = hours >= 24 || (hours === 1 && count.low % 24 === 0) ? Math.max(hours, 24) : hours;
    const give = ((count.high - count.low) * hours) / 2 + (isAround ? last : last / 2);
    const reading: TimeReading = { kind: "offset", hours: rounded(sign * middle * hours), plusMinusHours: rounded(give), from: counts, of };
    return { value: { readings: [reading], notes }, end };
  };

  const since = words.spansFrom.at(tokens, counted.end);
  const event = since === undefined ? undefined : (happeningAt(text, tokens, since.end, words) ?? thingAt(text, tokens, since.end, words));
  if (since !== undefined && event !== undefined) return made(since.value, "event", event.value, event.end);
  if (ahead !== undefined) {
    if (ahead.value.needs === undefined && since === undefined) return made(ahead.value.sign, "event", own(counted.end), counted.end);
    // "За два дні до того": before something that the words before it name.
    const that = since === undefined ? undefined : words.that.at(tokens, since.end);
    const end = that?.end ?? since?.end;
    return since === undefined || end === undefined ? undefined : made(since.value, "event", own(end), end);
  }
  const behind = words.spansBehind.at(tokens, counted.end);
  if (behind !== undefined) {
    const { sign, from: counts } = behind.value;
    const said = counts === "either" ? (isSaid(tokens, at, words) ? "utterance" : "event") : counts;
    const notes =
      counts === "either"
        ? [`counted from ${said === "event" ? "what the text tells before" : "when it was said"}: the words do not say from what`]
        : [];
    return made(sign, said, own(behind.end), behind.end, notes);
  }
  if (since !== undefined && isEndOfClause(tokens[since.end]))
    return made(since.value, "event", own(since.end), since.end, ["the words do not say from what it is counted"]);
  return undefined;
}

/** "Within an hour of the explosion": after it by so much at most; "of" may also mean before. */
export function insideSpanAt(text: string, tokens: readonly TextToken[], at: number, words: TimeTables): Found<CountedSpan> | undefined {
  const inside = words.insides.at(tokens, at);
  const length = inside === undefined ? undefined : lengthAt(tokens, inside.end, words, false);
  if (length === undefined || length.value.count.isVague) return undefined;
  const since = words.spansFrom.at(tokens, length.end);
  const of = words.insideOf.at(tokens, length.end);
  const end = since?.end ?? of?.end;
  const event = end === undefined ? undefined : happeningAt(text, tokens, end, words);
  if (event === undefined) return undefined;
  const most = length.value.count.high * length.value.hours;
  const sign = since?.value;
  const [hours, plusMinusHours] = sign === undefined ? [0, most] : [(sign * most) / 2, most / 2];
  const reading: TimeReading = {
    kind: "offset",
    hours: rounded(hours),
    plusMinusHours: rounded(plusMinusHours),
    from: "event",
    of: event.value,
  };
  return { value: { readings: [reading], notes: [] }, end: event.end };
}

/** "In the last two days": days that end with that of publication; hours are counted as the days that they reach into. */
export function lastSpanAt(
  tokens: readonly TextToken[],
  at: number,
  words: TimeTables,
): Found<{ readonly days: number } | "vague"> | undefined {
  const last = words.lastSpans.at(tokens, at);
  const length = last === undefined ? undefined : lengthAt(tokens, last.end, words, true);
  if (length === undefined) return undefined;
  const { count, hours } = length.value;
  return { value: count.isVague ? "vague" : { days: Math.ceil((count.high * hours) / 24) }, end: length.end };
}

/** "The day before", "the next morning". */
export function eventDayAt(text: string, tokens: readonly TextToken[], at: number, words: TimeTables): Found<CountedSpan> | undefined {
  const now = words.justNow.at(tokens, at);
  if (now !== undefined) {
    const own = text.slice((tokens[at] as TextToken).start, (tokens[now.end - 1] as TextToken).end);
    return {
      value: { readings: [{ kind: "offset", hours: 0, plusMinusHours: 0.5, from: "utterance", of: own }], notes: [] },
      end: now.end,
    };
  }
  const found = words.eventDays.at(tokens, at);
  if (found === undefined) return undefined;
  const event = happeningAt(text, tokens, found.end, words);
  const of = event?.value ?? text.slice((tokens[at] as TextToken).start, (tokens[found.end - 1] as TextToken).end);
  const reading: TimeReading = { kind: "offset", hours: found.value, plusMinusHours: 12, from: "event", of };
  const notes = event === undefined ? ["counted from what the text tells before"] : [];
  return { value: { readings: [reading], notes }, end: event?.end ?? found.end };
}

/** "Three days before 3 May": how long, and before or after what stands behind. */
export function lengthBeforeAt(
  tokens: readonly TextToken[],
  at: number,
  words: TimeTables,
): Found<{ readonly sign: -1 | 1; readonly hours: number | undefined }> | undefined {
  const length = lengthAt(tokens, at, words, false);
  const since = length === undefined ? undefined : words.spansFrom.at(tokens, length.end);
  if (length === undefined || since === undefined) return undefined;
  const { count, hours } = length.value;
  const isOne = !count.isVague && count.low === count.high;
  return { value: { sign: since.value, hours: isOne ? count.low * hours : undefined }, end: since.end };
}

function lengthAt(
  tokens: readonly TextToken[],
  at: number,
  words: TimeTables,
  mayLack: boolean,
): Found<{ readonly count: Count; readonly hours: number }> | undefined {
  const half = words.halves.at(tokens, at);
  const count = half === undefined ? countAt(tokens, at, words) : { value: { low: 0.5, high: 0.5, isVague: false }, end: half.end };
  const unit = words.units.at(tokens, count?.end ?? at);
  if (unit === undefined || (count === undefined && !mayLack && (!words.countMayLack || isCounted(tokens, at, words)))) return undefined;
  return { value: { count: count?.value ?? { low: 1, high: 1, isVague: false }, hours: unit.value }, end: unit.end };
}

/** A number that is not known stands before the unit: "сто годин тому" is no hour. */
function isCounted(tokens: readonly TextToken[], at: number, { counts }: TimeTables): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return before.kind === "digits" || counts.at(tokens, at - 1) !== undefined || numberLike.test(before.word);
}
const numberLike = /(?:дцять|дцят[иь]|десят|дцати|сто|сот|ста|сотні|тисяч|тысяч|половин|багато|много|кілька|несколько)/u;

function countAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<Count> | undefined {
  const low = oneCountAt(tokens, at, words);
  if (low === undefined) return undefined;
  if (low.value === "vague") return { value: { low: 0, high: 0, isVague: true }, end: low.end };
  const to = words.to.at(tokens, low.end) ?? words.or.at(tokens, low.end);
  const high = to === undefined ? undefined : oneCountAt(tokens, to.end, words);
  if (high !== undefined && high.value !== "vague" && high.value > low.value)
    return { value: { low: low.value, high: high.value, isVague: false }, end: high.end };
  return { value: { low: low.value, high: low.value, isVague: false }, end: low.end };
}

function oneCountAt(tokens: readonly TextToken[], at: number, words: TimeTables): Found<number | "vague"> | undefined {
  const token = tokens[at];
  if (token?.kind === "digits" && token.word.length <= 4) return { value: Number(token.word), end: at + 1 };
  return words.counts.at(tokens, at);
}

/** "Two days before the ministry's answer": whatever a determiner opens, to the next small word or sign. */
function thingAt(text: string, tokens: readonly TextToken[], at: number, words: TimeTables): Found<string> | undefined {
  if (!words.capitals || !words.determiners.has(tokens[at]?.word ?? "")) return undefined;
  let end = at + 1;
  while (end < at + 5 && (tokens[end]?.kind === "word" || tokens[end]?.word === "'s") && !words.afterOrdinal.has(tokens[end]?.word ?? ""))
    end++;
  return end === at + 1 ? undefined : { value: text.slice((tokens[at] as TextToken).start, (tokens[end - 1] as TextToken).end), end };
}

function isSaid(tokens: readonly TextToken[], at: number, { saying }: TimeTables): boolean {
  for (let i = at - 1; i >= Math.max(0, at - lookedBack); i--) {
    const { word } = tokens[i] as TextToken;
    if (/^[.!?…]$/.test(word)) return false;
    if (saying.has(word)) return true;
  }
  return false;
}

function isEndOfClause(token: TextToken | undefined): boolean {
  return token === undefined || /^[.,;:!?…)»”"]$/.test(token.word);
}

function rounded(hours: number): number {
  return Math.round(hours * 1e6) / 1e6;
}
