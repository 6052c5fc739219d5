/** A picture that is laid over the ground by its four corners, as a person states them. */
import { boundsOf } from "../../core/place/region-geometry.ts";
import type { Corners } from "../../core/map-layer/map-layer.ts";
import { openPicture } from "../picture/open-picture.ts";
import { written } from "./foreign-tile.ts";
import { LayerRefused, type LayerSource } from "./layer-source.ts";

/** Longer side of what is drawn, pixels. */
const drawnPx = 4096;

/** Throws LayerRefused. */
export async function openImage(file: string, corners: Corners | null): Promise<LayerSource> {
  const { width, height, hasAlpha } = await openPicture(file).metadata().catch(undecodable);
  if (corners === null)
    throw new LayerRefused(
      "layer: expected PMTiles, MBTiles, a GeoTIFF, or a picture with its corners; found a picture without corners (--corners)",
    );
  const { south, north, west, east } = boundsOf({ shape: "polygon", rings: [[...corners]] });
  return {
    facts: {
      kind: "image",
      draws: "whole",
      bounds: { south, north, west, east },
      ...{ leastZoom: 0, mostZoom: 24, pixels: { width, height }, grid: null },
      says: { name: "", credit: "" },
    },
    prepare: () => Promise.resolve(false),
    tile: () => Promise.resolve({ state: "none" }),
    async picture() {
      const shown = openPicture(file).rotate().resize(drawnPx, drawnPx, { fit: "inside", withoutEnlargement: true });
      return written(shown, hasAlpha).catch(undecodable);
    },
  };
}

function undecodable(): never {
  throw new LayerRefused("layer: expected PMTiles, MBTiles, a GeoTIFF or a picture; found a file that is none of them, or is broken");
}
