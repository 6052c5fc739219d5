/**
 * What people's judgements leave of computed pairs. A judgement names the seconds that it was made on; it stays with the segment
 * that still overlaps them, whichever version found it, and with none when there is no such segment any more.
 */
import type { MatchPart, MatchVerdict } from "../../core/copies/match-judgement.ts";
import type { PairComparison, PictureSegment, Span } from "../../core/copies/segment-match.ts";
import type { ItemId } from "../../core/item/item.ts";
import { lengthOf, overlapOf } from "./spans.ts";

export interface MatchJudgement {
  /** Its line. */
  readonly line: number;
  readonly a: ItemId;
  readonly b: ItemId;
  readonly part: MatchPart;
  readonly verdict: MatchVerdict;
}

/** What counts of a thing judged more than once: the last that decided something. */
export function decisionOf(judgements: readonly MatchJudgement[]): "accepted" | "rejected" | null {
  const last = judgements.toSorted((one, other) => one.line - other.line).findLast(({ verdict }) => verdict !== "noted");
  return last === undefined || last.verdict === "noted" ? null : last.verdict;
}

/** Which segment of the pair it is about; null for the pair as a whole; "none" where no segment overlaps what was judged. */
export function segmentJudged(
  { part, a }: Pick<MatchJudgement, "part" | "a">,
  pair: PairComparison,
  firstIsA: (item: ItemId) => boolean,
): { readonly channel: "picture" | "sound"; readonly index: number } | null | "none" {
  if (part.of !== "segment") return null;
  const channel = pair[part.channel];
  if (channel.state !== "compared") return "none";
  const index = segmentAt(channel.segments, inOrder(part, firstIsA(a)));
  return index === undefined ? "none" : { channel: part.channel, index };
}

/** Another version may hold the two the other way round. */
function inOrder({ a, b }: { readonly a: Span; readonly b: Span }, firstIsA: boolean): { readonly a: Span; readonly b: Span } {
  return firstIsA ? { a, b } : { a: b, b: a };
}

/** The segment that overlaps most of what is wanted; undefined where none does by half. */
function segmentAt(
  segments: readonly { readonly a: Span; readonly b: Span }[],
  wanted: { readonly a: Span; readonly b: Span },
): number | undefined {
  let best: { index: number; share: number } | undefined;
  for (const [index, segment] of segments.entries()) {
    const share = Math.min(sharedShare(segment.a, wanted.a), sharedShare(segment.b, wanted.b));
    if (share >= leastShare && share > (best?.share ?? 0)) best = { index, share };
  }
  return best?.index;
}

const leastShare = 0.5;

/** Of the shorter of the two; stills have no length and share all or nothing. */
function sharedShare(one: Span, other: Span): number {
  const shorter = Math.min(lengthOf(one), lengthOf(other));
  const overlap = overlapOf(one, other);
  return shorter === 0 ? Number(overlap >= 0) : Math.max(0, overlap) / shorter;
}

/**
 * Picture segments that join the two. The same still card, the same view at another time, or a picture of which much is covered, is
 * no shared footage until a person accepts it; `still`: one of the two is a still picture, for which sharing a still is all there is to share.
 */
export function joiningSegments(
  pair: PairComparison,
  judgements: readonly MatchJudgement[],
  { firstIsA, still }: { readonly firstIsA: (item: ItemId) => boolean; readonly still: boolean },
): Extract<PairComparison["picture"], { state: "compared" }>["segments"] {
  if (pair.picture.state !== "compared") return [];
  const doubtful = pair.signs.includes("same-view-only") || (pair.signs.includes("same-still-only") && !still);
  return remainingSegments(pair.picture.segments, judgements, firstIsA, (segment) => doubtful || coveredShare(segment) >= mostCovered);
}

/**
 * Where more of what two should share is something else, they are joined by a person or not at all. On the sample, two cameras that
 * look at one scene were matched with 0.28 to 0.47 covered; 29 of 30 true matches had 0.14 and less, and a bound must not rest on it.
 */
const mostCovered = 0.25;

/** Of the part of b that shows a, the share in which it shows something else; 0 where that was not told. */
function coveredShare({ covered, partOfB }: PictureSegment): number {
  if (covered === "unknown") return 0;
  const shown = partOfB === "unknown" ? 1e12 : partOfB.width * partOfB.height;
  return covered.reduce((sum, { width, height }) => sum + width * height, 0) / shown;
}

/** Picture segments less those that a person rejected; of doubtful ones, those that a person accepted. */
export function remainingSegments<S extends { readonly a: Span; readonly b: Span }>(
  segments: readonly S[],
  judgements: readonly MatchJudgement[],
  firstIsA: (item: ItemId) => boolean,
  isDoubtful: (segment: S) => boolean = () => false,
): S[] {
  const ofPair = decisionOf(judgements.filter(({ part }) => part.of === "pair"));
  if (ofPair === "rejected") return [];
  const bySegment = new Map<number, MatchJudgement[]>();
  for (const judgement of judgements) {
    if (judgement.part.of !== "segment" || judgement.part.channel !== "picture") continue;
    const on = segmentAt(segments, inOrder(judgement.part, firstIsA(judgement.a)));
    if (on !== undefined) bySegment.set(on, [...(bySegment.get(on) ?? []), judgement]);
  }
  return segments.filter((segment, index) => {
    const decision = decisionOf(bySegment.get(index) ?? []);
    if (decision === "rejected") return false;
    return !isDoubtful(segment) || decision === "accepted" || ofPair === "accepted";
  });
}
