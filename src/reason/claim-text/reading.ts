/** One sentence with its words, what the lexicon knows of them, and which of them stand between quotation marks. */
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { ActWord, Lexicon, SayingWord } from "./languages/lexicon.ts";
import type { Mark, PhraseIndex } from "./phrase-index.ts";
import type { Quotation } from "./quotations.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Tokens from `from` up to `to`, not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export class Reading {
  readonly lexicon: Lexicon;
  readonly text: string;
  /** Where the sentence begins in its part. */
  readonly base: number;
  readonly tokens: readonly Token[];
  /** By token: which quotation of the paragraph it stands in, counted from 0; -1 for none. */
  readonly quoted: readonly number[];
  readonly #marks: ReadonlyMap<string, readonly Mark[]>;
  readonly #covers = new Map<string, (Mark | undefined)[]>();

  constructor(part: string, span: TextSpan, lexicon: Lexicon, index: PhraseIndex, quotations: readonly Quotation[]) {
    this.lexicon = lexicon;
    this.text = part.slice(span.start, span.end);
    this.base = span.start;
    this.tokens = tokensOf(this.text);
    this.#marks = index.find(this.tokens);
    let nth = firstEndingAfter(quotations, span.start);
    this.quoted = this.tokens.map(({ start, end }) => {
      while ((quotations[nth]?.end ?? Infinity) < end + span.start) nth++;
      return (quotations[nth]?.start ?? Infinity) <= start + span.start ? nth : -1;
    });
  }

  marks<T = unknown>(sort: string): readonly Mark<T>[] {
    return (this.#marks.get(sort) ?? []) as readonly Mark<T>[];
  }

  /** The mark of a sort that covers a token. */
  at<T = unknown>(sort: string, token: number): Mark<T> | undefined {
    let covers = this.#covers.get(sort);
    if (covers === undefined) {
      covers = [];
      for (const mark of this.marks(sort)) for (let one = mark.from; one < mark.to; one++) covers[one] = mark;
      this.#covers.set(sort, covers);
    }
    return covers[token] as Mark<T> | undefined;
  }

  key(token: number): string {
    return this.tokens[token]?.key ?? "";
  }

  isWord(token: number): boolean {
    return this.tokens[token]?.word === true;
  }

  isCapital(token: number): boolean {
    return /^\p{Lu}/u.test(this.tokens[token]?.text ?? "");
  }

  /** Span in the sentence. */
  span({ from, to }: Range): TextSpan {
    const start = this.tokens[from]?.start ?? 0;
    return { start, end: Math.max(start, this.tokens[to - 1]?.end ?? start) };
  }

  words(range: Range): string {
    const { start, end } = this.span(range);
    return this.text.slice(start, end);
  }

  /** Tokens of a span of the sentence. */
  range({ start, end }: TextSpan): Range {
    let from = this.tokens.findIndex((token) => token.end > start);
    if (from < 0) from = this.tokens.length;
    let to = from;
    while (to < this.tokens.length && (this.tokens[to]?.start ?? 0) < end) to++;
    return { from, to };
  }

  /** A word of happening in a finite place: no noun, and no adjective behind an article. */
  verbAt(token: number): Mark<ActWord> | undefined {
    const mark = this.at<ActWord>("act", token);
    return mark === undefined || mark.entry.noun === true ? undefined : mark;
  }

  saysAt(token: number): Mark<SayingWord> | undefined {
    return this.at<SayingWord>("says", token);
  }
}

/** They lie one behind another. */
function firstEndingAfter(quotations: readonly Quotation[], at: number): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.end ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const inside = (range: Range, token: number): boolean => range.from <= token && token < range.to;
export const overlaps = (one: Range, other: Range): boolean => one.from < other.to && other.from < one.to;
