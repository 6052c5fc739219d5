/** Names looked up in the gazetteers of this machine, and phrases made into problems with every namesake. */
import { z } from "zod";
import { GazetteerAsked, GazetteerMatch } from "../core/gazetteer/gazetteer-place.ts";
import { Latitude, Longitude } from "../core/place/region.ts";

const Degrees = (schema: z.ZodNumber) => z.coerce.number().pipe(schema);

/** `GET /api/gazetteer`: with a point, the nearest come first. */
export const GazetteerQuery = z.strictObject({
  name: z.string().min(1).max(200),
  nearLat: Degrees(Latitude).optional(),
  nearLon: Degrees(Longitude).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type GazetteerQuery = z.input<typeof GazetteerQuery>;

export const GazetteerAnswer = z.strictObject({
  matches: z.array(GazetteerMatch),
  /** Every gazetteer that was asked, with the smallest places that it lists. */
  asked: z.array(GazetteerAsked),
  leftOut: z.number().int(),
});
export type GazetteerAnswer = z.infer<typeof GazetteerAnswer>;

/** `POST /api/place-problems`. Anchors that are given are left as they are; the gazetteers supply the others. */
export const PlaceProblemRequest = z.strictObject({
  text: z.string().min(1).max(10_000),
  rules: z.unknown().optional(),
  anchors: z.unknown().optional(),
  alternatives: z.unknown().optional(),
});
export type PlaceProblemRequest = z.infer<typeof PlaceProblemRequest>;

export const PlaceProblemAnswer = z.strictObject({
  /** A PlaceProblem, complete in itself: `witnessmark place` reads it without any gazetteer. */
  problem: z.unknown(),
  /** PlaceCandidate of src/reason/place/namesakes.ts: every namesake, also those that are no anchor, and why. */
  candidates: z.array(z.unknown()),
  /** Per name of the phrase: how many were found, and the share of "none of these". */
  names: z.array(z.unknown()),
});
export type PlaceProblemAnswer = z.infer<typeof PlaceProblemAnswer>;
