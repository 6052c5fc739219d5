/** Search: the texts that hold every word of a query and pass its filters, best first, with the counts that the filters offer. */
import type { SearchQuery } from "../core/search/search-query.ts";
import { type Segment, compareTexts, textSorts } from "../core/search/segment.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { levelNames, type SearchFacts, searchFacts, triageNames } from "./search-facts.ts";
import { dimensions, eachText } from "./search-filter.ts";
import { type SearchHit, type PlacedText, showHits } from "./search-hit.ts";
import { type Matched, matchTexts, scoreIn, storedTexts } from "./search-match.ts";
import type { QueryWord } from "../core/search/query-words.ts";

export interface SearchWanted extends SearchQuery {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface SearchCounts {
  in: { value: string; count: number }[];
  kind: { value: string; count: number }[];
  source: { value: string; count: number }[];
  triage: { value: string; count: number }[];
  level: { value: string; count: number }[];
}

export interface SearchAnswer {
  /** Texts found. With `counted` "at-most" too many texts may hold the words to look at all: so many at most. */
  total: number;
  counted: "exactly" | "at-most";
  offset: number;
  hits: SearchHit[];
  /** Of each filter, under the others. */
  counts: SearchCounts;
  /** Texts without a posted time that a filter by time leaves out. */
  withoutTime: number;
  /** Texts looked through, and rows that the index has still to take in. */
  indexed: { texts: number; waiting: number };
  /** Words that were looked for, folded. */
  words: string[];
}

/** Sources shown with their counts. */
const sourcesAtMost = 200;

export async function searchTexts(reader: CaseReader, viewer: Viewer, wanted: SearchWanted): Promise<SearchAnswer> {
  demand(viewer, "read");
  const { offset = 0, limit = 20 } = wanted;
  const facts = await searchFacts(reader);
  const { indexed, words, matched, unsure } = await matchTexts(reader, wanted.words);
  const gathered = gather(matched, facts, wanted, unsure.length === 0 ? offset + limit : Infinity);
  const first =
    unsure.length === 0 ? inOrder(gathered.lists, offset + limit) : await lookedAt(reader, gathered.lists, words, offset + limit);
  return {
    total: gathered.total,
    counted: unsure.length === 0 ? "exactly" : "at-most",
    offset,
    hits: await showHits(reader, words, first.slice(offset)),
    counts: countsOf(gathered, facts),
    withoutTime: gathered.withoutTime,
    indexed: { texts: indexed.texts, waiting: indexed.waiting },
    words: words.map(({ text }) => text),
  };
}

/** Texts of one segment with one score, in the order in which they are shown. */
interface List {
  readonly segment: Segment;
  readonly score: number;
  readonly places: number[];
}

interface Gathered {
  total: number;
  withoutTime: number;
  readonly lists: List[];
  readonly counted: { readonly [dimension in keyof SearchCounts]: Uint32Array };
}

/** One walk over everything that matches. Of each list no more than `most` are kept: the rest cannot come first. */
function gather(matched: readonly Matched[], facts: SearchFacts, query: SearchQuery, most: number): Gathered {
  const counted = {
    in: new Uint32Array(textSorts.length),
    kind: new Uint32Array(facts.kindNames.length),
    source: new Uint32Array(facts.sourceNames.length),
    triage: new Uint32Array(triageNames.length),
    level: new Uint32Array(levelNames.length),
  };
  const count = (of: Uint32Array, at: number) => void (of[at] = (of[at] ?? 0) + 1);
  const gathered: Gathered = { total: 0, withoutTime: 0, lists: [], counted };
  let of: Matched | undefined;
  let lists = new Map<number, List>();
  eachText(
    matched,
    facts,
    query,
    (text, fails) => {
      if (fails === 0 || fails === dimensions.in) count(counted.in, text.sort);
      if (fails === 0 || fails === dimensions.kind) count(counted.kind, text.kind);
      if (fails === 0 || fails === dimensions.source) count(counted.source, text.source);
      if (fails === 0 || fails === dimensions.triage) count(counted.triage, text.triage);
      if (fails === 0 || fails === dimensions.level) count(counted.level, text.level);
      if (fails === dimensions.time && Number.isNaN(text.earliest)) gathered.withoutTime++;
      if (fails !== 0) return;
      gathered.total++;
      if (text.one !== of) {
        of = text.one;
        lists = new Map();
      }
      const score = of.score(text.at);
      let list = lists.get(score);
      if (list === undefined) {
        list = { segment: of.segment, score, places: [] };
        lists.set(score, list);
        gathered.lists.push(list);
      }
      if (list.places.length < most) list.places.push(text.at);
    },
    true,
  );
  return gathered;
}

function inOrder(lists: readonly List[], most: number): PlacedText[] {
  const found: PlacedText[] = [];
  for (const text of merged(lists)) {
    if (found.length >= most) break;
    found.push(text);
  }
  return found;
}

/** Best first: by score, then as texts are shown. Each list is in that order already. */
function* merged(lists: readonly List[]): Generator<PlacedText> {
  for (const [score, some] of [...Map.groupBy(lists, (list) => list.score)].sort(([a], [b]) => b - a)) {
    const next = some.map((list) => ({ list, at: 0 }));
    while (next.length > 0) {
      let best = 0;
      for (let i = 1; i < next.length; i++) if (compareTexts(shownBy(next[i]), shownBy(next[best])) < 0) best = i;
      const from = next[best] as (typeof next)[number];
      yield { segment: from.list.segment, at: from.list.places[from.at] as number, score };
      if (++from.at === from.list.places.length) next.splice(best, 1);
    }
  }
}

function shownBy(next: { readonly list: List; readonly at: number } | undefined) {
  const { list, at } = next as { list: List; at: number };
  const place = list.places[at] as number;
  const { sorts, times, ids } = list.segment;
  return { sort: sorts[place] as number, time: times[place] as number, id: ids[place] as number };
}

const lookedAtTogether = 64;

/**
 * The first so many when scores are only the best they can be: texts are looked at in that order until so many hold the words
 * with a score that nothing still unseen can better.
 */
async function lookedAt(reader: CaseReader, lists: readonly List[], words: readonly QueryWord[], most: number): Promise<PlacedText[]> {
  const found: PlacedText[] = [];
  const wait: PlacedText[] = [];
  const look = async (): Promise<void> => {
    const texts = await storedTexts(
      reader,
      wait.map(({ segment, at }) => segment.ids[at] as number),
    );
    for (const one of wait.splice(0)) {
      const text = texts.get(one.segment.ids[one.at] as number);
      const score = text === undefined ? undefined : scoreIn(text, words);
      if (score !== undefined) found.push({ ...one, score });
    }
  };
  for (const text of merged(lists)) {
    if (wait.length === lookedAtTogether) {
      await look();
      if (found.filter(({ score }) => score >= text.score).length >= most) break;
    }
    wait.push(text);
  }
  await look();
  return found.sort((a, b) => b.score - a.score || compareTexts(keyOf(a), keyOf(b))).slice(0, most);
}

function keyOf({ segment, at }: PlacedText) {
  return { sort: segment.sorts[at] as number, time: segment.times[at] as number, id: segment.ids[at] as number };
}

function countsOf({ counted }: Gathered, facts: SearchFacts): SearchCounts {
  const named = (counts: Uint32Array, names: readonly string[]) =>
    names.map((value, at) => ({ value, count: counts[at] ?? 0 })).filter(({ count }) => count > 0);
  const mostFirst = (counts: { value: string; count: number }[]) =>
    counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, sourcesAtMost);
  return {
    in: named(counted.in, textSorts),
    kind: mostFirst(named(counted.kind, facts.kindNames)),
    source: mostFirst(named(counted.source, facts.sourceNames)),
    triage: named(counted.triage, triageNames),
    level: named(counted.level, levelNames),
  };
}
