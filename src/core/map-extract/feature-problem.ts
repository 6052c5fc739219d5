/** What is looked for on the map, near what, and where: the input of `witnessmark features`. */
import { z } from "zod";
import { ExtractBox } from "./extract-facts.ts";

/** A kind ("church", "rail crossing"), or tags of the map ("man_made=silo", "power=*", "building=yes & amenity=school"). */
const What = z.string().min(1).max(600);

const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z.array(LonLat).min(4).max(20_000);

/** RFC 7946; longitude first. */
export const SearchRegion = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(Ring).min(1).max(1000) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Ring).min(1).max(1000)).max(1000) }),
]);
export type SearchRegion = z.infer<typeof SearchRegion>;

const Degrees = z.number().min(0).max(360);

export const NearCondition = z.strictObject({
  what: What,
  /** Between nearest edges. */
  withinM: z.number().positive().max(50_000),
  /** So many of them. */
  atLeast: z.number().int().min(1).max(100).default(1),
  /** None of them within that distance. */
  not: z.boolean().default(false),
  /** From the thing that is looked for to this one, clockwise from true north; from 315 to 45 goes through north. */
  bearing: z.strictObject({ fromDeg: Degrees, toDeg: Degrees }).optional(),
});
export type NearCondition = z.infer<typeof NearCondition>;

export const FeatureProblem = z.strictObject({
  /** The search in words, kept as it is; it is read where `find` is not given. */
  text: z.string().min(1).max(2000).optional(),
  find: What.optional(),
  near: z.array(NearCondition).max(12).default([]),
  /** Two of the conditions, by their place in `near` from 0, seen in one line from what is looked for. */
  inLine: z
    .array(
      z.strictObject({
        first: z.number().int().min(0).max(11),
        second: z.number().int().min(0).max(11),
        withinDeg: z.number().positive().max(45).default(2),
      }),
    )
    .max(5)
    .default([]),
  /** Where to look; without both, in all of the extract. What is looked for has to touch it; what it is near to may lie outside. */
  region: SearchRegion.optional(),
  box: ExtractBox.optional(),
  /** Name or id of the extract; without it, the only one there is. */
  extract: z.string().min(1).max(100).optional(),
  /** Near misses are told up to so much beyond the distance asked for, as a share of it. */
  missShare: z.number().min(0).max(10).default(1),
  mostCandidates: z.number().int().min(1).max(2000).default(200),
  mostMisses: z.number().int().min(0).max(2000).default(50),
});
export type FeatureProblem = z.infer<typeof FeatureProblem>;
export type InLine = readonly FeatureProblem["inLine"][number][];
