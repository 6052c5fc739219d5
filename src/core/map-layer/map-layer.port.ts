/** Map layers that a person added on this machine, and what is drawn of them. Only re-encoded pictures and plain shapes come out. */
import type { LayerId, MapLayer, StatedOfLayer } from "./map-layer.ts";
import type { TileShapes } from "./tile-shapes.ts";

export interface TileName {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export type LayerPicture = { readonly mediaType: "image/png" | "image/jpeg"; readonly bytes: Uint8Array };

/** "none": the layer has nothing there. */
export type LayerTile =
  | { readonly state: "picture"; readonly picture: LayerPicture }
  | { readonly state: "shapes"; readonly shapes: TileShapes }
  | { readonly state: "none" };

export interface MapLayers {
  /** By name. */
  list(): Promise<readonly MapLayer[]>;
  /** Copies the file and reads what it is; adding it again changes what is stated of it. Throws CaseError INPUT_INVALID for what is no layer. */
  add(file: string, stated: StatedOfLayer, onProgress?: (done: number) => void): Promise<MapLayer>;
  /** Throws CaseError INPUT_INVALID when there is no such layer. */
  remove(id: LayerId): Promise<void>;
  /** Throws CaseError INPUT_INVALID for a tile that cannot be read. */
  tile(id: LayerId, name: TileName): Promise<LayerTile>;
  /** The whole picture of a layer that is drawn as one. */
  picture(id: LayerId): Promise<LayerPicture>;
  close(): Promise<void>;
}
