/** Shapes in which recordings on one clock are handed on. */
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PairMeasurement, PairOffset, SyncChannel, SyncRefusal } from "../../core/sync/pair-measurement.ts";
import type { SyncMarkId, SyncMarkPoint, SyncMarkSort } from "../../core/sync/sync-mark.ts";
import type { ClipRate } from "../../reason/sync/sync-problem.ts";
import type { CopyItem } from "../copies/copy-rows.ts";

interface Written {
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export interface SyncItem extends CopyItem {
  object: Digest;
  hasSound: boolean;
  hasPicture: boolean;
  /** Others of the list that it was not measured with by this version of the measurer. */
  unmeasured: number;
  /** Of the last measuring: sound or picture that is there and could not be read. */
  unread: { channel: SyncChannel; why: string }[];
}

export interface SyncJudgement extends Written {
  verdict: "accepted" | "rejected";
  reason: string;
  result: Digest;
  /** Measured again since, with another outcome. */
  ofEarlier: boolean;
  withdrawn?: string;
}

export interface SyncPairRow {
  a: ItemId;
  b: ItemId;
  channel: SyncChannel;
  offset: PairOffset | null;
  wrong: number | null;
  sameRecording: boolean;
  refused: SyncRefusal | null;
  result: Digest;
  seq: number;
  judgement: SyncJudgement | null;
}

export interface SyncPairDetail {
  pair: SyncPairRow;
  measurement: PairMeasurement;
  measurer: string;
  decoder: string;
  at: string;
  judgements: SyncJudgement[];
}

export interface SyncMarkRow extends Written {
  id: SyncMarkId;
  sort: SyncMarkSort;
  points: SyncMarkPoint[];
  text: string;
  reason: string | null;
  withdrawn?: string;
}

export interface PlanClip extends SyncItem {
  startS: number;
  endS: number;
  rate: ClipRate;
  /** The first of those that hold the same bytes or that a person accepted as copies. */
  sameGroupAs: ItemId | null;
  sameBy: "same-bytes" | "accepted-copy" | null;
}

/** Something of the case that the plan does not rest on, and why. */
export interface LeftOutOfPlan {
  what: "recording" | "pair" | "mark" | "time" | "position";
  of: string;
  why: string;
}
