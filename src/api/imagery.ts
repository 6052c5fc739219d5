/** Items that are pictures of the ground from above, over HTTP. */
import { z } from "zod";
import { ItemId } from "../core/item/item.ts";
import { ImageryPlacement } from "../core/map-layer/imagery.ts";
import { TimeClaim } from "../core/time/time-claim.ts";

const Level = z.enum(["unassessed", "none", "mild", "strong", "severe"]);

export const ImageryRow = z.strictObject({
  item: ItemId,
  name: z.string(),
  /** Graphic level of the item: what is strong or severe is never shown clear on a map. */
  level: Level,
  held: z.boolean(),
  provider: z.string(),
  licence: z.string(),
  taken: TimeClaim.or(z.enum(["unknown", "withheld"])),
  placement: ImageryPlacement.or(z.null()).or(z.literal("withheld")),
  reason: z.string().or(z.null()),
  at: z.string(),
  byName: z.string(),
  seq: z.number().int(),
});
export type ImageryRow = z.infer<typeof ImageryRow>;
export const ImageryAnswer = z.strictObject({ imagery: z.array(ImageryRow) });

export const DescribeImageryRequest = z.strictObject({
  provider: z.string().max(300),
  licence: z.string().max(300),
  taken: TimeClaim.or(z.literal("unknown")),
  placement: ImageryPlacement.or(z.null()),
  reason: z.string().max(4000),
});
export type DescribeImageryRequest = z.infer<typeof DescribeImageryRequest>;
