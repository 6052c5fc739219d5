/** Which texts of a segment hold a word, and how well: by its terms alone where they tell, else texts that may. */
import { addBits, allBits, countBits, keepBits, setBit, wordsFor } from "./bits.ts";
import { running, word as wordClass } from "./characters.ts";
import type { QueryWord } from "./query-words.ts";
import { gramsOf, type Run } from "./runs.ts";
import { letterTerm, type Segment } from "./segment.ts";

export interface WordFound {
  /** Texts that hold the word whole; at the start of a word or whole; anywhere. Each holds the one before. */
  readonly whole: Uint32Array;
  readonly atStart: Uint32Array;
  readonly anywhere: Uint32Array;
  /** False: terms tell only which texts may hold it, all three sets are those, and each text must be looked at. */
  readonly sure: boolean;
}

export function findWord(segment: Segment, { text, runs }: QueryWord): WordFound {
  const [run] = runs;
  const single = runs.length === 1 && run?.text === text;
  if (single && run.sort === wordClass) return findPart(segment, text);
  const found = allBits(segment.count);
  for (const [place, one] of runs.entries()) {
    keepBits(found, mayHold(segment, one, { open: place === 0, ending: place === runs.length - 1, after: runs[place + 1] }));
  }
  const sure = single && [...text].length <= 2;
  return { whole: found, atStart: found, anywhere: found, sure };
}

/** A part of a word: the vocabulary knows every word that holds it. */
function findPart(segment: Segment, part: string): WordFound {
  const [first, end] = startingWith(segment, part);
  const whole = new Uint32Array(wordsFor(segment.count));
  if (first < end && termAt(segment, first) === part) addLists(segment, [first], whole);
  const atStart = whole.slice();
  addLists(segment, range(first, end), atStart);
  const anywhere = atStart.slice();
  const letter = [...part].length === 1 ? exactly(segment, letterTerm(part)) : undefined;
  const others =
    [...part].length === 1 ? (letter === undefined ? [] : [letter]) : holding(segment, part).filter((term) => term < first || term >= end);
  addLists(segment, others, anywhere);
  return { whole, atStart, anywhere, sure: true };
}

/** Texts with a term that this run of a longer word can be a part of. Where something is joined to it, the run ends there. */
function mayHold(segment: Segment, run: Run, at: { open: boolean; ending: boolean; after: Run | undefined }): Uint32Array {
  if (run.sort === running) {
    const found = allBits(segment.count);
    for (const gram of gramsOf(run.text)) keepBits(found, textsWith(segment, [exactly(segment, gram)]));
    return found;
  }
  const exact = exactly(segment, run.text);
  if (run.sort !== wordClass || (!at.open && !at.ending)) return textsWith(segment, [exact]);
  const terms =
    at.open && at.ending ? holding(segment, run.text) : at.ending ? range(...startingWith(segment, run.text)) : ending(segment, run.text);
  return textsWith(segment, terms);
}

function textsWith(segment: Segment, terms: readonly (number | undefined)[]): Uint32Array {
  const found = new Uint32Array(wordsFor(segment.count));
  addLists(
    segment,
    terms.filter((term) => term !== undefined),
    found,
  );
  return found;
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

function termAt({ vocabulary, termStarts }: Segment, index: number): string {
  return vocabulary.slice(termStarts[index], (termStarts[index + 1] as number) - 1);
}

const termCount = ({ termStarts }: Segment): number => termStarts.length - 1;

/** First term that is not before `wanted`. */
function lowerBound(segment: Segment, wanted: string): number {
  let [low, high] = [0, termCount(segment)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (termAt(segment, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function exactly(segment: Segment, term: string): number | undefined {
  const at = lowerBound(segment, term);
  return at < termCount(segment) && termAt(segment, at) === term ? at : undefined;
}

/** Terms with this start stand together. */
function startingWith(segment: Segment, start: string): [number, number] {
  const first = lowerBound(segment, start);
  let [low, high] = [first, termCount(segment)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (termAt(segment, middle).startsWith(start)) low = middle + 1;
    else high = middle;
  }
  return [first, low];
}

/** Terms with `part` in them, ascending, by going through the vocabulary once: about a millisecond for 600,000 characters. */
function holding(segment: Segment, part: string): number[] {
  const { vocabulary, termStarts } = segment;
  const found: number[] = [];
  let term = 0;
  for (let at = vocabulary.indexOf(part); at !== -1; at = vocabulary.indexOf(part, termStarts[term])) {
    while ((termStarts[term + 1] as number) <= at) term++;
    found.push(term++);
  }
  return found;
}

function ending(segment: Segment, part: string): number[] {
  return holding(segment, part).filter((term) => termAt(segment, term).endsWith(part) && termAt(segment, term) !== letterTerm(part));
}

/** Lists that lie near each other are read together: so many words of 32 bits apart, and so many at once. */
const near = 1024;
const atOnce = 1 << 18;

/** Adds the texts of terms, which ascend. Stops when all texts are in. */
function addLists(segment: Segment, terms: readonly number[], to: Uint32Array): void {
  const { listStarts } = segment;
  const isBits = (term: number) => (listStarts[term + 1] as number) - (listStarts[term] as number) === to.length;
  // Terms of many texts first: often they already are all texts.
  const passes = terms.length > 64 ? [terms.filter(isBits), terms.filter((term) => !isBits(term))] : [terms];
  for (const pass of passes) {
    if (passes.length > 1 && countBits(to) === segment.count) return;
    for (let first = 0; first < pass.length;) {
      const begin = listStarts[pass[first] as number] as number;
      let last = first;
      while (
        last + 1 < pass.length &&
        (listStarts[pass[last + 1] as number] as number) - (listStarts[(pass[last] as number) + 1] as number) <= near &&
        (listStarts[(pass[last + 1] as number) + 1] as number) - begin <= atOnce
      )
        last++;
      const lists = segment.lists(begin, listStarts[(pass[last] as number) + 1] as number);
      const halves = new Uint16Array(lists.buffer, lists.byteOffset, lists.length * 2);
      for (let i = first; i <= last; i++) {
        const term = pass[i] as number;
        const [from, end] = [(listStarts[term] as number) - begin, (listStarts[term + 1] as number) - begin];
        if (isBits(term)) addBits(to, lists.subarray(from, end));
        else for (let half = from * 2; half < end * 2; half++) setBit(to, halves[half] as number);
      }
      first = last + 1;
    }
  }
}
