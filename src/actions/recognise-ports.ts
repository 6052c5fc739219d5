/** What reading speech and signs asks of an open case. */
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { TierId, TierMaking, TierSegment, TierSort } from "../core/tier/tier.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";

export interface RecognisePorts {
  /** The bytes of an item. Throws CaseError ITEM_UNKNOWN, OBJECT_MISSING. */
  readonly originalOf: (item: ItemId) => Promise<{ readonly object: Digest; readonly path: string }>;
  /** A new tier, written by a program: a draft until a person takes it over. */
  readonly writeDraft: (draft: TierDraft) => Promise<{ readonly id: TierId; readonly version: number; readonly seq: number }>;
}

export interface TierDraft {
  readonly item: ItemId;
  readonly sort: TierSort;
  readonly language: string;
  readonly segments: readonly TierSegment[];
  readonly made: Extract<TierMaking, { by: "program" }>;
}

export interface ReadControl {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
}

/** A draft that was written, and what it leaves out. */
export interface DraftWritten {
  readonly tier: TierId;
  readonly segments: number;
  /** Stretches that stand empty, because nothing there carries words. */
  readonly unheard: number;
  /** Of those with words. */
  readonly suspect: number;
  readonly language: string;
  readonly by: string;
  /** What was not read, and why; empty when all was. */
  readonly notRead: string;
  readonly network: "none" | "not-isolated";
  /** Pieces of the sound that a stopped run had read before; 0 where all was read now. */
  readonly kept: number;
}

/** A segment that a program made and nobody has taken over. */
export function machineSegment(
  id: number,
  made: Pick<TierSegment, "startMs" | "endMs" | "text" | "machine"> & Partial<Pick<TierSegment, "language" | "alternatives" | "box">>,
): TierSegment {
  return { id, speaker: null, alternatives: [], overlap: false, language: null, of: null, box: null, ...made };
}
