/** A phrase about a place and the points that its names stand for: the input of the place reasoner. */
import { z } from "zod";
import { Latitude, Longitude } from "../../core/place/region.ts";
import { PlaceRules } from "./place-rules.ts";

const Point = z.strictObject({
  lat: Latitude,
  lon: Longitude,
  /** Extent of the place around the point; 0 where it is not known. */
  radiusKm: z.number().min(0).max(500).default(0),
  /** Where the point comes from, such as a gazetteer and its date. */
  source: z.string().max(500).optional(),
});

const Points = z.record(z.string().min(1).max(200), z.array(Point).min(1).max(20));

export const PlaceProblem = z.strictObject({
  /** Kept as it is, word for word. */
  text: z.string().min(1).max(10_000),
  /** Points of each name; several where it is not known which is meant: each then counts. */
  anchors: Points,
  /** Further points of the same places, tried only when nothing is left otherwise. */
  alternatives: Points.optional(),
  rules: PlaceRules.prefault({}),
});
export type PlaceProblem = z.infer<typeof PlaceProblem>;
