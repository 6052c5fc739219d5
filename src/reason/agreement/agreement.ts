/**
 * What comparing two answers to one question says. Agreement counts only within the precision that the question asks for: a vaguer
 * answer may be consistent, and agrees with nothing. Never which of two answers is true.
 */
import type { Position } from "../../core/place/region.ts";

/** Which of the two answers. */
export type Side = "a" | "b";

/** Where both can be true. Area on a sphere of the mean radius, 6,371,008.8 m: at most 0.6 % off. */
export interface JointRegion {
  readonly areaM2: number;
  /** The smallest circle that holds the joint region. Not itself the region where that is a lens. */
  readonly bounds: { readonly centre: Position; readonly radiusM: number };
  /** The joint region is one answer's whole disc, or a lens that both discs cut. */
  readonly shape: "disc-of-a" | "disc-of-b" | "lens" | "point";
  /** Its border, counter-clockwise, not closed; to draw. Empty for a single point. */
  readonly outline: Position[];
}

export interface PlaceComparison {
  readonly sort: "place";
  /** Too vague: both can be true, and one of them at least says less than the question asks for. */
  readonly verdict: "agree" | "disagree" | "too-vague";
  /** Geodesic, WGS 84, between the two points. */
  readonly distanceM: number;
  readonly radiiM: { readonly a: number; readonly b: number };
  /** Sum of both radii: farther apart, the two cannot both be true. */
  readonly sumM: number;
  /** Largest radius that the question takes. */
  readonly askedM: number;
  readonly tooVague: Side[];
  /** Null where the discs share nothing. */
  readonly joint: JointRegion | null;
}

export interface TimeComparison {
  readonly sort: "time";
  readonly verdict: "agree" | "disagree" | "too-vague";
  /** Instants; "open" where neither answer says an end. Null where the intervals share nothing. */
  readonly joint: { readonly from: string; readonly to: string } | null;
  /** Seconds; null for an interval with an open end. */
  readonly widthsS: { readonly a: number | null; readonly b: number | null; readonly joint: number | null };
  /** Seconds between intervals that share nothing, else 0. */
  readonly gapS: number;
  readonly askedS: number;
  readonly tooVague: Side[];
}

export interface ChoiceComparison {
  readonly sort: "choice";
  readonly verdict: "agree" | "disagree";
}

/** Nothing to compute: people compare words, and "cannot tell" stands beside anything. */
export interface NoComparison {
  readonly sort: "none";
  readonly verdict: "not-comparable";
  readonly why: "words" | "one-cannot-tell" | "both-cannot-tell" | "different-sorts" | "not-as-asked";
}

export type AnswerComparison = PlaceComparison | TimeComparison | ChoiceComparison | NoComparison;
