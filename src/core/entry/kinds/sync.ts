/** Entries about several recordings on one clock: what was measured, what people marked, and which pairs they accept or reject. */
import { z } from "zod";
import { AnalysisFailure } from "../../analysis/analysis.ts";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { SyncChannel } from "../../sync/pair-measurement.ts";
import { mostMarked, SyncMarkId, SyncMarkPoint, SyncMarkSort } from "../../sync/sync-mark.ts";
import { Sealed } from "../sealed.ts";

/** Items that one measuring takes. */
export const mostMeasured = 500;

export const syncKinds = {
  "sync.measured": z.strictObject({
    /** Each pair of these was measured: now, or before by the same versions and as closely, and is said again. */
    items: z.array(ItemId).min(2).max(mostMeasured),
    versions: z.strictObject({ measurer: z.string(), soundFeatures: z.string(), pictureFeatures: z.string(), decoder: z.string() }),
    /** Sound or picture that is there and could not be read: its pairs are refused as "unread". */
    unread: z.array(z.strictObject({ item: ItemId, channel: SyncChannel, failure: AnalysisFailure })).max(2 * mostMeasured),
    /** Object: an ItemPairMeasurement a line, canonical, refusals included. */
    result: Digest,
    measured: z.number().int().min(0),
    refused: z.number().int().min(0),
  }),
  /** Stated again under an id that stands, it takes the place of what stood there. */
  "sync-mark.made": z.strictObject({
    mark: SyncMarkId,
    sort: SyncMarkSort,
    points: z.array(SyncMarkPoint).min(2).max(mostMarked),
    text: Sealed,
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  "sync-mark.withdrawn": z.strictObject({ mark: SyncMarkId, reason: Sealed }),
  /** `result`: the measuring the person had before them. */
  "sync-pair.judged": z.strictObject({
    a: ItemId,
    b: ItemId,
    result: Digest,
    verdict: z.enum(["accepted", "rejected"]),
    reason: Sealed,
  }),
  /** `judged`: the line of the judgement. */
  "sync-pair.judgement-withdrawn": z.strictObject({ judged: z.number().int().min(1), reason: Sealed }),
} as const;
