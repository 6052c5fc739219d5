/**
 * A frame that something was measured on, and points on it. Pixels of the frame as shown (rotation and pixel aspect applied):
 * x to the right, y down, counted from the top left corner of the top left pixel, so that its middle is (0.5, 0.5).
 */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";

/** The frame as shown; a still has no stream, timestamp or number. */
export const FrameRef = z.strictObject({
  item: ItemId,
  /** The original's bytes, never a proxy's. */
  object: Digest,
  stream: z.number().int().min(0).optional(),
  pts: z.number().int().optional(),
  /** Counted from 0 in the order of the file, as the bench counts. */
  frame: z.number().int().min(0).optional(),
  width: z.number().int().min(1).max(100_000),
  height: z.number().int().min(1).max(100_000),
  /** Turn that showing applied, degrees clockwise. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
});
export type FrameRef = z.infer<typeof FrameRef>;

export const FramePoint = z.strictObject({ x: z.number(), y: z.number() });
export type FramePoint = z.infer<typeof FramePoint>;
