/**
 * Finds the words of a mark again in a later version of their text. What is found says exactly the words of the mark; where they are
 * gone, or stand in more places than one and nothing tells which, the mark hangs loose and a person has to look.
 */
import type { TextSpan } from "../claim/text-span.ts";
import { contextLength, type WordsSelector } from "./words-mark.ts";

export type LooseWhy =
  /** The words stand nowhere in the text. */
  | "gone"
  /** They stand in several places, and what is around them does not tell which was meant. */
  | "several"
  /** There is no such text any more, or this copy does not hold it. */
  | "no-text";

export type AnchoredWords =
  { readonly state: "there"; readonly span: TextSpan; readonly moved: boolean } | { readonly state: "loose"; readonly why: LooseWhy };

/** The mark of a span, as it is kept. Throws RangeError for a span that is none of the text. */
export function selectorOf(text: string, { start, end }: TextSpan): WordsSelector {
  if (start < 0 || end <= start || end > text.length)
    throw new RangeError(`span ${start} to ${end}: expected one of ${text.length} characters`);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(before(text, start), start),
    suffix: text.slice(end, after(text, end)),
  };
}

/** More places than that tell no more. */
const mostPlaces = 10_000;

export function anchorWords(text: string, selector: WordsSelector): AnchoredWords {
  const { start, exact } = selector;
  const places = placesOf(text, selector);
  const there = (at: number): AnchoredWords => ({ state: "there", span: { start: at, end: at + exact.length }, moved: at !== start });
  const [only] = places;
  if (only === undefined) return { state: "loose", why: "gone" };
  if (places.length === 1) return there(only);
  const sides = places.map((at) => ({ at, sides: sidesThatHold(text, at, selector) }));
  const whole = sides.filter((one) => one.sides === 2);
  const same = whole.find(({ at }) => at === start);
  if (same !== undefined) return there(same.at);
  const most = whole.length > 0 ? whole : sides.filter((one) => one.sides === 1);
  const [best] = most;
  return best !== undefined && most.length === 1 ? there(best.at) : { state: "loose", why: "several" };
}

/** Wherever the words stand, whatever stands around them. */
export function everywhere(text: string, { exact }: Pick<WordsSelector, "exact">): TextSpan[] {
  return placesOf(text, { exact, prefix: "", suffix: "" }).map((start) => ({ start, end: start + exact.length }));
}

function placesOf(text: string, selector: Pick<WordsSelector, "exact" | "prefix" | "suffix">): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(selector.exact); at >= 0 && places.length < mostPlaces; at = text.indexOf(selector.exact, at + 1))
    if (standsAlike(text, at, selector)) places.push(at);
  return places;
}

/** A short name that was a word of its own is not found again inside another word. */
function standsAlike(text: string, at: number, { exact, prefix, suffix }: Pick<WordsSelector, "exact" | "prefix" | "suffix">): boolean {
  const isOwn = (one: string, other: string): boolean => !(isLetter(one) && isLetter(other));
  const [first, last] = [exact.charAt(0), exact.charAt(exact.length - 1)];
  const end = at + exact.length;
  return (
    (!isOwn(prefix.charAt(prefix.length - 1), first) || isOwn(text.charAt(at - 1), first)) &&
    (!isOwn(suffix.charAt(0), last) || isOwn(text.charAt(end), last))
  );
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(letter);
}

function sidesThatHold(text: string, at: number, { exact, prefix, suffix }: WordsSelector): number {
  const end = at + exact.length;
  const left = text.slice(before(text, at), at) === prefix;
  const right = text.slice(end, after(text, end)) === suffix;
  return Number(left) + Number(right);
}

function before(text: string, at: number): number {
  const from = Math.max(0, at - contextLength);
  return isInside(text, from) ? from + 1 : from;
}

function after(text: string, at: number): number {
  const to = Math.min(text.length, at + contextLength);
  return isInside(text, to) ? to - 1 : to;
}

/** Between the two halves of a character. */
function isInside(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}

/** Spans that meet or overlap become one; rising. */
export function joinedSpans(spans: readonly TextSpan[]): TextSpan[] {
  const joined: TextSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push({ ...span });
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

/** The text with each span replaced. */
export function withoutSpans(text: string, spans: readonly TextSpan[], instead: string): string {
  let shown = "";
  let from = 0;
  for (const { start, end } of joinedSpans(spans)) {
    shown += text.slice(from, start) + instead;
    from = end;
  }
  return shown + text.slice(from);
}
