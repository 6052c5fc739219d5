/** A layer's file as it is read in the child. What it cannot read it refuses in words that name the file's kind and never its content. */
import type { LayerPicture, TileName } from "../../core/map-layer/map-layer.port.ts";
import type { LayerFacts } from "../../core/map-layer/map-layer.ts";
import type { TileShapes } from "../../core/map-layer/tile-shapes.ts";

export type SourceTile =
  | { readonly state: "picture"; readonly picture: LayerPicture }
  | { readonly state: "shapes"; readonly shapes: TileShapes }
  | { readonly state: "none" };

export interface LayerSource {
  readonly facts: LayerFacts;
  tile(name: TileName): Promise<SourceTile>;
  picture(): Promise<LayerPicture>;
  /** Whether anything had to be made. */
  prepare(to: string): Promise<boolean>;
}

export class LayerRefused extends Error {
  override readonly name = "LayerRefused";
}

/** Of tiled layers, which have no whole picture. */
export function noPicture(): Promise<LayerPicture> {
  return Promise.reject(new LayerRefused("layer: expected one that is drawn whole; found one that is drawn by tiles"));
}
