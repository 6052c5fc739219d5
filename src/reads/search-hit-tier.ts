/**
 * Words of a tier that were found: those of the segment that holds most of them, whose mark as a machine's draft or not is its own.
 * Where no segment holds all, those that hold some are shown, and one draft among them makes it a machine's.
 */
import { foldForSearch } from "../core/search/fold-text.ts";
import type { QueryWord } from "../core/search/query-words.ts";
import type { TierId } from "../core/tier/tier.ts";
import type { CaseReader } from "./case-reader.ts";

export interface TierPlace {
  id: TierId;
  segment: number;
  /** Something that is shown of it is a draft that no person took over. */
  machine: boolean;
}

interface TierText {
  text: string;
  written: string | undefined;
  tier: TierPlace;
}

/** Undefined where this copy does not hold the words. */
export async function tierTextOf({ views: { db } }: CaseReader, tier: number, words: readonly QueryWord[]): Promise<TierText | undefined> {
  const segments = await db
    .selectFrom("tier_segment")
    .innerJoin("tier", "tier.id", "tier_segment.tier")
    .select(["segment", "text", "machine", "tier.at"])
    .where("tier", "=", tier)
    .orderBy("start_ms")
    .orderBy("segment")
    .execute();
  const [first] = segments;
  if (first === undefined) return undefined;
  const holding = segments.map(({ text }) => {
    const folded = foldForSearch(text ?? "");
    return words.filter((word) => folded.includes(word.text)).length;
  });
  const most = Math.max(...holding);
  const best = segments[holding.indexOf(most)] ?? first;
  const some = most === 0 ? segments : segments.filter((_, at) => (holding[at] ?? 0) > 0);
  const shown = most > 0 && most === words.length ? [best] : some;
  return {
    text: shown.map(({ text }) => text ?? "").join("\n"),
    written: best.at,
    tier: { id: `w${tier}`, segment: best.segment, machine: shown.some(({ machine }) => machine === 1) },
  };
}
