/** Entries about what is said or written in a recording: versions of tiers, who read them against it, and that one is taken back. */
import { z } from "zod";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { SegmentRanges } from "../../tier/segment-ranges.ts";
import { TierId, TierLanguage, TierMaking, TierReviewVerdict, TierSort } from "../../tier/tier.ts";
import { Sealed } from "../sealed.ts";

export const tierKinds = {
  "tier.written": z.strictObject({
    tier: TierId,
    /** Counted from 1; each version is whole. */
    version: z.number().int().min(1),
    item: ItemId,
    sort: TierSort,
    language: TierLanguage,
    /** Object: TierDocument, canonical JSON. */
    document: Digest,
    /** The version that this one is written from: what a translation translates. Null where it is written from the recording. */
    from: z.strictObject({ tier: TierId, version: z.number().int().min(1) }).or(z.null()),
    made: TierMaking,
    /** Segments that are new or say something else than in the version before: whoever wrote this line answers for them. */
    changed: SegmentRanges,
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  /** Somebody who wrote none of these segments read them against the recording. */
  "tier.reviewed": z.strictObject({
    tier: TierId,
    version: z.number().int().min(1),
    segments: SegmentRanges.min(1),
    verdict: TierReviewVerdict,
    note: Sealed.or(z.null()),
  }),
  /** `reviewed`: the line of the review. */
  "tier.review-withdrawn": z.strictObject({ reviewed: z.number().int().min(1), reason: Sealed }),
  "tier.withdrawn": z.strictObject({ tier: TierId, reason: Sealed }),
} as const;
