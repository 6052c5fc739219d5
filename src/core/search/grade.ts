/**
 * How well a word stands in a text. Decides the order of what is found, and is the meaning of the index: it must find and
 * grade exactly what this finds by looking at the text itself.
 */
import { classAt, classBefore, word as wordClass } from "./characters.ts";

/** 3: as a whole word; 2: at the start of one; 1: inside; 0: not there. */
export type Grade = 0 | 1 | 2 | 3;

/** A word ends where two letters or figures of a script with spaces do not meet. */
function partsAt(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || classBefore(text, at) !== wordClass || classAt(text, at) !== wordClass;
}

/** The best of all places. `text` in its stored form. */
export function gradeIn(text: string, word: string): Grade {
  let best: Grade = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const grade = gradeAt(text, at, at + word.length);
    if (grade === 3) return 3;
    if (grade > best) best = grade;
  }
  return best;
}

export function gradeAt(text: string, from: number, to: number): Grade {
  if (!partsAt(text, from)) return 1;
  return partsAt(text, to) ? 3 : 2;
}

/**
 * Orders texts that hold every word: more words standing whole first, then more at the start of one. With `words` words the
 * score is below `(words + 1) ** 2`.
 */
export function scoreOf(whole: number, atStart: number, words: number): number {
  return whole * (words + 1) + atStart;
}
