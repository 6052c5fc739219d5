/** What is known of one copy besides what it shares: what is weighed when copies of the same content are held against one another. */
import type { PairComparison, PictureSegment, Span } from "../../core/copies/segment-match.ts";

export interface CopyFacts {
  /** Bytes, by their digest. */
  readonly copy: string;
  /** How it is called in sentences: "i3". */
  readonly name: string;
  /** First and last second of its own clock; null where unknown, and for stills. */
  readonly extent: Span | null;
  readonly still: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly hasSound: boolean;
  /** Whether its own picture does not fill its frame somewhere, by what is seen in it alone. */
  readonly hasBars: boolean;
  /** Tags in its container that a camera or phone writes, such as Make and Model. */
  readonly cameraTags: readonly string[];
  /** Tags that name a program which wrote the file. */
  readonly writtenBy: readonly string[];
}

/** A pair within a group, by its objects, with the picture segments that join it. */
export interface JoinedPair {
  readonly comparison: PairComparison;
  readonly segments: readonly PictureSegment[];
}

/** The same segments seen from one side: what the other does to the picture of this one. */
export interface SeenFrom {
  readonly own: Span;
  readonly other: Span;
  readonly segment: PictureSegment;
  /** Whether `own` is the `a` of the comparison, whose picture the edits are told against. */
  readonly isA: boolean;
}

export function seenFrom(copy: string, { comparison, segments }: JoinedPair): SeenFrom[] {
  const isA = comparison.a === copy;
  return segments.map((segment) => ({ own: isA ? segment.a : segment.b, other: isA ? segment.b : segment.a, segment, isA }));
}

const whole = 1_000_000;

/** Share of a frame that a part covers; 1 where it could not be told. */
export function shareOf(part: PictureSegment["partOfA"]): number {
  return part === "unknown" ? 1 : (part.width * part.height) / (whole * whole);
}

/** Less of a picture than this is a part of it: the measured boxes are off by a little. */
const leastWhole = 0.94;

/** Bars lie on two opposite sides and are as wide on both; a strip of a scene that looks like one does not cut its picture so. */
function isBetweenBars(part: PictureSegment["partOfA"]): boolean {
  if (part === "unknown") return false;
  const offCentre = Math.max(Math.abs(part.x + part.width / 2 - whole / 2), Math.abs(part.y + part.height / 2 - whole / 2));
  return offCentre <= 0.03 * whole && Math.max(part.width, part.height) >= leastWhole * whole;
}

/**
 * Who has more of the picture. Where one's picture fills only a part of the other's frame, the other may have bars around it, or the
 * one may be cut out of the other: bars that are seen in the other by itself tell. Around a picture in a picture anything may be.
 */
export function cropOf(
  { edits, partOfA, partOfB }: PictureSegment,
  { a, b }: { readonly a: Pick<CopyFacts, "hasBars">; readonly b: Pick<CopyFacts, "hasBars"> },
): "b-shows-part-of-a" | "a-shows-part-of-b" | "a-is-framed-in-b" | "b-is-framed-in-a" | "neither" {
  const [ofA, ofB] = [shareOf(partOfA), shareOf(partOfB)];
  if (ofA < leastWhole && ofB >= leastWhole) return a.hasBars && isBetweenBars(partOfA) ? "b-is-framed-in-a" : "b-shows-part-of-a";
  if (ofB < leastWhole && ofA >= leastWhole) {
    if (b.hasBars && isBetweenBars(partOfB)) return "a-is-framed-in-b";
    return edits.includes("picture-in-picture") ? "neither" : "a-shows-part-of-b";
  }
  return "neither";
}
