/** Roads of a region, ways by road between places, and the corridor that a phrase such as "on the road from X to Y" leaves. */
import { z } from "zod";
import { Latitude, Longitude } from "../place/region.ts";
import { ExtractBox, ExtractFacts } from "./extract-facts.ts";
import { SearchRegion } from "./feature-problem.ts";

export const RoadsRequest = z.strictObject({
  /** By name or id; null for the only one there is. */
  extract: z.string().max(100).nullable().default(null),
  /** Roads in it, cut where they leave it. */
  region: SearchRegion.optional(),
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
export type RoadsRequest = z.infer<typeof RoadsRequest>;

const LonLat = z.tuple([z.number(), z.number()]);
export const RoadLines = z.strictObject({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(LonLat)) });
export type RoadLines = z.infer<typeof RoadLines>;

export const FoundRoad = z.strictObject({
  id: z.string(),
  name: z.string(),
  ref: z.string(),
  /** Value of "highway": "primary", "residential". */
  class: z.string(),
  lengthM: z.number(),
  lines: RoadLines,
});
export type FoundRoad = z.infer<typeof FoundRoad>;

export const RoadWay = z.strictObject({
  from: z.string(),
  to: z.string(),
  state: z.enum(["found", "no-road-near", "not-connected"]),
  says: z.string(),
  lengthM: z.number().nullable(),
  /** Names or numbers of the roads, in order. */
  along: z.array(z.string()),
  lines: RoadLines,
});
export type RoadWay = z.infer<typeof RoadWay>;

export const RoadsAnswer = z.strictObject({
  extract: ExtractFacts.pick({ id: true, name: true, of: true, credit: true, box: true }),
  roads: z.array(FoundRoad),
  /** Roads of the region beyond what is listed. */
  leftOut: z.number().int(),
  ways: z.array(RoadWay),
  /** As a place problem takes them in its own `lines`: of the ways where they were asked for, else of the region's roads. */
  lines: z.array(
    z.strictObject({
      what: z.literal("road"),
      name: z.string().optional(),
      halfWidthM: z.number(),
      geometry: RoadLines,
      source: z.string(),
    }),
  ),
  limits: z.array(z.string()),
});
export type RoadsAnswer = z.infer<typeof RoadsAnswer>;
