/** Things in scenes, pair sheets, and what passes for time between items that show one scene, over HTTP. */
import { z } from "zod";
import { EventId } from "../core/event/event.ts";
import { ItemId } from "../core/item/item.ts";
import { ScenePairSheet, SharedState } from "../core/scene/scene-pair-sheet.ts";
import { SceneObjectId, ScenePairId, SceneVerdict } from "../core/scene/scene.ts";
import { TimeClaim } from "../core/time/time-claim.ts";
import { CopyItem } from "./copies.ts";

const words = z.string().max(5000);
const written = {
  reason: z.string().or(z.null()),
  /** Why it was taken back. */
  withdrawn: z.string().optional(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  seq: z.number().int(),
};

export const SceneObjectRow = z.strictObject({ id: SceneObjectId, description: z.string(), ...written });
export type SceneObjectRow = z.infer<typeof SceneObjectRow>;

export const ScenePairRow = z.strictObject({
  id: ScenePairId,
  a: ItemId,
  b: ItemId,
  verdict: SceneVerdict,
  sheet: ScenePairSheet.or(z.literal("withheld")),
  ...written,
});
export type ScenePairRow = z.infer<typeof ScenePairRow>;

export const ScenesAnswer = z.strictObject({
  objects: z.array(SceneObjectRow),
  pairs: z.array(ScenePairRow),
  items: z.array(CopyItem),
});
export type ScenesAnswer = z.infer<typeof ScenesAnswer>;

export const SceneOrderRow = z.strictObject({
  state: SharedState,
  pair: ScenePairId,
  item: ItemId,
  says: z.enum(["began", "over"]),
  cites: z.array(z.string()),
  /** Why the scene is judged the same. */
  reason: z.string(),
});
export type SceneOrderRow = z.infer<typeof SceneOrderRow>;

export const SceneClipRow = z.strictObject({
  item: ItemId,
  name: z.string(),
  posted: TimeClaim.or(z.literal("unknown")),
  taken: TimeClaim.or(z.literal("unknown")),
  filming: EventId.or(z.null()),
});
export type SceneClipRow = z.infer<typeof SceneClipRow>;

export const SceneBoundsAnswer = z.strictObject({ orders: z.array(SceneOrderRow), clips: z.array(SceneClipRow) });
export type SceneBoundsAnswer = z.infer<typeof SceneBoundsAnswer>;

export const DescribeSceneObjectRequest = z.strictObject({
  object: SceneObjectId.optional(),
  sort: z.enum(["vehicle", "other"]),
  description: words,
  reason: words.default(""),
});
export type DescribeSceneObjectRequest = z.input<typeof DescribeSceneObjectRequest>;

export const JudgeScenePairRequest = z.strictObject({
  pair: ScenePairId.optional(),
  a: ItemId,
  b: ItemId,
  verdict: SceneVerdict,
  reason: words,
  sheet: ScenePairSheet,
});
export type JudgeScenePairRequest = z.input<typeof JudgeScenePairRequest>;

export const WithdrawSceneRequest = z.strictObject({ record: z.union([SceneObjectId, ScenePairId]), reason: words });
export type WithdrawSceneRequest = z.input<typeof WithdrawSceneRequest>;
