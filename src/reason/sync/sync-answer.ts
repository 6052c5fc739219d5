/**
 * What the sync reasoner answers: recordings on as few clocks as the pairs allow, how well the loops close, what does not fit, and what
 * stands apart and why. A group's clock is the item time of its reference clip. All errors are 95 %.
 */
import type { SyncRefusal } from "../../core/sync/pair-measurement.ts";
import type { SyncChannelOfPair } from "./sync-problem.ts";

/** A figure and half the width of the interval that holds the truth with 95 %. */
export interface Figure {
  readonly value: number;
  readonly plusMinus: number;
}

export interface PlacedClip {
  readonly clip: string;
  /** Time on the group's clock less item time, at `at`. Positive: the clip began later than the reference's zero. */
  readonly offsetS: number;
  readonly plusMinusS: number;
  /** A moment on both clocks, where the offset is known best. */
  readonly at: { readonly item: number; readonly group: number };
  /** Seconds of the group's clock per second of the clip, less one, in millionths; "not-measured": taken for equal. */
  readonly rate: { readonly ppm: number; readonly plusMinusPpm: number } | "not-measured";
  /**
   * Where only sound joins it to the reference, and nobody said how far that travelled: the errors are of when a sound was heard, and what was
   * seen then may be off by so much more. Null where something that was seen joins them, or the way is corrected.
   */
  readonly bySound: { readonly atMostS: number; readonly from: "cameras" | "assumed" } | null;
  /** Clips whose sound is the same recording: it says nothing of when the pictures of either were made. */
  readonly sameSoundAs: readonly string[];
  /** Pairs in no loop on which its place beside the reference rests: were one wrong, nothing would show it. None: loops check its place. */
  readonly restsOnUnchecked: readonly string[];
  /** First and last moment on the group's clock. */
  readonly start: Figure;
  readonly end: Figure;
}

export interface Loop {
  /** The clips in order; the loop goes back to the first. */
  readonly clips: readonly string[];
  readonly pairs: readonly string[];
  /** Sum of the offsets along the loop: nothing, when all of them are right. */
  readonly closureS: number;
  /** Root of the sum of squares of the errors. */
  readonly limitS: number;
  /** What is allowed it: the limit, widened for how many loops were looked at. */
  readonly allowedS: number;
  /** The closure is more than is allowed. */
  readonly beyond: boolean;
  /** The way that sound would have to go farther for it to explain the closure; null where no sound was compared. */
  readonly asSoundPathM: number | null;
  /** So much the ways of sound may leave, as far apart as the cameras are or are taken to be; 0 where no sound was compared. */
  readonly bySoundAtMostS: number;
}

/**
 * "unchecked": no pair is in a loop, so that nothing would show a wrong one. "consistent": every pair is in loops, and they close.
 * "consistent-in-parts": every loop closes, and pairs that are in none join the parts. "consistent-without": the loops tell which pairs do not
 * fit, and the offsets are without them. "inconsistent": they tell only that some pair does not fit.
 */
export type GroupState = "unchecked" | "consistent" | "consistent-in-parts" | "consistent-without" | "inconsistent";

export interface SyncGroup {
  readonly id: string;
  readonly state: GroupState;
  /** The clip whose item time is the group's clock. */
  readonly reference: string;
  /** In the order in which they begin. */
  readonly clips: readonly PlacedClip[];
  /** Pairs that the loops show to be wrong: no way of sound that is possible explains it. Left out of the offsets. */
  readonly outliers: readonly string[];
  /** Pairs that do not fit and are left out as well, though none need be wrong: ways of sound may explain it, theirs or those of the others. */
  readonly soundWays: readonly string[];
  /** At least one of each of these lists does not fit, and nothing tells which. */
  readonly oneOf: readonly (readonly string[])[];
  /** Of each list of `oneOf`: ways of sound may explain it, so that none need be wrong. */
  readonly oneOfMayBeSound: readonly boolean[];
  /** Pairs in no loop. */
  readonly unchecked: readonly string[];
  /** Clips that loops hold together, that of the reference first; pairs in no loop join them. */
  readonly parts: readonly (readonly string[])[];
  /** Those with the largest share of their limit first, at most `loopsToldAtMost`. */
  readonly loops: readonly Loop[];
  readonly closure: {
    /** Loops that were added up, and how many of those are independent. */
    readonly loops: number;
    readonly independent: number;
    /** False where there are so many that some of each pair were looked at. */
    readonly all: boolean;
    readonly beyond: number;
    /** Null without loops. Of sizes. */
    readonly meanS: number | null;
    readonly largestS: number | null;
    /** By how much limits are widened because so many loops are looked at; 1 for a single loop. */
    readonly limitFactor: number;
  };
  /** How many times larger than by the stated errors the errors are told, because something does not fit; 1 when all fit. */
  readonly errorScale: number;
  readonly absolute: GroupTimes;
}

