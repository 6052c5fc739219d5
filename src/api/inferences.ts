/** What the reasoners were asked in this case and what they answered. */
import { z } from "zod";
import { Digest } from "../core/hash/digest.ts";
import { HouseRulesOf, InferenceId, InferenceSort, InferenceState } from "../core/inference/inference.ts";
import { ItemId } from "../core/item/item.ts";
import { StatedOf } from "../core/place/place-statement.ts";
import { HistoryLine } from "./events.ts";

export const InferenceRow = z.strictObject({
  id: InferenceId,
  sort: InferenceSort,
  title: z.string(),
  about: StatedOf.or(z.null()),
  items: z.array(ItemId),
  problem: Digest,
  answer: Digest,
  /** Name and version. */
  solver: z.string(),
  state: InferenceState,
  withdrawn: z.string().optional(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  seq: z.number().int(),
});
export type InferenceRow = z.infer<typeof InferenceRow>;

export const InferencesAnswer = z.strictObject({ inferences: z.array(InferenceRow) });

export const InferenceDetail = z.strictObject({
  inference: InferenceRow,
  /** As the command of the sort reads and writes them; null where this copy does not hold them. */
  problem: z.unknown(),
  answer: z.unknown(),
  history: z.array(HistoryLine),
});
export type InferenceDetail = z.infer<typeof InferenceDetail>;

export const KeepInferenceRequest = z.strictObject({
  inference: InferenceId.optional(),
  sort: InferenceSort,
  title: z.string().max(500),
  about: StatedOf.or(z.null()).default(null),
  items: z.array(ItemId).max(500).default([]),
  problem: z.unknown(),
  reason: z.string().max(5000).default(""),
});
export type KeepInferenceRequest = z.input<typeof KeepInferenceRequest>;

export const KeptInference = z.strictObject({ id: InferenceId, seq: z.number().int(), state: InferenceState });

/** Rules of the case; null where it says nothing and the defaults hold. */
export const HouseRulesAnswer = z.strictObject({ time: z.unknown(), place: z.unknown() });
export const SetHouseRulesRequest = z.strictObject({ of: HouseRulesOf, rules: z.unknown(), reason: z.string().max(5000) });
