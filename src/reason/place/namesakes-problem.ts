/**
 * Every place of a name that gazetteers list, kept in the problem beside the anchors: so that a stranger who asks again sees the
 * same namesakes, and which lists said so, without having those lists.
 */
import { z } from "zod";
import { GazetteerAsked, MatchedBy } from "../../core/gazetteer/gazetteer-place.ts";
import { Latitude, Longitude } from "../../core/place/region.ts";

const Text = z.string().max(500);

export const Namesake = z.strictObject({
  lat: Latitude,
  lon: Longitude,
  radiusKm: z.number().min(0).max(500).default(0),
  /** As its gazetteer spells it. */
  name: Text,
  /** The gazetteer with its version or date, in words, and the smallest places that it lists. */
  source: Text,
  floor: Text.default("not known"),
  id: Text.optional(),
  kind: Text.default("unknown"),
  country: z.string().max(2).default(""),
  admin: z.array(Text).max(10).default([]),
  population: z.number().int().min(0).nullable().default(null),
  matchedBy: MatchedBy.default("name"),
});
export type Namesake = z.infer<typeof Namesake>;

/** By the name as the phrase spells it. */
export const NamesakesByName = z.record(z.string().min(1).max(200), z.array(Namesake).max(500));
export type NamesakesByName = z.infer<typeof NamesakesByName>;

/** Which lists were asked, and how far down each reaches. */
export const GazetteersAsked = z.array(GazetteerAsked).max(100);
