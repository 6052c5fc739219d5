/** Shapes of a vector tile as they are drawn: what they are by a short list of sorts, and whole numbers within the tile. */
import { z } from "zod";

export const ShapeSort = z.enum([
  "water",
  "green",
  "built-up",
  "land",
  "waterway",
  "building",
  "road-major",
  "road-minor",
  "path",
  "rail",
  "boundary",
  "place",
  "name",
  "other",
]);
export type ShapeSort = z.infer<typeof ShapeSort>;

/** Side of a tile in its own numbers; shapes reach a little beyond it. */
export const tileExtent = 4096;
const Line = z.array(z.number().int());

export const TileShape = z.strictObject({
  sort: ShapeSort,
  form: z.enum(["point", "line", "area"]),
  /** For places: the smaller, the more it matters. */
  rank: z.number().int().min(0).max(20),
  name: z.string().max(80),
  /** x, y, x, y, ... of each line or ring, in 4096ths of the tile. */
  lines: z.array(Line),
});
export type TileShape = z.infer<typeof TileShape>;

export const TileShapes = z.strictObject({
  shapes: z.array(TileShape),
  /** Shapes that were too many to draw. */
  leftOut: z.number().int().nonnegative(),
});
export type TileShapes = z.infer<typeof TileShapes>;
