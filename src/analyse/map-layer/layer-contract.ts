/** What is said between the program and the child that reads one layer: the file first, then questions, each answered by its number. */
import { z } from "zod";
import { Corners, LayerFacts, mostZoomOfLayer } from "../../core/map-layer/map-layer.ts";
import { TileShapes } from "../../core/map-layer/tile-shapes.ts";

/** The first line. */
export const LayerOpening = z.strictObject({
  file: z.string(),
  /** Made by "prepare" when the layer was added; null for layers that need none. */
  pyramid: z.string().or(z.null()),
  corners: Corners.or(z.null()),
  folder: z.string(),
  parent: z.number().int(),
});
export type LayerOpening = z.infer<typeof LayerOpening>;

const Coordinate = z.number().int().min(0);
export const LayerQuestion = z.discriminatedUnion("ask", [
  z.strictObject({ n: z.number().int(), ask: z.literal("facts") }),
  /** Writes what makes tiles quick into a file of the child's folder. */
  z.strictObject({ n: z.number().int(), ask: z.literal("prepare"), to: z.string() }),
  z.strictObject({ n: z.number().int(), ask: z.literal("tile"), z: Coordinate.max(mostZoomOfLayer), x: Coordinate, y: Coordinate }),
  z.strictObject({ n: z.number().int(), ask: z.literal("picture") }),
]);
export type LayerQuestion = z.infer<typeof LayerQuestion>;
/** A question before it has its number. */
export type LayerAsk =
  | { readonly ask: "facts" | "picture" }
  | { readonly ask: "prepare"; readonly to: string }
  | { readonly ask: "tile"; readonly z: number; readonly x: number; readonly y: number };

const Picture = z.strictObject({ mediaType: z.enum(["image/png", "image/jpeg"]), base64: z.string() });
export const LayerReply = z.discriminatedUnion("state", [
  z.strictObject({ n: z.number().int(), state: z.literal("facts"), facts: LayerFacts }),
  z.strictObject({ n: z.number().int(), state: z.literal("prepared"), made: z.boolean() }),
  z.strictObject({ n: z.number().int(), state: z.literal("picture"), picture: Picture }),
  z.strictObject({ n: z.number().int(), state: z.literal("shapes"), shapes: TileShapes }),
  z.strictObject({ n: z.number().int(), state: z.literal("none") }),
  /** What the file is, or is not; in words for the person. */
  z.strictObject({ n: z.number().int(), state: z.literal("refused"), message: z.string().max(2000) }),
]);
export type LayerReply = z.infer<typeof LayerReply>;
