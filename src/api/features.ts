/** Map extracts of this machine, and what lies near what in them. */
import { z } from "zod";
import { ExtractBox, ExtractFacts } from "../core/map-extract/extract-facts.ts";
import { Latitude, Longitude } from "../core/place/region.ts";

export const ExtractsAnswer = z.strictObject({ extracts: z.array(ExtractFacts) });

/** RFC 7946, longitude first. */
const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z.array(LonLat).min(4).max(20_000);
const Polygons = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(Ring).min(1).max(1000) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Ring).min(1).max(1000)).max(1000) }),
]);

/** By name or id; null for the only one there is. */
const Extract = z.string().max(100).nullable().default(null);

/** Roads of a region, or roads that connect places. */
export const RoadsRequest = z.strictObject({
  extract: Extract,
  region: Polygons.optional(),
  box: ExtractBox.optional(),
  /** The way by road from the first place to each of the others. */
  connect: z
    .array(z.strictObject({ name: z.string().max(200), lat: Latitude, lon: Longitude }))
    .min(2)
    .max(10)
    .optional(),
  /** Half the width of the corridor around the roads, metres. */
  halfWidthM: z.number().positive().max(5000).default(50),
});
export type RoadsRequest = z.input<typeof RoadsRequest>;

const Lines = z.strictObject({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(LonLat)) });

export const RoadsAnswer = z.strictObject({
  extract: ExtractFacts,
  roads: z.array(
    z.strictObject({ id: z.string(), name: z.string(), ref: z.string(), class: z.string(), lengthM: z.number(), lines: Lines }),
  ),
  /** Roads of the region beyond what is listed. */
  leftOut: z.number().int(),
  ways: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      state: z.enum(["found", "no-road-near", "not-connected"]),
      says: z.string(),
      lengthM: z.number().nullable(),
      /** Names or numbers of the roads, in order. */
      along: z.array(z.string()),
      lines: Lines,
    }),
  ),
  /** What a place problem takes as the lines that a spot lies on. */
  corridor: z.strictObject({ lines: Lines, halfWidthM: z.number() }),
  /** Said with every answer: what the extract cannot tell. */
  limits: z.array(z.string()),
});
export type RoadsAnswer = z.infer<typeof RoadsAnswer>;
