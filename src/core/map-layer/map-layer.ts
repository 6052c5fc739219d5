/**
 * A map that a person brought: tiles, a picture of the ground, or a picture laid over it by its corners. It belongs to no case, and
 * what it shows is what somebody drew or photographed at some time: who, under which terms and when is what the person says of it.
 */
import { z } from "zod";
import { Latitude, Longitude } from "../place/region.ts";
import { UtcInstant } from "../time/time-claim.ts";
import { ImageryDay } from "./imagery-day.ts";

export const LayerKind = z.enum(["pmtiles", "mbtiles", "geotiff", "image"]);
export type LayerKind = z.infer<typeof LayerKind>;

/** SHA-256 of the file, hex. */
export const LayerId = z.string().regex(/^[0-9a-f]{64}$/, "expected the SHA-256 of a layer's file");
export type LayerId = z.infer<typeof LayerId>;

/** Corners of a picture on the ground, by its own corners: top left, top right, bottom right, bottom left. */
export const Corners = z.tuple([Corner(), Corner(), Corner(), Corner()]);
export type Corners = z.infer<typeof Corners>;

function Corner() {
  return z.strictObject({ lat: Latitude, lon: Longitude });
}

export const mostZoomOfLayer = 24;
const Zoom = z.number().int().min(0).max(mostZoomOfLayer);

/** What the file itself tells, read from its bytes. */
export const LayerFacts = z.strictObject({
  kind: LayerKind,
  /** What is drawn: pictures, or shapes; "whole" is one picture laid over the ground by its corners. */
  draws: z.enum(["raster", "vector", "whole"]),
  bounds: z.strictObject({ south: Latitude, north: Latitude, west: Longitude, east: Longitude }),
  leastZoom: Zoom,
  mostZoom: Zoom,
  /** Width and height of a picture, pixels. */
  pixels: z.strictObject({ width: z.number().int().positive(), height: z.number().int().positive() }).or(z.null()),
  /** How a picture lies on the ground: "EPSG:32636"; null where there is nothing to say. */
  grid: z.string().max(40).or(z.null()),
  /** Its own words about itself, unchecked: name, credit. */
  says: z.strictObject({ name: z.string().max(500), credit: z.string().max(2000) }),
});
export type LayerFacts = z.infer<typeof LayerFacts>;

/** What the person says of it. Empty words mean that it is not known. */
export const StatedOfLayer = z.strictObject({
  name: z.string().min(1).max(200),
  provider: z.string().max(200),
  licence: z.string().max(200),
  taken: ImageryDay,
  corners: Corners.or(z.null()),
});
export type StatedOfLayer = z.infer<typeof StatedOfLayer>;

export const MapLayer = z.strictObject({
  id: LayerId,
  bytes: z.number().int().nonnegative(),
  addedAt: UtcInstant,
  facts: LayerFacts,
  stated: StatedOfLayer,
});
export type MapLayer = z.infer<typeof MapLayer>;
