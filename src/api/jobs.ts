/** Work that takes longer than a request: what is to do, how far it is, and why something failed. */
import { z } from "zod";
import { JsonValue } from "./json-value.ts";
import { ItemId } from "../core/item/item.ts";

export const JobState = z.enum(["waiting", "running", "done", "failed", "cancelled"]);
export const Job = z.strictObject({
  id: z.string(),
  /** "collect", "probe", "poster", "seal", "verify"... */
  name: z.string(),
  item: ItemId.optional(),
  itemName: z.string().optional(),
  state: JobState,
  /** 0..1, or "unknown" while the end cannot be told. */
  progress: z.number().min(0).max(1).or(z.literal("unknown")),
  /** "312 of 1,204 files", in plain words. */
  detail: z.string().optional(),
  reason: z.string().optional(),
  result: JsonValue.optional(),
});
export type Job = z.infer<typeof Job>;

export const JobsSummary = z.strictObject({
  paused: z.boolean(),
  waiting: z.number().int(),
  running: z.array(Job),
  /** Newest first, at most 100. */
  ended: z.array(Job),
  done: z.number().int(),
  failed: z.number().int(),
});
export type JobsSummary = z.infer<typeof JobsSummary>;

/** Sent over /api/events (server-sent events), one JSON object per `data:` line. */
export const LiveEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("jobs"), jobs: JobsSummary }),
  /** The ledger grew: lists are stale. */
  z.strictObject({ type: z.literal("ledger"), seq: z.number().int(), shortCode: z.string(), items: z.array(ItemId) }),
  /** The case itself changed state: it can no longer be written, and its statements say why. */
  z.strictObject({ type: z.literal("case") }),
  /** A derived thing is ready to look at. */
  z.strictObject({ type: z.literal("derived"), item: ItemId, name: z.string() }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

export const SealRequest = z.strictObject({
  out: z.string().min(1),
  withholdNames: z.boolean().default(false),
  withholdWithdrawn: z.boolean().default(false),
});
