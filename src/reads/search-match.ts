/**
 * Texts that hold every word of a query and pass its filters. Words are looked up in the index of each segment; where terms
 * alone cannot tell (several signs in one word, words in quotes, three characters of a script without spaces), the texts that
 * may hold them are looked at themselves.
 */
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { eachBit, hasBit, keepBits, setBit } from "../core/search/bits.ts";
import { findWord, type WordFound } from "../core/search/find-word.ts";
import { gradeIn, scoreOf } from "../core/search/grade.ts";
import { type QueryWord, queryWords } from "../core/search/query-words.ts";
import type { Segment } from "../core/search/segment.ts";
import type { IndexedTexts, LiveSegment } from "../views/search/text-index.ts";
import type { CaseReader } from "./case-reader.ts";

/** The texts of one segment that hold every word, or may. */
export interface Matched {
  readonly segment: Segment;
  readonly texts: Uint32Array;
  /** How well the words stand in a text; larger is shown first. For texts not looked at: at best. */
  readonly score: (at: number) => number;
}

export interface MatchedTexts {
  readonly indexed: IndexedTexts;
  readonly words: readonly QueryWord[];
  readonly matched: readonly Matched[];
  /** Words that each text must still be looked at for; empty when every text in `matched` holds all words. */
  readonly unsure: readonly QueryWord[];
}

/** Up to so many texts that may hold the words are all looked at, so that counts are exact. Some 5 µs each. */
export const lookedAtAtMost = 20_000;

/** With `all`, every text that may hold the words is looked at, however many. */
export async function matchTexts(
  reader: CaseReader,
  typed: string,
  { all = false }: { readonly all?: boolean } = {},
): Promise<MatchedTexts> {
  const words = queryWords(typed);
  const indexed = await reader.views.texts.texts();
  const found = indexed.segments.map((one) => ({ one, words: words.map((word) => findKept(one.segment, word)) }));
  const matched = found.map(({ one, words: sets }) => matchIn(one, sets));
  const unsure = words.filter((_, place) => found.some(({ words: sets }) => sets[place]?.sure === false));
  if (unsure.length === 0) return { indexed, words, matched, unsure };
  let count = 0;
  for (const { texts } of matched) eachBit(texts, () => void count++);
  if (!all && count > lookedAtAtMost) return { indexed, words, matched, unsure };
  const looked: Matched[] = [];
  for (const [place, one] of matched.entries()) looked.push(await lookAt(reader, one, found[place]?.words ?? [], words));
  return { indexed, words, matched: looked, unsure: [] };
}

function matchIn({ segment, live }: LiveSegment, sets: readonly WordFound[]): Matched {
  const texts = live.slice();
  for (const { anywhere } of sets) keepBits(texts, anywhere);
  return {
    segment,
    texts,
    score: (at) => {
      let [whole, atStart] = [0, 0];
      for (const set of sets) {
        if (hasBit(set.whole, at)) whole++;
        else if (hasBit(set.atStart, at)) atStart++;
      }
      return scoreOf(whole, atStart, sets.length);
    },
  };
}

/** Looks at every text of `one`: those that hold all words stay, each with its true score. */
async function lookAt(reader: CaseReader, one: Matched, sets: readonly WordFound[], words: readonly QueryWord[]): Promise<Matched> {
  const texts = new Uint32Array(one.texts.length);
  const scores = new Map<number, number>();
  const places: number[] = [];
  eachBit(one.texts, (at) => void places.push(at));
  for (let from = 0; from < places.length; from += textsTogether) {
    const some = places.slice(from, from + textsTogether);
    // Each lot takes some 3 ms, and there may be hundreds: others have a turn in between.
    if (from > 0) await setImmediate();
    const held = await storedTexts(
      reader,
      some.map((at) => one.segment.ids[at] as number),
    );
    for (const at of some) {
      const text = held.get(one.segment.ids[at] as number);
      const score = text === undefined ? undefined : scoreIn(text, words, (place) => gradeBySets(sets[place], at));
      if (score === undefined) continue;
      setBit(texts, at);
      scores.set(at, score);
    }
  }
  return { segment: one.segment, texts, score: (at) => scores.get(at) ?? 0 };
}

function gradeBySets(set: WordFound | undefined, at: number): 1 | 2 | 3 | undefined {
  if (set === undefined || !set.sure) return undefined;
  return hasBit(set.whole, at) ? 3 : hasBit(set.atStart, at) ? 2 : 1;
}

/** Undefined when a word is not there. */
export function scoreIn(text: string, words: readonly QueryWord[], known: (place: number) => number | undefined = () => undefined) {
  let [whole, atStart] = [0, 0];
  for (const [place, word] of words.entries()) {
    const grade = known(place) ?? gradeIn(text, word.text);
    if (grade === 0) return undefined;
    if (grade === 3) whole++;
    else if (grade === 2) atStart++;
  }
  return scoreOf(whole, atStart, words.length);
}

export const textsTogether = 500;

export async function storedTexts(reader: CaseReader, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await reader.views.db
    .selectFrom("search_text")
    .select(["id", "text"])
    .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The same words are asked for again for the next page, the days, the map, and for most of what is typed next. */
const answers = new WeakMap<Segment, Map<string, WordFound>>();
const answersKept = 24;

function findKept(segment: Segment, word: QueryWord): WordFound {
  const known = answers.get(segment) ?? new Map<string, WordFound>();
  answers.set(segment, known);
  const found = known.get(word.text) ?? findWord(segment, word);
  known.delete(word.text);
  known.set(word.text, found);
  for (const oldest of known.keys()) {
    if (known.size <= answersKept) break;
    known.delete(oldest);
  }
  return found;
}
