/** What an imported map extract says of itself, and what reading it left out: every answer drawn from it carries these. */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import { Latitude, Longitude } from "../place/region.ts";
import { UtcInstant } from "../time/time-claim.ts";

/** Degrees; west of east always: a box does not cross the line of 180 degrees. */
export const ExtractBox = z.strictObject({ south: Latitude, west: Longitude, north: Latitude, east: Longitude });
export type ExtractBox = z.infer<typeof ExtractBox>;

const Count = z.number().int().min(0);

export const ExtractFacts = z.strictObject({
  /** SHA-256 of the file that was imported. */
  id: Digest,
  /** How a person calls it; unique among the extracts of a machine. */
  name: z.string().min(1).max(100),
  format: z.enum(["osm-pbf", "geojson"]),
  bytes: Count,
  imported: UtcInstant,
  /** Day and time that the map is of, as the file says it, and which field says so. Later changes of the map are not in it. */
  of: z.strictObject({ at: UtcInstant.or(z.literal("unknown")), basis: z.string().max(300) }),
  /** Words that have to go with what is shown or published of it. */
  credit: z.string().max(300),
  /** Program that wrote the file, as it says. */
  writtenBy: z.string().max(300),
  /** What the file says it covers; without that, the box around what it holds. Null for an empty one. */
  box: ExtractBox.nullable(),
  boxIs: z.enum(["stated by the file", "around what it holds"]),
  holds: z.strictObject({ points: Count, lines: Count, areas: Count, roads: Count, places: Count }),
  /** What was in the file and cannot be asked for, with why. */
  leftOut: z.array(z.strictObject({ what: z.string().max(200), count: Count })).max(50),
  /** Bytes of the index on the disk. */
  indexBytes: Count,
  /** Version of the reader that made the index. */
  reader: z.string().max(50),
});
export type ExtractFacts = z.infer<typeof ExtractFacts>;
