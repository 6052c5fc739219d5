/**
 * How a segment stands, from who wrote it, when it changed last and who read it. Everything is told in lines of the ledger: a review
 * counts while it is younger than the last change of its segment, and, of a translation, than that of the segment it is written from.
 */
import type { PersonId } from "../key/key.ts";
import type { QuoteObstacle, ReviewObstacle, SegmentStanding } from "./segment-state.ts";
import { unintelligible } from "./plain-marks.ts";
import type { TierReviewVerdict, TierSort } from "./tier.ts";

/** What the versions of a tier say of one segment. */
export interface SegmentRecord {
  /** A machine's words that no person took over. */
  readonly draft: boolean;
  /** Null where this copy does not hold it. */
  readonly text: string | null;
  /** Everybody who wrote a version of it, or of a segment that it was cut from or joined of. */
  readonly writers: readonly PersonId[];
  /** Line that changed it last. */
  readonly changedAt: number;
}

export interface SegmentReview {
  readonly line: number;
  readonly by: PersonId;
  /** Null: its reviewer took it back, and with it whatever they had said of the segment before. */
  readonly verdict: TierReviewVerdict | null;
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

/** `reviews`: all that name the segment, in any order. */
export function segmentStanding(
  { draft, text, changedAt, writers }: SegmentRecord,
  reviews: readonly SegmentReview[],
  sort: TierSort,
  source: SegmentSource | undefined,
): StandingSegment {
  if (text === null) return { standing: "withheld", obstacle: "withheld" };
  if (draft) return { standing: "machine", obstacle: "machine" };
  const needsSource = sort === "translation";
  const readBeside = needsSource ? (source?.changedAt ?? 0) : 0;
  // Whoever wrote it after reading it is no second person any more.
  const foreign = heardReviews(reviews).filter(({ by }) => !writers.includes(by));
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
  if (!/[\p{L}\p{N}]/u.test(text.replaceAll(unintelligible, ""))) return "no-words";
  if (!needsSource) return null;
  if (source === undefined) return "no-source";
  return source.obstacle === null ? null : "source-not-reviewed";
}

/** Without those that were taken back and what the same person said before: who takes back their last word does not mean the one before. */
export function heardReviews<R extends SegmentReview>(reviews: readonly R[]): R[] {
  const back = new Map<PersonId, number>();
  for (const { by, line, verdict } of reviews) if (verdict === null) back.set(by, Math.max(line, back.get(by) ?? 0));
  return reviews.filter(({ by, line }) => line > (back.get(by) ?? 0));
}

/** What somebody said last is what they say. */
function lastOfEach(reviews: readonly SegmentReview[]): SegmentReview[] {
  const last = new Map<PersonId, SegmentReview>();
  for (const review of reviews) if (review.line > (last.get(review.by)?.line ?? 0)) last.set(review.by, review);
  return [...last.values()];
}

export function reviewObstacle(
  { draft, text, writers }: Pick<SegmentRecord, "draft" | "text" | "writers">,
  who: PersonId,
): ReviewObstacle | null {
  if (text === null) return "withheld";
  if (draft) return "machine";
  return writers.includes(who) ? "wrote" : null;
}
