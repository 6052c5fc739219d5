/** An item that is a picture of the ground from above: who took it, when, under which terms, and where it lies. */
import { z } from "zod";
import { Latitude, Longitude } from "../place/region.ts";
import { Corners } from "./map-layer.ts";

/** How it was laid on the ground; the pairs are kept, so that anybody can lay it again. */
export const ImageryPlacement = z.strictObject({
  corners: Corners,
  /** Size of the picture that the pairs were set on, as it is shown. */
  picture: z.strictObject({ width: z.number().int().positive(), height: z.number().int().positive() }),
  pairs: z.array(z.strictObject({ x: z.number(), y: z.number(), lat: Latitude, lon: Longitude })).max(100),
  fit: z.enum(["affine", "projective"]),
  /** Root of the mean square by which the pairs are off, metres; null where none was to spare. */
  rmsM: z.number().nonnegative().or(z.null()),
});
export type ImageryPlacement = z.infer<typeof ImageryPlacement>;
