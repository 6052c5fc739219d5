/** What a reasoner found of a place, written out for other programs, and what stands against that. */
import { z } from "zod";
import { InferenceId } from "../core/inference/inference.ts";
import { ItemId } from "../core/item/item.ts";

const Items = z.array(ItemId).max(500);

export const InferenceExportRequest = z.strictObject({
  format: z.enum(["kml", "kmz", "geojson"]),
  sort: z.enum(["place", "camera"]),
  problem: z.unknown(),
  /** Absent for what is not kept. */
  inference: InferenceId.optional(),
  title: z.string().min(1).max(500),
  /** Items that it rests on: their conditions are asked. */
  items: Items.default([]),
  /** Demanded where an item may not be published. */
  confirmed: z.boolean().default(false),
});
export type InferenceExportRequest = z.input<typeof InferenceExportRequest>;

export const InferenceConditionsRequest = z.strictObject({ items: Items });
export const InferenceConditions = z.strictObject({ refused: z.array(z.strictObject({ item: ItemId, why: z.string() })) });
export type InferenceConditions = z.infer<typeof InferenceConditions>;
