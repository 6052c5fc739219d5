/**
 * How a segment stands, from who wrote it, when it changed last and who read it. Everything is told in lines of the ledger: a review
 * counts while it is younger than the last change of its segment, and, of a translation, than that of the segment it is written from.
 */
import type { PersonId } from "../key/key.ts";
import type { QuoteObstacle, ReviewObstacle, SegmentStanding } from "./segment-state.ts";
import type { TierReviewVerdict, TierSort } from "./tier.ts";

/** What the versions of a tier say of one segment. */
export interface SegmentRecord {
  /** A machine's words that no person took over. */
  readonly draft: boolean;
  readonly text: string;
  /** Everybody who wrote a version of it, or of a segment that it was cut from or joined of. */
  readonly writers: readonly PersonId[];
  /** Line that changed it last. */
  readonly changedAt: number;
}

export interface SegmentReview {
  readonly line: number;
  readonly by: PersonId;
  readonly verdict: TierReviewVerdict;
}

/** The segment that a translation is written from, as it stands; undefined where that one is gone, or its tier was taken back. */
export interface SegmentSource {
  readonly changedAt: number;
  readonly obstacle: QuoteObstacle | null;
}

export interface StandingSegment {
  readonly standing: SegmentStanding;
  readonly obstacle: QuoteObstacle | null;
}

/** `reviews`: those that name the segment and stand, in any order. */
export function segmentStanding(
  { draft, text, changedAt, writers }: SegmentRecord,
  reviews: readonly SegmentReview[],
  sort: TierSort,
  source: SegmentSource | undefined,
): StandingSegment {
  if (draft) return { standing: "machine", obstacle: "machine" };
  const needsSource = sort === "translation";
  const readBeside = needsSource ? (source?.changedAt ?? 0) : 0;
  // Whoever wrote it after reading it is no second person any more.
  const foreign = reviews.filter(({ by }) => !writers.includes(by));
  const current = lastOfEach(foreign.filter(({ line }) => line > changedAt && line > readBeside));
  if (current.some(({ verdict }) => verdict === "disagrees")) return { standing: "disagreed", obstacle: "disagreed" };
  if (current.length === 0) {
    const sourceMoved = foreign.some(({ line }) => line > changedAt);
    if (sourceMoved) return { standing: "outdated", obstacle: "source-changed" };
    return foreign.length > 0 ? { standing: "outdated", obstacle: "changed" } : { standing: "written", obstacle: "not-reviewed" };
  }
  return { standing: "reviewed", obstacle: obstacleOfReviewed(text, needsSource, source) };
}

function obstacleOfReviewed(text: string, needsSource: boolean, source: SegmentSource | undefined): QuoteObstacle | null {
  if (!/[\p{L}\p{N}]/u.test(text.replaceAll("/unintelligible/", ""))) return "no-words";
  if (!needsSource) return null;
  if (source === undefined) return "no-source";
  return source.obstacle === null ? null : "source-not-reviewed";
}

/** What somebody said last is what they say. */
function lastOfEach(reviews: readonly SegmentReview[]): SegmentReview[] {
  const last = new Map<PersonId, SegmentReview>();
  for (const review of reviews) if (review.line > (last.get(review.by)?.line ?? 0)) last.set(review.by, review);
  return [...last.values()];
}

export function reviewObstacle({ draft, writers }: Pick<SegmentRecord, "draft" | "writers">, who: PersonId): ReviewObstacle | null {
  if (draft) return "machine";
  return writers.includes(who) ? "wrote" : null;
}
