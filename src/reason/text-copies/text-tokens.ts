/**
 * A text as the words that are compared: folded as search folds it, cut at spaces and signs; in scripts without spaces every
 * character is a word. Signs, emoji and white space do not count, so decoration hides no copy.
 */
import { classAt, lengthAt, running, word } from "../../core/search/characters.ts";
import { foldWithPlaces } from "../../core/search/fold-text.ts";

export interface PlacedWord {
  readonly word: string;
  /** UTF-16 places in the text as written. */
  readonly start: number;
  readonly end: number;
}

/** Calls `take` with the bounds of each word of a folded text. */
export function eachWord(folded: string, take: (from: number, to: number) => void): void {
  for (let at = 0; at < folded.length;) {
    const sort = classAt(folded, at);
    let end = at + lengthAt(folded, at);
    if (sort === word) while (end < folded.length && classAt(folded, end) === word) end += lengthAt(folded, end);
    if (sort === word || sort === running) take(at, end);
    at = end;
  }
}

export function placedWords(text: string): PlacedWord[] {
  const { folded, starts, ends } = foldWithPlaces(text);
  const words: PlacedWord[] = [];
  eachWord(folded, (from, to) => words.push({ word: folded.slice(from, to), start: starts[from] as number, end: ends[to - 1] as number }));
  return words;
}
