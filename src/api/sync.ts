/**
 * Several recordings on one clock: what measuring found of each two, what people marked and judged, and the plan that comes of it.
 * Times are item times: seconds on each original's own container clock; every error is 95 %.
 */
import { z } from "zod";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";
import { PairMeasurement, PairOffset, SyncChannel, SyncRefusal } from "../core/sync/pair-measurement.ts";
import { mostMarked, SyncMarkId, SyncMarkPoint, SyncMarkSort } from "../core/sync/sync-mark.ts";
import { mostMeasured } from "../core/entry/kinds/sync.ts";
import { CopyItem } from "./copies.ts";

const count = z.number().int().min(0);
const words = z.string().trim().min(1).max(5000);
const written = { at: z.string(), by: z.string(), byName: z.string(), seq: z.number().int() };

/** `items`: each pair of these; "all": everything held that has sound or picture. */
export const MeasureSyncRequest = z.strictObject({ items: z.array(ItemId).min(2).max(mostMeasured).or(z.literal("all")) });
export type MeasureSyncRequest = z.infer<typeof MeasureSyncRequest>;
export const MeasuringSync = z.strictObject({ job: z.string() });

/** Items by commas, "i3,i7"; left out: all that there are to ask of. */
export const SyncItemsQuery = z.strictObject({
  items: z
    .string()
    .regex(/^i[1-9]\d{0,14}(?:,i[1-9]\d{0,14}){0,499}$/)
    .optional(),
});
export type SyncItemsQuery = z.infer<typeof SyncItemsQuery>;

/** A recording that can be put on a clock. */
export const SyncItem = CopyItem.extend({
  /** The original: marks name it. */
  object: Digest,
  hasSound: z.boolean(),
  hasPicture: z.boolean(),
  /** Others of these that it was not measured with by this version of the measurer; all of them where it was never measured. */
  unmeasured: count,
  /** Of the last measuring: sound or picture that is there and could not be read. Its pairs are refused as "unread". */
  unread: z.array(z.strictObject({ channel: SyncChannel, why: z.string() })),
});
export type SyncItem = z.infer<typeof SyncItem>;

/** What a person decided of a measured pair; `seq` is the line that a withdrawal names. */
export const SyncJudgement = z.strictObject({
  verdict: z.enum(["accepted", "rejected"]),
  reason: z.string(),
  result: Digest,
  /** Measured again since, with another outcome: an acceptance does not carry over, a rejection does. */
  ofEarlier: z.boolean(),
  /** Why it was taken back. */
  withdrawn: z.string().optional(),
  ...written,
});
export type SyncJudgement = z.infer<typeof SyncJudgement>;

/** A pair in lists; `a` has the lower number. Measured last, or refused last, with the reason. */
export const SyncPairRow = z.strictObject({
  a: ItemId,
  b: ItemId,
  channel: SyncChannel,
  /** Null where it is refused. */
  offset: PairOffset.or(z.null()),
  /** Chance that the offset is off by more than 50 ms; null where it is refused. */
  wrong: z.number().or(z.null()),
  sameRecording: z.boolean(),
  /** Null where there is an offset. */
  refused: SyncRefusal.or(z.null()),
  /** The object that holds the measuring, and the line that names it. */
  result: Digest,
  seq: z.number().int(),
  /** The last one that stands. */
  judgement: SyncJudgement.or(z.null()),
});
export type SyncPairRow = z.infer<typeof SyncPairRow>;

export const SyncMeasurements = z.strictObject({
  /** Everything held that has sound or picture, by number: what discovery would take. */
  items: z.array(SyncItem),
  pairs: z.array(SyncPairRow),
  /** Of `items`, those that were measured with nothing. */
  neverMeasured: count,
  /** Name and version of the measurer as it would run now. */
  measurer: z.string(),
  /** The measuring that runs now. */
  running: z.string().or(z.null()),
});
export type SyncMeasurements = z.infer<typeof SyncMeasurements>;

