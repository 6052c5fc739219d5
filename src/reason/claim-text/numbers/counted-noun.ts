/** What is counted behind a figure: a unit, a noun that is known, or the noun that the words allow. */
import type { TextToken } from "../languages/text-tokens.ts";
import type { NumberTables } from "./number-tables.ts";

export interface CountedNoun {
  readonly unit: string;
  readonly from: number;
  readonly end: number;
  readonly isLength: boolean;
  readonly isKnown: boolean;
}

/** Words between a figure and its noun: "three heavily armed young men". */
const mostBefore = 4;

export function countedNounAt(tokens: readonly TextToken[], at: number, words: NumberTables, isOne: boolean): CountedNoun | undefined {
  const hyphen = tokens[at]?.word === "-" ? at + 1 : at;
  const measure = words.measures.at(tokens, hyphen);
  if (measure !== undefined)
    return { unit: measure.value, from: hyphen, end: measure.end, isLength: words.lengths.has(measure.value), isKnown: true };
  const start = words.of.at(tokens, at)?.end ?? at;
  let loose: number | undefined;
  for (let here = start; here < start + mostBefore; here++) {
    const token = tokens[here];
    if (token?.word === "-" && here > start) continue;
    if (token?.kind !== "word" || words.small.has(token.word)) break;
    const unit = words.nounOf(token.word);
    const isLast = !words.isEnglish || isOne || isPlural(token.word);
    if (unit !== undefined && isLast) return { unit, from: here, end: nounEnd(tokens, here, words, isOne), isLength: false, isKnown: true };
    if (loose === undefined && (words.isEnglish ? isPlural(token.word) : here === start)) loose = here;
  }
  if (loose === undefined) return undefined;
  return { unit: (tokens[loose] as TextToken).word, from: loose, end: loose + 1, isLength: false, isKnown: false };
}

/** "Lorry drivers": of two known nouns in a row the second is counted. */
function nounEnd(tokens: readonly TextToken[], at: number, words: NumberTables, isOne: boolean): number {
  const next = tokens[at + 1];
  const goesOn = words.isEnglish && isOne && next?.kind === "word" && words.nounOf(next.word) !== undefined;
  return goesOn ? at + 2 : at + 1;
}

function isPlural(word: string): boolean {
  return /(?:[^s]s|men|people|children|police|staff|troops|feet|cattle|aircraft|crew)$/.test(word) && !/(?:ous|ius|is)$/.test(word);
}
