/** Texts with claims that share most of their words, by the rules that posts are compared by: every three words that follow each other. */
import { insideNeeded, leastSimilarity, leastWords, leastWordsInside, wordsTogether } from "../../text-copies/rules.ts";
import { placedWords } from "../../text-copies/text-tokens.ts";
import type { ClaimedText } from "./claimed-text.ts";

/** Characters of a text that are compared. */
const mostCompared = 100_000;
/** What stands in more texts than this is a common phrase. */
const commonFrom = 100;

export interface NearTexts {
  /** The one that was collected later. */
  readonly a: ClaimedText;
  readonly b: ClaimedText;
  readonly reason: string;
}

export function nearTexts(all: readonly ClaimedText[]): NearTexts[] {
  const features = all.map(({ words }) => featuresOf(words));
  const holders = new Map<string, number[]>();
  for (const [at, own] of features.entries()) {
    for (const feature of own) {
      const known = holders.get(feature);
      if (known === undefined) holders.set(feature, [at]);
      else known.push(at);
    }
  }
  const near: NearTexts[] = [];
  for (const [at, own] of features.entries()) {
    const common = new Map<number, number>();
    for (const feature of own) {
      const others = holders.get(feature) ?? [];
      if (others.length <= commonFrom) for (const other of others) if (other < at) common.set(other, (common.get(other) ?? 0) + 1);
    }
    for (const [other, shared] of common) {
      const sizes = [own.size, features[other]?.size ?? 0] as const;
      const least = Math.min(...sizes);
      const similar = shared / (sizes[0] + sizes[1] - shared) >= leastSimilarity - 1e-9;
      const inside = least >= leastWordsInside - wordsTogether + 1 && shared >= insideNeeded(least);
      const [one, second] = [all[at], all[other]];
      if ((!similar && !inside) || one === undefined || second === undefined) continue;
      const [a, b] = Number(one.item.slice(1)) >= Number(second.item.slice(1)) ? [one, second] : [second, one];
      near.push({
        a,
        b,
        reason: `nearly the same words: ${Math.round((100 * shared) / least)} % of the shorter text stands in the other one`,
      });
    }
  }
  return near;
}

function featuresOf(text: string): ReadonlySet<string> {
  const words = placedWords(text.slice(0, mostCompared)).map(({ word }) => word);
  if (words.length < leastWords) return new Set();
  return new Set(words.slice(0, words.length - wordsTogether + 1).map((_, at) => words.slice(at, at + wordsTogether).join(" ")));
}