/** What the time reasoner makes of what is stated of the clips of a group. */
export type GroupTimes =
  | { readonly state: "nothing-stated" }
  | {
      readonly state: "known";
      readonly clips: readonly {
        readonly clip: string;
        /** UTC; null: nothing limits it on that side. */
        readonly start: { readonly notBefore: string | null; readonly notAfter: string | null };
        readonly end: { readonly notBefore: string | null; readonly notAfter: string | null };
        /** Ids of times, and of offsets as `timeStatements` names them, that cut each side. */
        readonly earliestBy: readonly string[];
        readonly latestBy: readonly string[];
      }[];
    }
  | {
      readonly state: "conflict";
      /** Each the smallest set of times and offsets that cannot all hold. */
      readonly conflicts: readonly { readonly members: readonly string[]; readonly gapSeconds: number }[];
      readonly allConflictsFound: boolean;
    };

/**
 * "used", also where it turned out to be an outlier or a suspect. "doubtful": more likely wrong than is taken. "same-recording": one
 * recording says nothing of when the pictures were made. "rejected": by a person. "too-vague": its error is too large to join clips by it.
 * "repeats": the sound of one of its clips is that of another, whose pair says the same.
 */
export type PairUse = "used" | "doubtful" | "same-recording" | "rejected" | "too-vague" | "repeats";

export interface SolvedPair {
  readonly pair: string;
  readonly a: string;
  readonly b: string;
  readonly channel: SyncChannelOfPair;
  readonly use: PairUse;
  /**
   * Shown to be wrong by the loops / does not fit, as ways of sound may explain / one of several of which one does not fit / checked by loops and
   * fitting / in no loop. Of pairs that are not used: whether they fit what the others say.
   */
  readonly fit: "outlier" | "sound-way" | "suspect" | "fits" | "unchecked" | "does-not-fit";
  readonly measured: Figure;
  /** After sound travel; equal to `measured` where none is corrected. */
  readonly corrected: Figure;
  /** By the solution, at the same moment; null where the clips are in different groups. */
  readonly solved: Figure | null;
  /** Corrected less solved. */
  readonly residualS: number | null;
  /** Against what all others say of it: corrected less what follows without it. Null where nothing else joins the two. */
  readonly againstOthers: Figure | null;
  /** Loops that were added up and hold it. */
  readonly loops: number;
  /** Those of them that close without a pair that was left out or is in question: what checks it. */
  readonly closing: number;
  /** Its rate does not fit what the other rates say, and is not used. */
  readonly rateDoubted: boolean;
}

export interface TravelRow {
  readonly pair: string;
  readonly use: "correct" | "hint";
  /** Way to a less way to b. */
  readonly differenceM: Figure;
  /** By so much the sound reaches a later than b. */
  readonly delayS: Figure;
  readonly measured: Figure;
  /** What the offset of the event would be. */
  readonly corrected: Figure;
}

/** A pair whose sound travelled ways that nobody stated, between cameras whose places are known. */
export interface TravelBound {
  readonly pair: string;
  readonly camerasApartM: Figure;
  /** Sound reaches one at most so much later than the other, wherever it is made. */
  readonly atMostS: number;
}

export interface ApartClip {
  readonly clip: string;
  readonly why: "not-compared" | "all-refused" | Exclude<PairUse, "used" | "repeats">;
  /** Pairs that would join it. */
  readonly pairs: readonly string[];
  /** How many comparisons were refused for what. */
  readonly refused: readonly { readonly channel: "sound" | "picture"; readonly reason: SyncRefusal; readonly times: number }[];
}

export interface SyncAnswer {
  /** False when some pair does not fit the others, or stated times cannot all hold. */
  readonly consistent: boolean;
  /** Largest first. */
  readonly groups: readonly SyncGroup[];
  readonly apart: readonly ApartClip[];
  readonly pairs: readonly SolvedPair[];
  readonly travel: readonly TravelRow[];
  readonly travelBounds: readonly TravelBound[];
  readonly used: {
    readonly speedOfSound: Figure;
    /** What that speed rests on. */
    readonly speedFrom: "assumed" | "stated" | "temperature";
    readonly wrongAtMost: number;
    readonly unmeasuredRatePpm: number;
    readonly camerasApartM: number;
    readonly errors: "half-widths of 95 % intervals";
  };
}
