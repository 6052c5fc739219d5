/** A vector tile as the few sorts of shapes that are drawn; what is more than a page can draw is left out, and counted. */
import type { TileShape, TileShapes } from "../../core/map-layer/tile-shapes.ts";
import { readVectorTile } from "./read-vector-tile.ts";
import { sortShape } from "./sort-shape.ts";

/** Numbers that a page draws at once without a pause. */
const mostDrawn = 400_000;

/** Throws VectorTileUnreadable. */
export function tileShapesOf(bytes: Uint8Array): TileShapes {
  const shapes: TileShape[] = [];
  let [numbers, leftOut] = [0, 0];
  for (const feature of readVectorTile(bytes)) {
    const size = feature.lines.reduce((sum, line) => sum + line.length, 0);
    if (numbers + size > mostDrawn) leftOut++;
    else {
      numbers += size;
      shapes.push(sortShape(feature));
    }
  }
  return { shapes, leftOut };
}
