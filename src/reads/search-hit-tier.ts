/** Words of a tier that were found: as they were written, with the segment that holds a word first, and whether it is a machine's draft. */
import { foldForSearch } from "../core/search/fold-text.ts";
import type { QueryWord } from "../core/search/query-words.ts";
import type { TierId } from "../core/tier/tier.ts";
import type { CaseReader } from "./case-reader.ts";

export interface TierPlace {
  id: TierId;
  segment: number;
  /** A draft that no person took over. */
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
  const holds = (text: string | null): boolean => words.some((word) => foldForSearch(text ?? "").includes(word.text));
  const found = segments.find(({ text }) => holds(text)) ?? segments[0];
  if (found === undefined) return undefined;
  return {
    text: segments.map(({ text }) => text ?? "").join("\n"),
    written: found.at,
    tier: { id: `w${tier}`, segment: found.segment, machine: found.machine === 1 },
  };
}