export const SyncPairDetail = z.strictObject({
  pair: SyncPairRow,
  /** With the stretches, or the offsets that came into question. */
  measurement: PairMeasurement,
  measurer: z.string(),
  decoder: z.string(),
  at: z.string(),
  /** Newest first, withdrawn ones marked. */
  judgements: z.array(SyncJudgement),
});
export type SyncPairDetail = z.infer<typeof SyncPairDetail>;

export const SyncMarkRow = z.strictObject({
  id: SyncMarkId,
  sort: SyncMarkSort,
  points: z.array(SyncMarkPoint),
  text: z.string(),
  /** Why it was changed last; null while it is as it was made. */
  reason: z.string().or(z.null()),
  withdrawn: z.string().optional(),
  ...written,
});
export type SyncMarkRow = z.infer<typeof SyncMarkRow>;
/** Newest first, withdrawn ones marked. */
export const SyncMarksAnswer = z.strictObject({ marks: z.array(SyncMarkRow) });

export const MakeSyncMarkRequest = z.strictObject({
  /** Absent for a new one. */
  mark: SyncMarkId.optional(),
  sort: SyncMarkSort,
  points: z.array(SyncMarkPoint).min(2).max(mostMarked),
  text: z.string().max(5000).default(""),
  /** Demanded where one is changed. */
  reason: z.string().max(5000).default(""),
});
export type MakeSyncMarkRequest = z.input<typeof MakeSyncMarkRequest>;
export const MadeSyncMark = z.strictObject({ id: SyncMarkId, seq: z.number().int() });
export const WithdrawSyncMarkRequest = z.strictObject({ mark: SyncMarkId, reason: words });
export type WithdrawSyncMarkRequest = z.infer<typeof WithdrawSyncMarkRequest>;

/** `result`: the measuring that the person had before them. */
export const JudgeSyncPairRequest = z.strictObject({
  a: ItemId,
  b: ItemId,
  result: Digest,
  verdict: z.enum(["accepted", "rejected"]),
  reason: words,
});
export type JudgeSyncPairRequest = z.infer<typeof JudgeSyncPairRequest>;
/** `judged`: the line of the judgement. */
export const WithdrawSyncJudgementRequest = z.strictObject({ judged: z.number().int().min(1), reason: words });
export type WithdrawSyncJudgementRequest = z.infer<typeof WithdrawSyncJudgementRequest>;

export const PlanClip = SyncItem.extend({
  /** Item times of its first and last moment. */
  startS: z.number(),
  endS: z.number(),
  /** In what it counts its time: frames where their rate holds throughout, ticks where it varies, samples of sound. */
  rate: z.strictObject({ of: z.enum(["frames", "ticks", "samples"]), numerator: z.number().int(), denominator: z.number().int() }),
  /** The first of those that hold the same bytes or that a person accepted as copies: another upload is not another angle. */
  sameGroupAs: ItemId.or(z.null()),
  sameBy: z.enum(["same-bytes", "accepted-copy"]).or(z.null()),
});
export type PlanClip = z.infer<typeof PlanClip>;

/** Something of the case that the plan does not rest on, and why. */
export const LeftOutOfPlan = z.strictObject({
  what: z.enum(["recording", "pair", "mark", "time", "position"]),
  /** "i4", "i3 i7", "j2", "t5", "p1" or "n8". */
  of: z.string(),
  why: z.string(),
});
export type LeftOutOfPlan = z.infer<typeof LeftOutOfPlan>;

/** Worked out now from what the case holds. `problem` and `answer` as `witnessmark sync` reads and writes them: src/reason/sync. */
export const SyncPlanAnswer = z.strictObject({
  problem: z.unknown(),
  answer: z.unknown(),
  clips: z.array(PlanClip),
  leftOut: z.array(LeftOutOfPlan),
  /** Pairs of these that were not measured. */
  notMeasured: count,
});
export type SyncPlanAnswer = z.infer<typeof SyncPlanAnswer>;

export const SyncExportQuery = SyncItemsQuery.extend({
  format: z.enum(["otio", "csv"]),
  /** Demanded where an item may not be published. */
  confirmed: z.enum(["true", "false"]).default("false"),
});
export type SyncExportQuery = z.infer<typeof SyncExportQuery>;
