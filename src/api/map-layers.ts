/** Map layers over HTTP. Tiles and pictures come as bytes of our own writing; shapes as JSON. */
import { z } from "zod";
import { LayerId, MapLayer, mostZoomOfLayer, StatedOfLayer } from "../core/map-layer/map-layer.ts";

export const MapLayersAnswer = z.strictObject({ layers: z.array(MapLayer) });
export type MapLayersAnswer = z.infer<typeof MapLayersAnswer>;

/** `path`: of a file on the machine where the workbench runs. */
export const AddMapLayerRequest = z.strictObject({ path: z.string().min(1).max(4096), stated: StatedOfLayer });
export type AddMapLayerRequest = z.infer<typeof AddMapLayerRequest>;

export const OfMapLayer = z.strictObject({ id: LayerId });
const Coordinate = z.coerce.number().int().min(0);
export const OfMapTile = z.strictObject({ id: LayerId, z: Coordinate.max(mostZoomOfLayer), x: Coordinate, y: Coordinate });
