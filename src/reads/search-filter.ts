/** Goes through matching texts with the filters of a query, once for everything that is asked of them: hits, counts, days, places. */
import type { SearchQuery } from "../core/search/search-query.ts";
import { textSorts } from "../core/search/segment.ts";
import { levelNames, type SearchFacts, secondsOf, triageNames } from "./search-facts.ts";
import type { Matched } from "./search-match.ts";

/** One bit for each filter that a text does not pass. */
export const dimensions = { in: 1, kind: 2, source: 4, triage: 8, level: 16, time: 32 } as const;

export interface TextAt {
  readonly one: Matched;
  /** Number of the text in its segment. */
  readonly at: number;
  readonly sort: number;
  readonly kind: number;
  readonly source: number;
  readonly triage: number;
  readonly level: number;
  /** Posted or published, seconds since 1970, at the earliest and latest; NaN when unknown. */
  readonly earliest: number;
  readonly latest: number;
}

const [post, row] = [textSorts.indexOf("post"), textSorts.indexOf("row")];
const anything = -1;

/**
 * Calls `take` for each text that fails no filter, and, with `almost`, for those that fail one: what it fails is how many
 * more there would be under another choice of that filter. The object handed over is the same each time.
 */
export function eachText(
  matched: readonly Matched[],
  facts: SearchFacts,
  query: Omit<SearchQuery, "words">,
  take: (text: TextAt, fails: number) => void,
  almost = false,
): void {
  const wanted = {
    in: place(query.in, textSorts),
    kind: place(query.kind, facts.kindNames),
    source: place(query.source, facts.sourceNames),
    triage: place(query.triage, triageNames),
    level: place(query.level, levelNames),
    from: query.from === undefined ? -Infinity : secondsOf(query.from),
    to: query.to === undefined ? Infinity : secondsOf(query.to),
  };
  const anyTime = query.from === undefined && query.to === undefined;
  const text = {
    one: undefined as unknown as Matched,
    at: 0,
    sort: 0,
    kind: 0,
    source: 0,
    triage: 0,
    level: 0,
    earliest: NaN,
    latest: NaN,
  };
  for (const one of matched) {
    const { items, sorts, times, spans, channels, channelNames } = one.segment;
    const sources = channelNames.map(({ item, channel }) => facts.channels.get(`${item} ${channel}`));
    const bits = one.texts;
    text.one = one;
    for (let i = 0; i < bits.length; i++) {
      for (let word = bits[i] as number; word !== 0; word &= word - 1) {
        const at = (i << 5) + (31 - Math.clz32(word & -word));
        const item = items[at] as number;
        const sort = sorts[at] as number;
        const isPost = sort === post;
        const source = (isPost ? sources[(channels[at] as number) - 1] : undefined) ?? facts.sources[item] ?? 0;
        const kind = facts.kinds[item] ?? 0;
        const triage = facts.triages[item] ?? 0;
        const level = facts.levels[item] ?? 0;
        const ownTime = isPost || sort === row;
        const earliest = ownTime ? (times[at] as number) : (facts.earliest[item] ?? NaN);
        const latest = ownTime ? earliest + (spans[at] as number) : (facts.latest[item] ?? NaN);
        let fails = 0;
        if (wanted.in !== anything && sort !== wanted.in) fails |= dimensions.in;
        if (wanted.kind !== anything && kind !== wanted.kind) fails |= dimensions.kind;
        if (wanted.source !== anything && source !== wanted.source) fails |= dimensions.source;
        if (wanted.triage !== anything && triage !== wanted.triage) fails |= dimensions.triage;
        if (wanted.level !== anything && level !== wanted.level) fails |= dimensions.level;
        // What has no time is in no stretch of time.
        if (!anyTime && !(latest >= wanted.from && earliest <= wanted.to)) fails |= dimensions.time;
        if (fails !== 0 && (!almost || (fails & (fails - 1)) !== 0)) continue;
        text.at = at;
        text.sort = sort;
        text.kind = kind;
        text.source = source;
        text.triage = triage;
        text.level = level;
        text.earliest = earliest;
        text.latest = latest;
        take(text, fails);
      }
    }
  }
}

/** When each text was posted that passes: without a filter nothing else of it is looked up, which takes a third of the time. */
export function eachTime(
  matched: readonly Matched[],
  facts: SearchFacts,
  query: Omit<SearchQuery, "words">,
  take: (sort: number, earliest: number, latest: number) => void,
): void {
  if (isNarrowed(query)) {
    eachText(matched, facts, query, ({ sort, earliest, latest }) => take(sort, earliest, latest));
    return;
  }
  for (const { segment, texts: bits } of matched) {
    const { items, sorts, times, spans } = segment;
    for (let i = 0; i < bits.length; i++) {
      for (let word = bits[i] as number; word !== 0; word &= word - 1) {
        const at = (i << 5) + (31 - Math.clz32(word & -word));
        const sort = sorts[at] as number;
        if (sort === post || sort === row) {
          const earliest = times[at] as number;
          take(sort, earliest, earliest + (spans[at] as number));
        } else {
          const item = items[at] as number;
          take(sort, facts.earliest[item] ?? NaN, facts.latest[item] ?? NaN);
        }
      }
    }
  }
}

/** Whether anything but the words narrows the query. */
export function isNarrowed(query: Omit<SearchQuery, "words">): boolean {
  const { in: sort, kind, source, triage, level, from, to } = query;
  return [sort, kind, source, triage, level, from, to].some((value) => value !== undefined);
}

/** A value that this case has nowhere is at no place, and nothing passes. */
function place(value: string | undefined, names: readonly string[]): number {
  if (value === undefined) return anything;
  const at = names.indexOf(value);
  return at === -1 ? names.length : at;
}
