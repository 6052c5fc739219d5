/** What actions on tiers must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId } from "../core/key/key.ts";
import type { SegmentRanges } from "../core/tier/segment-ranges.ts";
import type { SegmentRecord, StandingSegment } from "../core/tier/segment-standing.ts";
import type { TierDocument, TierId, TierSort } from "../core/tier/tier.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface TierPorts {
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly tiers: {
    tier(id: TierId): Promise<TierKnown | undefined>;
    /** Undefined where there is no such version, or this copy does not hold it. */
    document(id: TierId, version: number): Promise<TierDocument | undefined>;
    /** Segments of the newest version. */
    states(id: TierId): Promise<readonly SegmentKnown[]>;
    /** Of the newest version: segments, and the segment that each is written from. */
    sources(id: TierId): Promise<ReadonlyMap<number, number | null>>;
    review(line: number): Promise<TierReviewKnown | undefined>;
    /** Of an item that the case holds; undefined of any other. */
    original(item: ItemId): Promise<OriginalKnown | undefined>;
  };
}

export interface TierKnown {
  readonly item: ItemId;
  readonly sort: TierSort;
  readonly version: number;
  /** The tier that it is written from. */
  readonly from: TierId | null;
  readonly withdrawn: boolean;
  /** Lowest id that no version of it used. */
  readonly nextSegment: number;
  readonly byName: string;
  readonly at: string;
}

export interface TierReviewKnown {
  readonly tier: TierId;
  readonly segments: SegmentRanges;
  readonly by: PersonId;
  readonly withdrawn: boolean;
}

export interface SegmentKnown extends StandingSegment, SegmentRecord {
  readonly id: number;
  readonly changedIn: number;
}

export interface OriginalKnown {
  readonly object: Digest;
  readonly durationSec: number | null;
  /** `waits`: nobody looked yet where it begins; `unread`: that was looked for, and this copy cannot say. Then 0 stands for it. */
  readonly clock: "known" | "unread" | "waits";
  readonly hasSound: boolean;
  /** Where its clock begins, and where on it the sound does. */
  readonly startSec: number;
  readonly soundStartSec: number;
}

/** Throws CaseError INPUT_INVALID unless the tier is there and was not taken back. */
export async function demandTier({ tiers }: TierPorts, id: TierId): Promise<TierKnown> {
  const found = await tiers.tier(id);
  if (found === undefined || found.withdrawn)
    throw new CaseError(
      "INPUT_INVALID",
      `tier ${id}: expected one that stands; found ${found === undefined ? "none of that number" : "one that was withdrawn"}`,
    );
  return found;
}

/** Throws CaseError ITEM_UNKNOWN, OBJECT_MISSING. */
export async function demandOriginal({ tiers }: Pick<TierPorts, "tiers">, item: ItemId): Promise<OriginalKnown> {
  const found = await tiers.original(item);
  if (found === undefined)
    throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected an item of this case whose original it holds; found none of that number`);
  return found;
}
