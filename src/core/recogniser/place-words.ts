/**
 * Where in a stretch's text the words stand that a recogniser timed one by one. whisper.cpp times pieces of words, and cuts between
 * bytes: a letter of two bytes may fall to two pieces, each of which then holds a U+FFFD where the letter was.
 */
import type { Span } from "./quiet.ts";

export interface PlacedWord extends Span {
  /** Its first character in the text, and the one past its last. */
  readonly from: number;
  readonly to: number;
}

const broken = "\ufffd";

interface Letter {
  readonly char: string;
  readonly word: number;
}

/** Undefined where the words are not the whole text, or are not in the order of their times. */
export function placeWords(text: string, words: readonly (Span & { readonly text: string })[]): readonly PlacedWord[] | undefined {
  if (words.length === 0 || words.some((word, at) => at > 0 && word.startSec < words[at - 1]!.startSec)) return undefined;
  const letters = words.flatMap((word, at) => unspaced(word.text).map(({ char }): Letter => ({ char, word: at })));
  const wanted = unspaced(text);
  const ends = words.map(() => ({ from: -1, to: -1 }));
  let at = 0;
  for (let n = 0; n < letters.length;) {
    const { char, word } = letters[n]!;
    let run = 1;
    let length = 1;
    if (char === broken) {
      while (letters[n + run]?.char === broken) run++;
      length = lengthOfBroken(wanted, at, letters, n + run, run);
    } else if (wanted[at]?.char !== char) return undefined;
    const [first, last] = [wanted[at], wanted[at + length - 1]];
    if (first === undefined || last === undefined) return undefined;
    // A letter that fell to two pieces belongs to the first of them.
    const place = ends[word]!;
    if (place.from < 0) place.from = first.at;
    place.to = last.at + last.char.length;
    at += length;
    n += run;
  }
  return at === wanted.length ? joined(words, ends, letters) : undefined;
}

/** As few letters as the next whole one allows: so many U+FFFD are that many letters at most. */
function lengthOfBroken(wanted: readonly { char: string }[], at: number, letters: readonly Letter[], next: number, most: number): number {
  const after = letters[next]?.char;
  if (after === undefined) return Math.min(most, wanted.length - at);
  for (let length = 1; length <= most; length++) {
    // Two whole letters: one alone may stand there by chance.
    const second = letters[next + 1]?.char ?? broken;
    const fits = wanted[at + length]?.char === after && (second === broken || wanted[at + length + 1]?.char === second);
    if (fits) return length;
  }
  return most;
}

/** What begins with the second half of a letter, or holds nothing of its own, goes with the one before. */
function joined(
  words: readonly Span[],
  ends: readonly { readonly from: number; readonly to: number }[],
  letters: readonly Letter[],
): readonly PlacedWord[] {
  const continued = new Set<number>();
  letters.forEach(({ char, word }, n) => {
    const before = letters[n - 1];
    if (char === broken && before?.char === broken && before.word !== word) continued.add(word);
  });
  const placed: PlacedWord[] = [];
  words.forEach(({ startSec, endSec }, n) => {
    const { from, to } = ends[n]!;
    const before = placed.at(-1);
    if (before !== undefined && (from < 0 || continued.has(n)))
      placed[placed.length - 1] = { ...before, endSec: Math.max(before.endSec, endSec), to: Math.max(before.to, to) };
    else if (from >= 0) placed.push({ startSec, endSec, from, to });
  });
  return placed;
}

function unspaced(text: string): readonly { readonly char: string; readonly at: number }[] {
  const found: { char: string; at: number }[] = [];
  let at = 0;
  for (const char of text) {
    if (!/\s/.test(char)) found.push({ char, at });
    at += char.length;
  }
  return found;
}
