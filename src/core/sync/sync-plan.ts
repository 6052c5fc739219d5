/** Recordings on their clocks, as plans for other programs hold them. Seconds; every "plusMinus" is 95 %. */
import type { Json } from "../json/canonical-json.ts";
import type { Digest } from "../hash/digest.ts";

export interface PlanFigure {
  readonly value: number;
  readonly plusMinus: number;
}

/** In UTC; null: nothing limits it on that side. */
export interface PlanWindow {
  readonly notBefore: string | null;
  readonly notAfter: string | null;
}

export interface PlannedClip {
  readonly id: string;
  readonly label: string;
  readonly item: string | null;
  readonly object: Digest | null;
  /** Path or address of the media, as it is written into the plan. */
  readonly file: string | null;
  readonly picture: boolean;
  readonly sound: boolean;
  /** First and last moment, item time. */
  readonly startS: number;
  readonly endS: number;
  /** In what the file counts, so many a second as a fraction. */
  readonly rate: { readonly of: "frames" | "ticks" | "samples"; readonly numerator: number; readonly denominator: number };
  /** Moments that people marked, item time. */
  readonly marks: readonly { readonly name: string; readonly atS: number; readonly plusMinusS: number }[];
  /** Items that are uploads of the same recording: no further angle. */
  readonly sameRecordingAs: readonly string[];
  /** Why it may not be published; null where nothing says so. */
  readonly notToBePublished: string | null;
}

export interface ClipOnClock extends PlannedClip {
  /** The group's time less item time, at `knownBestAtS`. */
  readonly offset: PlanFigure;
  readonly knownBestAtS: number;
  /** Millionths that a second of the group's clock is more than one of the clip; null where nobody measured it. */
  readonly ratePpm: PlanFigure | null;
  readonly start: PlanFigure;
  readonly end: PlanFigure;
  /** How far off what was seen may be beside that, since only sound joins the clip; null where it is not so. */
  readonly bySoundAtMostS: number | null;
  /** Pairs in no loop on which its place rests. */
  readonly restsOnUnchecked: readonly string[];
  /** Clips whose sound is the same recording. */
  readonly sameSoundAs: readonly string[];
  readonly utcStart: PlanWindow | null;
  readonly utcEnd: PlanWindow | null;
}

export interface PlannedGroup {
  readonly id: string;
  readonly state: string;
  readonly reference: string;
  readonly clips: readonly ClipOnClock[];
  /** Pairs that do not fit, without which the offsets are. */
  readonly leftOut: readonly { readonly pair: string; readonly why: "wrong" | "may be the way of sound" }[];
  /** At least one pair of each does not fit, and nothing tells which. */
  readonly oneOf: readonly (readonly string[])[];
  /** What else is to be known of it: closure, outliers, pairs that nothing checks. */
  readonly about: { readonly [name: string]: Json };
}

export interface SyncPlan {
  readonly title: string;
  readonly writtenBy: string;
  readonly groups: readonly PlannedGroup[];
  /** On no clock, and why. */
  readonly apart: readonly { readonly clip: PlannedClip; readonly why: string }[];
  readonly metadata: { readonly [name: string]: Json };
}
