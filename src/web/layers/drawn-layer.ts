/** What is drawn on the ground of a map, from below upwards. */
import type { ImageryDay } from "../../core/map-layer/imagery-day.ts";
import type { Corners, MapLayer } from "../../core/map-layer/map-layer.ts";
import type { Bounds } from "../../core/place/region-geometry.ts";

export interface LayerCredit {
  readonly name: string;
  /** Empty: not known. */
  readonly provider: string;
  readonly licence: string;
  readonly taken: ImageryDay;
  readonly bounds: Bounds;
  /** A picture of the ground, of which it matters when it was taken. */
  readonly isImagery: boolean;
}

export type DrawnLayer = { readonly key: string; readonly opacity: number; readonly credit: LayerCredit } & (
  | { readonly draws: "tiles"; readonly layer: MapLayer }
  | { readonly draws: "picture"; readonly url: string; readonly corners: Corners; readonly grey: boolean }
);
