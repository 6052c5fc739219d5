/** Shapes in which copies are handed on: to the API, and to the command. */
import type { MatchPart, MatchVerdict } from "../../core/copies/match-judgement.ts";
import type { ReopenedJudgement } from "../../core/copies/reopening.ts";
import type { PairComparison, PairSign, PictureEdit, Span } from "../../core/copies/segment-match.ts";
import type { UploadSource, UploadVerdict } from "../../core/copies/upload.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { TimeClaim, UtcInstant } from "../../core/time/time-claim.ts";
import type { ItemRow } from "../item-row.ts";

export type CopyItem = Pick<ItemRow, "name" | "kind" | "poster" | "durationSec" | "dimensions"> & { readonly item: ItemId };

export interface KnownUpload {
  item: ItemId;
  by: UploadSource;
  claim: TimeClaim;
}

/** The bound: filmed at or before `atOrBefore`. */
export interface EarliestKnown extends KnownUpload {
  atOrBefore: UtcInstant;
  /** "edited": the post was edited, and what it carries may have come with the edit. */
  rests: "posted" | "edited";
  /** "recorded": what said so is not in the case any more; a line says that it was seen. */
  seen: "now" | "recorded";
  /** What the bound would be in some zones, where the words give none. */
  readings: { zone: string; atOrBefore: UtcInstant }[];
}

export interface Judgement {
  verdict: MatchVerdict;
  part: MatchPart;
  reason: string;
  result: Digest | null;
  withdrawn?: string;
  reopened: boolean;
  /** False where no segment of the pair as it is now overlaps what was judged. */
  attached: boolean;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export type PairState = "waiting" | "accepted" | "rejected" | "reopened";

export interface CopyPairRow {
  a: ItemId;
  b: ItemId;
  pictureSec: number;
  soundSec: number;
  stillShared: boolean;
  edits: PictureEdit[];
  signs: PairSign[];
  score: number;
  state: PairState;
}

export interface CopyGroupRow {
  id: ItemId;
  shown: CopyItem;
  copies: number;
  earliest: EarliestKnown | "unknown";
  best: ItemId | "unknown";
  signs: { sign: PairSign; pairs: number }[];
  waiting: number;
  reopened: number;
}

export interface CopiesProgress {
  comparable: number;
  withoutPrints: number;
  failed: number;
  compared: number;
}

export interface HeldStretch {
  axis: Span;
  own: Span;
}

export interface CopyOfGroup {
  copy: CopyItem;
  picture: HeldStretch[];
  sound: HeldStretch[];
  alone: Span[];
  uploads: (KnownUpload & { verdict: UploadVerdict | null })[];
  /** Others with the same bytes. */
  sameBytes: ItemId[];
  /** Other groups that it stands in: it holds other content too. */
  alsoIn: ItemId[];
}

export interface PossibleDerivation {
  from: ItemId;
  to: ItemId;
  edits: PictureEdit[];
  reasons: string[];
  /** The one of several possible origins that leaves least to have been done. */
  nearest: boolean;
}

export interface ToReopen extends ReopenedJudgement {
  says: string;
  movedBy: number;
}

export interface CopyGroupDetail {
  group: CopyGroupRow;
  axis: { item: ItemId; lengthSec: number };
  copies: CopyOfGroup[];
  earliestReasons: string[];
  bestReasons: string[];
  moves: { upload: KnownUpload; seq: number; at: string }[];
  derivations: PossibleDerivation[];
  /** Pairs of which the cues disagree or say nothing: neither can be said to be made from the other. */
  undecided: { a: ItemId; b: ItemId; reasons: string[] }[];
  pairs: CopyPairRow[];
  /** Items outside the group that share sound with one in it. */
  soundOnly: { item: ItemId; with: ItemId; seconds: number }[];
  reopened: ToReopen[];
}

export interface CopyPairDetail {
  a: CopyItem;
  b: CopyItem;
  group: ItemId;
  comparison: PairComparison;
  result: Digest | null;
  matcher: string;
  seq: number;
  at: string;
  state: PairState;
  judgements: Judgement[];
  previous: { a: ItemId; b: ItemId } | null;
  next: { a: ItemId; b: ItemId } | null;
  /** Seconds of each that the other does not hold, by picture. */
  notInOther: { ofA: Span[]; ofB: Span[] };
}

export interface ItemCopies {
  group: ItemId | null;
  /** All groups that it stands in; more than one for a compilation. */
  groups: ItemId[];
  copies: number;
  pairs: (CopyPairRow & { other: CopyItem })[];
  progress: "compared" | "waiting" | "not-comparable" | "failed";
}
