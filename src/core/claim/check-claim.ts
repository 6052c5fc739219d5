/**
 * What is wrong with a claim before it may be kept. A claim says no more than its text: its quote stands there word for word, and so
 * do its value, the words that limit it, the words that name who speaks, and whatever else is copied.
 */
import type { Aspect, ClaimStatement, Speaker } from "./claim.ts";
import type { TextPart } from "./claim-text.ts";
import { type ClaimValue, plainUnits, type TimeReading } from "./claim-value.ts";
import type { TextSpan } from "./text-span.ts";
import { standsIn } from "./value-words.ts";

export interface ClaimToCheck {
  readonly part: TextPart;
  /** Where the quote stands in the part. */
  readonly span: TextSpan;
  readonly quote: string;
  readonly statement: ClaimStatement;
}

const valueOf: Readonly<Record<Aspect, ClaimValue["is"]>> = {
  where: "place",
  when: "time",
  who: "actor",
  what: "act",
  "how-many": "number",
  identification: "identification",
  speech: "speech",
  verification: "verification",
};

/** `text`: the part that is quoted; for what was typed, the quote is all of it. As "expected ..; found ..", or undefined. */
export function faultOfClaim(claim: ClaimToCheck, text: string): string | undefined {
  return faultOfQuote(claim, text) ?? faultOfKinds(claim.statement) ?? faultOfWords(claim, text) ?? faultOfValue(claim.statement.value);
}

function faultOfQuote({ part, span, quote }: ClaimToCheck, text: string): string | undefined {
  if (quote.trim() === "") return "quote: expected words; found none";
  if (part.sort === "typed" && (span.start !== 0 || span.end !== quote.length))
    return `quote: expected all that was typed, 0 to ${quote.length}; found ${inWords(span)}`;
  const fault = faultOfSpan("quote", span, { start: 0, end: text.length }, "the text");
  if (fault !== undefined) return fault;
  // Messages carry no words of the material.
  return text.slice(span.start, span.end) === quote ? undefined : `quote: expected the words at ${inWords(span)}, unchanged; found others`;
}

function faultOfKinds({ aspect, value, polarity, basis, basisWords }: ClaimStatement): string | undefined {
  if (value.is !== "unknown" && value.is !== valueOf[aspect])
    return `value: expected ${valueOf[aspect]} or unknown for ${aspect}; found ${value.is}`;
  const open = value.is === "unknown" || (value.is === "verification" && value.outcome === "not-verified");
  if (value.is === "unknown" && polarity !== "open") return `polarity: expected open where the value is unknown; found ${polarity}`;
  if (polarity === "open" && !open) return "polarity: expected open only where the value is unknown or not verified; found another value";
  if (basis === "unstated" && basisWords !== null) return "basis words: expected none where the basis is unstated; found some";
  return undefined;
}

function faultOfWords({ span, quote, statement }: ClaimToCheck, text: string): string | undefined {
  const { value, valueSpan, hedges, speakers, basisWords } = statement;
  const outside = faultOfSpan("value", valueSpan, span, "the quote");
  if (outside !== undefined) return outside;
  if (!standsIn(value.words, text, valueSpan, statement))
    return `value: expected words that stand at ${inWords(valueSpan)}, in their order; found others`;
  for (const [at, hedge] of hedges.entries()) {
    const fault =
      faultOfSpan(`hedge ${at + 1}`, hedge.span, span, "the quote") ?? faultOfSlice(`hedge ${at + 1}`, hedge.words, hedge.span, text);
    if (fault !== undefined) return fault;
  }
  for (const [at, speaker] of speakers.entries()) {
    const fault = faultOfSpeaker(`speaker ${at + 1}`, speaker, text);
    if (fault !== undefined) return fault;
  }
  if (basisWords !== null && !quote.includes(basisWords)) return "basis words: expected words of the quote; found others";
  return faultOfCopied(value, quote);
}

/** Whoever speaks may have been named a sentence earlier, outside the quote. */
function faultOfSpeaker(thing: string, { words, span, says }: Speaker, text: string): string | undefined {
  if (span === null && !/^SPK[1-9][0-9]*$/.test(words))
    return `${thing}: expected a place in the text, or a label such as SPK1; found neither`;
  if (says !== null && !text.includes(says)) return `${thing}: expected words of attribution that stand in the text; found others`;
  if (span === null) return undefined;
  return faultOfSpan(thing, span, { start: 0, end: text.length }, "the text") ?? faultOfSlice(thing, words, span, text);
}

/** What a value says beside its words is copied from the quote too; a unit may be one of the plain names instead. */
function faultOfCopied(value: ClaimValue, quote: string): string | undefined {
  if (value.is === "act" && value.object !== null && !quote.includes(value.object))
    return "act: expected an object in words of the quote; found others";
  if ((value.is === "speech" || value.is === "verification") && value.by !== null && !quote.includes(value.by))
    return `${value.is}: expected to be by somebody in words of the quote; found others`;
  if (value.is !== "number" || plainUnits.has(value.unit) || quote.toLowerCase().includes(value.unit.toLowerCase())) return undefined;
  return "number: expected a unit in a word of the quote, or a plain one such as people or km; found another word";
}

function faultOfSpan(thing: string, { start, end }: TextSpan, within: TextSpan, what: string): string | undefined {
  if (end <= start) return `${thing}: expected an end after the start; found ${inWords({ start, end })}`;
  if (start < within.start || end > within.end)
    return `${thing}: expected a place inside ${what}, ${inWords(within)}; found ${inWords({ start, end })}`;
  return undefined;
}

function faultOfSlice(thing: string, words: string, span: TextSpan, text: string): string | undefined {
  return text.slice(span.start, span.end) === words ? undefined : `${thing}: expected the words at ${inWords(span)}; found others`;
}

function faultOfValue(value: ClaimValue): string | undefined {
  if (value.is === "time") return value.readings.map(faultOfReading).find((fault) => fault !== undefined);
  if (value.is !== "number") return undefined;
  const figures = [value.low, value.best, value.high].filter((figure) => figure !== null);
  return figures.some((figure, at) => at > 0 && figure < (figures[at - 1] ?? figure))
    ? `number: expected the lowest, the best and the highest in their order; found ${figures.join(", ")}`
    : undefined;
}

function faultOfReading(reading: TimeReading): string | undefined {
  if (reading.kind !== "within" && reading.kind !== "bound") return undefined;
  const { day, toDay, between } = reading;
  if (toDay !== undefined && toDay < day) return `time: expected the last day no earlier than ${day}; found ${toDay}`;
  // A night goes past midnight; only within one day is that a fault.
  if (between !== undefined && between[0] === "24:00") return "time: expected a clock time before 24:00 to begin with; found 24:00";
  return undefined;
}

function inWords({ start, end }: TextSpan): string {
  return `${start} to ${end}`;
}
