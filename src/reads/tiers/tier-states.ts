/** How each segment of the newest version of a tier stands, worked out from who wrote and who reviewed it. One place for every reader. */
import type { PersonId } from "../../core/key/key.ts";
import { holdsId, type SegmentRanges } from "../../core/tier/segment-ranges.ts";
import {
  heardReviews,
  type SegmentReview,
  type SegmentSource,
  segmentStanding,
  type StandingSegment,
} from "../../core/tier/segment-standing.ts";
import type { TierSort } from "../../core/tier/tier.ts";
import type { CaseReader } from "../case-reader.ts";

export interface SegmentOfTier extends StandingSegment {
  readonly id: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Null where this copy does not hold it. */
  readonly text: string | null;
  readonly language: string | null;
  readonly draft: boolean;
  readonly suspect: boolean;
  readonly writers: readonly PersonId[];
  readonly changedAt: number;
  readonly changedIn: number;
  /** Lines of the reviews that name it and count as said, newest first. */
  readonly reviews: readonly number[];
}

interface TierRef {
  readonly id: number;
  readonly sort: TierSort;
  readonly from_tier: number | null;
}

/** In the order of their time. */
export async function tierStates(reader: CaseReader, tier: TierRef): Promise<SegmentOfTier[]> {
  const { db } = reader.views;
  const rows = await db.selectFrom("tier_segment").selectAll().where("tier", "=", tier.id).orderBy("start_ms").orderBy("segment").execute();
  const reviews = await reviewsOf(reader, tier.id);
  const sources = tier.sort === "translation" ? await sourcesOf(reader, tier) : new Map<number, SegmentSource>();
  return rows.map((row) => {
    const writers = JSON.parse(row.writers_json) as PersonId[];
    const mine = reviews.filter(({ segments }) => holdsId(segments, row.segment));
    const record = { draft: row.machine === 1, text: row.text, writers, changedAt: row.changed_at };
    const source = row.source === null ? undefined : sources.get(row.source);
    return {
      ...{ id: row.segment, startMs: row.start_ms, endMs: row.end_ms, text: row.text, language: row.language },
      ...{ draft: record.draft, suspect: row.suspect === 1, writers, changedAt: row.changed_at, changedIn: row.changed_in },
      reviews: heardReviews(mine).map(({ line }) => line),
      ...segmentStanding(record, mine, tier.sort, source),
    };
  });
}

interface ReviewOfTier extends SegmentReview {
  readonly segments: SegmentRanges;
}

/** Those that were taken back too: they take what the same person said before with them. */
async function reviewsOf({ views: { db } }: CaseReader, tier: number): Promise<ReviewOfTier[]> {
  const rows = await db
    .selectFrom("tier_review")
    .select(["line", "by", "verdict", "segments_json", "withdrawn"])
    .where("tier", "=", tier)
    .orderBy("line", "desc")
    .execute();
  return rows.map(({ line, segments_json, by, verdict, withdrawn }) => ({
    ...{ line, by: by as PersonId, verdict: withdrawn === null ? verdict : null },
    segments: JSON.parse(segments_json) as SegmentRanges,
  }));
}

/** Of the tier that a translation is written from; none where that one was taken back. */
async function sourcesOf(reader: CaseReader, { id, from_tier: from }: TierRef): Promise<Map<number, SegmentSource>> {
  if (from === null) return new Map();
  const tier = await reader.views.db
    .selectFrom("tier")
    .select(["id", "sort", "from_tier"])
    .where("id", "=", from)
    .where("withdrawn", "is", null)
    .where("item", "=", (db) => db.selectFrom("tier as below").select("below.item").where("below.id", "=", id))
    .executeTakeFirst();
  // A translation is written from words that are heard or seen in the same recording, never from another translation: this goes no deeper.
  if (tier === undefined || (tier.sort !== "verbatim" && tier.sort !== "on-screen")) return new Map();
  return new Map((await tierStates(reader, tier)).map(({ id, changedAt, obstacle }) => [id, { changedAt, obstacle }]));
}
