/** What a search for things near each other found: each answer with the distances, each rejection with its reason. */
import { z } from "zod";
import { ExtractFacts } from "./extract-facts.ts";

const LonLat = z.tuple([z.number(), z.number()]);
const Count = z.number().int().min(0);

/** GeoJSON (RFC 7946); longitude first. */
export const FeatureGeometry = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Point"), coordinates: LonLat }),
  z.strictObject({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(LonLat)) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(LonLat))) }),
]);
export type FeatureGeometry = z.infer<typeof FeatureGeometry>;

/** One condition at one place. */
const ConditionFound = z.strictObject({
  /** Its place in `near`, from 0. */
  condition: Count,
  holds: z.boolean(),
  /** "rail crossing 143 m to the NNE", "nearest rail crossing 240 m to the N: 40 m too far". */
  says: z.string(),
  /** How many are within the distance, and in the direction where one was asked for. */
  count: Count,
  /** The thing that decides: the nearest, or the last of as many as were asked for. Null where none was found as far as was looked. */
  thing: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      metres: z.number(),
      bearingDeg: z.number().nullable(),
      /** The nearest point of it. */
      at: z.strictObject({ lat: z.number(), lon: z.number() }),
    })
    .nullable(),
});
export type ConditionFound = z.infer<typeof ConditionFound>;

export const FeaturePlace = z.strictObject({
  id: z.string(),
  /** Its name on the map, if it has one. */
  name: z.string(),
  kind: z.string(),
  /** Middle of its box, and a radius that holds all of it and 10 m. */
  lat: z.number(),
  lon: z.number(),
  radiusM: z.number(),
  geometry: FeatureGeometry,
  tags: z.record(z.string(), z.string()),
  found: z.array(ConditionFound),
  /** Something that is asked for may lie beyond the edge of the extract. */
  atEdge: z.boolean(),
});
export type FeaturePlace = z.infer<typeof FeaturePlace>;

export const NearMiss = z.strictObject({
  ...FeaturePlace.shape,
  reasons: z.array(z.string()),
  /** How far the worst of them is missed, as a share of what was asked; 0 where it is no matter of distance. */
  missShare: z.number(),
});
export type NearMiss = z.infer<typeof NearMiss>;

export const FeatureAnswer = z.strictObject({
  /** The search in words, as it was understood. */
  reads: z.string(),
  /** What vague words were taken to mean. */
  assumed: z.array(z.string()),
  extract: ExtractFacts.pick({ id: true, name: true, of: true, credit: true, box: true }),
  /** In the order of the map's ids. */
  candidates: z.array(FeaturePlace),
  /** Fewest reasons first, then the nearest miss. */
  nearMisses: z.array(NearMiss),
  lookedAt: z.strictObject({
    /** Things of the kind in the region. */
    things: Count,
    fit: Count,
    missed: Count,
    /** Without any of what a condition asks for, as far as was looked. */
    far: Count,
    /** Fits and misses beyond what is listed. */
    leftOut: z.strictObject({ candidates: Count, nearMisses: Count }),
    /** How far around each thing was looked, metres, by condition. */
    reachM: z.array(z.number()),
  }),
  warnings: z.array(z.string()),
  limits: z.array(z.string()),
});
export type FeatureAnswer = z.infer<typeof FeatureAnswer>;
