/** A record that something in a report rests on: the walk from a sentence to frames, measurements and computations goes through these. */
import type { Digest } from "../hash/digest.ts";
import type { InferenceSort } from "../inference/inference.ts";
import type { ItemId } from "../item/item.ts";
import type { FrameBox } from "../observation/observation.ts";
import type { UtcInstant } from "../time/time-claim.ts";

export type ReportRecordSort =
  | "observation"
  | "inference"
  | "claim"
  | "tier"
  | "item"
  | "place"
  | "time"
  | "event"
  | "identification"
  | "exhibit"
  | "subject"
  | "subject-state"
  | "scene-object"
  | "scene-pair"
  | "copies"
  | "sync"
  | "search"
  | "source"
  | "element-sheet"
  | "line"
  | "other";

export interface ReportRecord {
  /** Name of the record, or "line 41" where a line itself is cited. What links in the report go to. */
  readonly name: string;
  readonly sort: ReportRecordSort;
  readonly title: string;
  /** What it says, a sentence each. */
  readonly says: readonly string[];
  /** The line that was cited, and the last line about it now where that is a later one. */
  readonly line: number;
  readonly laterLine: number | null;
  /** Why it was taken back; null while it stands. */
  readonly withdrawn: string | null;
  /** Label of the person who stated it; null where a line is withheld. */
  readonly by: string | null;
  readonly at: UtcInstant | null;
  /** Frames and stretches of recordings that it is about. */
  readonly exhibits: readonly RecordExhibit[];
  /** Places of the material that it names one by one: points of a frame, moments of several recordings, words of a text. */
  readonly marks: readonly RecordMark[];
  /** What was measured, with its error and the record that it was read from. */
  readonly measurements: readonly Measurement[];
  readonly computation: Computation | null;
  /** Other records here that it rests on. */
  readonly restsOn: readonly string[];
}

/** Time codes are item time; `frames` and `pts` are those of the original. */
export interface RecordExhibit {
  readonly item: ItemId;
  /** Null for material without a clock. Equal for a single frame. */
  readonly range: { readonly fromS: number; readonly toS: number } | null;
  readonly frames: { readonly first: number; readonly last: number; readonly startPts: number; readonly timeBase: string } | null;
  readonly box: FrameBox | null;
  /** Path in the edition of the still that shows it; null where there is none. */
  readonly still: string | null;
}

/** A place that a record points at, told to other programs; pages draw the exhibits. */
export interface RecordMark {
  readonly item: ItemId;
  /** Item time; null where the place has none. Equal for a single frame. */
  readonly range: { readonly fromS: number; readonly toS: number } | null;
  /** A point with how far off it may be is a box around it. */
  readonly box: FrameBox | null;
  /** Words of a text, unchanged; null for what is seen or heard. */
  readonly quote: string | null;
  /** Which of the record's places it is. */
  readonly says: string;
}

export interface Measurement {
  readonly name: string;
  /** As it was told to the reasoner, with its unit and its error. */
  readonly value: string;
  readonly from: string | null;
}

/** A question put to a reasoner: anybody can ask again with the problem, which lies in the pack as an object. */
export interface Computation {
  readonly sort: InferenceSort;
  readonly solver: string;
  /** Null where the edition does not hold them. */
  readonly problem: Digest | null;
  readonly answer: Digest | null;
  readonly told: readonly { readonly says: string; readonly rests: readonly string[] }[];
  readonly answered: readonly string[];
  /** Readings, solutions and candidates that the answer leaves or that a person rejected. */
  readonly alternatives: readonly { readonly says: string; readonly standing: "also-possible" | "rejected"; readonly why: string }[];
  /** The command that asks again. */
  readonly again: string;
}
