/** Routes of map layers, and of what is drawn of them. */
import { z } from "zod";
import { type AddMapLayerRequest, MapLayersAnswer } from "../../api/map-layers.ts";
import { type LayerId, MapLayer } from "../../core/map-layer/map-layer.ts";
import { TileShapes } from "../../core/map-layer/tile-shapes.ts";
import { ask } from "./ask.ts";

const Removed = z.looseObject({ removed: z.literal(true) });

export const mapLayerApi = {
  list: (signal?: AbortSignal) => ask(MapLayersAnswer, "/api/map-layers", { signal }),
  add: (body: AddMapLayerRequest) => ask(MapLayer, "/api/map-layers", { method: "POST", body }),
  remove: (id: LayerId) => ask(Removed, `/api/map-layers/${id}/remove`, { method: "POST", body: {} }),
  pictureUrl: (id: LayerId) => `/api/map-layers/${id}/picture`,
  /** What is drawn at a tile; "none" where the layer has nothing, "failed" where it cannot be read. */
  async tile(id: LayerId, z: number, x: number, y: number, signal: AbortSignal): Promise<Blob | TileShapes | "none" | "failed"> {
    const response = await fetch(`/api/map-layers/${id}/${z}/${x}/${y}`, { credentials: "same-origin", cache: "no-store", signal });
    if (response.status === 204) return "none";
    if (!response.ok) return "failed";
    if (response.headers.get("content-type")?.startsWith("image/") === true) return response.blob();
    const shapes = TileShapes.safeParse(await response.json());
    return shapes.success ? shapes.data : "failed";
  },
} as const;
