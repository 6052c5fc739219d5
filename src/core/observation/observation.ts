/** Observations: what is seen or heard at a time code, without inference; and markers, which only say "look here". */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";

export const ObservationId = z.templateLiteral(["o", z.string().regex(/^[1-9][0-9]*$/)]);
export type ObservationId = z.infer<typeof ObservationId>;

/** A rectangle on the frame as shown (rotation applied), in millionths of its width and height. */
export const FrameBox = z.strictObject({
  x: z.number().int().min(0).max(1_000_000),
  y: z.number().int().min(0).max(1_000_000),
  width: z.number().int().min(1).max(1_000_000),
  height: z.number().int().min(1).max(1_000_000),
});
export type FrameBox = z.infer<typeof FrameBox>;

/** Where on the original: its bytes, its stream, its own timestamps. Never the proxy's. */
export const ObservationTarget = z.strictObject({
  item: ItemId,
  object: Digest,
  /** Absent for material without a clock (a picture, a page). */
  range: z
    .strictObject({
      stream: z.number().int().min(0),
      timeBase: z.strictObject({ num: z.number().int().min(1), den: z.number().int().min(1) }),
      startPts: z.number().int(),
      /** Equal to startPts for a single frame; else the last frame included. */
      endPts: z.number().int(),
      startFrame: z.number().int().min(0),
      endFrame: z.number().int().min(0),
    })
    .optional(),
  box: FrameBox.optional(),
});
export type ObservationTarget = z.infer<typeof ObservationTarget>;
