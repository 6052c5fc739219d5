/**
 * Two texts word by word: how alike they are, which stretches they share, and what stands in one alone. Here nothing is a
 * number that could stand for something else: words themselves are compared.
 */
import { insideNeeded, leastLetters, leastSimilarity, leastWords, leastWordsInside, wordsTogether } from "./rules.ts";
import { type PlacedWord, placedWords } from "./text-tokens.ts";

/** UTF-16 places in a text as written; `end` is the place after. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface TextComparison {
  /** Shared features over all features of both. 0 where one is too short to compare. */
  readonly similarity: number;
  /** Share of each one's features that the other has. */
  readonly ofA: number;
  readonly ofB: number;
  readonly relation: "same-words" | "nearly-the-same" | "a-in-b" | "b-in-a" | "different" | "too-short";
  /** Stretches of at least three words that follow each other in both, in the order of a; none twice. */
  readonly shared: readonly { readonly a: Stretch; readonly b: Stretch }[];
  /** The words between them. */
  readonly onlyA: readonly Stretch[];
  readonly onlyB: readonly Stretch[];
}

export function compareTexts(a: string, b: string): TextComparison {
  const [inA, inB] = [placedWords(a), placedWords(b)];
  const runs = sharedRuns(inA, inB);
  const shared = runs.map(({ a: from, b: to, words }) => ({ a: stretch(inA, from, words), b: stretch(inB, to, words) }));
  const rest = {
    shared,
    onlyA: between(
      inA,
      runs.map(({ a: from, words }) => ({ from, words })),
    ),
    onlyB: between(
      inB,
      runs.map(({ b: from, words }) => ({ from, words })),
    ),
  };
  if (isShort(inA) || isShort(inB)) return { similarity: 0, ofA: 0, ofB: 0, relation: "too-short", ...rest };
  const [featuresA, featuresB] = [featuresOf(inA), featuresOf(inB)];
  let common = 0;
  for (const [feature, times] of featuresA) common += Math.min(times, featuresB.get(feature) ?? 0);
  const [sizeA, sizeB] = [inA.length - wordsTogether + 1, inB.length - wordsTogether + 1];
  const similarity = common / (sizeA + sizeB - common);
  const sizes = { sizeA, sizeB, common, same: sameWords(inA, inB), inA: inA.length, inB: inB.length };
  return { similarity, ofA: common / sizeA, ofB: common / sizeB, relation: relationOf(similarity, sizes), ...rest };
}

function isShort(words: readonly PlacedWord[]): boolean {
  return words.length < leastWords || words.reduce((sum, { word }) => sum + word.length, 0) < leastLetters;
}

function relationOf(
  similarity: number,
  { sizeA, sizeB, common, same, inA, inB }: { sizeA: number; sizeB: number; common: number; same: boolean; inA: number; inB: number },
): TextComparison["relation"] {
  if (same) return "same-words";
  if (similarity >= leastSimilarity - 1e-9) return "nearly-the-same";
  if (inA >= leastWordsInside && common >= insideNeeded(sizeA)) return "a-in-b";
  if (inB >= leastWordsInside && common >= insideNeeded(sizeB)) return "b-in-a";
  return "different";
}

function sameWords(a: readonly PlacedWord[], b: readonly PlacedWord[]): boolean {
  return a.length === b.length && a.every(({ word }, n) => word === b[n]?.word);
}

const featureAt = (words: readonly PlacedWord[], at: number): string =>
  words
    .slice(at, at + wordsTogether)
    .map(({ word }) => word)
    .join(" ");

function featuresOf(words: readonly PlacedWord[]): Map<string, number> {
  const features = new Map<string, number>();
  for (let at = 0; at + wordsTogether <= words.length; at += 1) {
    const feature = featureAt(words, at);
    features.set(feature, (features.get(feature) ?? 0) + 1);
  }
  return features;
}

interface Run {
  readonly a: number;
  readonly b: number;
  readonly words: number;
}

/**
 * Goes through a once. A run goes on as long as the words agree; where one begins, the first place in b that is still free is
 * taken, and a place is given to one run only. Not the longest possible alignment, and it takes no longer for hostile texts.
 */
function sharedRuns(a: readonly PlacedWord[], b: readonly PlacedWord[]): Run[] {
  const places = new Map<string, number[]>();
  for (let at = b.length - wordsTogether; at >= 0; at -= 1) {
    const feature = featureAt(b, at);
    const known = places.get(feature);
    if (known === undefined) places.set(feature, [at]);
    else known.push(at);
  }
  const used = new Uint8Array(b.length);
  const isFree = (at: number) => used.subarray(at, at + wordsTogether).every((one) => one === 0);
  const runs: Run[] = [];
  for (let at = 0; at + wordsTogether <= a.length;) {
    const free = places.get(featureAt(a, at));
    let from = free?.pop();
    while (from !== undefined && !isFree(from)) from = free?.pop();
    if (from === undefined) {
      at += 1;
      continue;
    }
    let words = wordsTogether;
    while (at + words < a.length && from + words < b.length && used[from + words] === 0 && a[at + words]?.word === b[from + words]?.word)
      words += 1;
    used.fill(1, from, from + words);
    runs.push({ a: at, b: from, words });
    at += words;
  }
  return runs;
}

function stretch(words: readonly PlacedWord[], from: number, count: number): Stretch {
  return { start: (words[from] as PlacedWord).start, end: (words[from + count - 1] as PlacedWord).end };
}

function between(words: readonly PlacedWord[], covered: readonly { readonly from: number; readonly words: number }[]): Stretch[] {
  const rest: Stretch[] = [];
  let at = 0;
  for (const { from, words: count } of [...covered, { from: words.length, words: 0 }].toSorted((one, other) => one.from - other.from)) {
    if (from > at) rest.push(stretch(words, at, from - at));
    at = Math.max(at, from + count);
  }
  return rest;
}
