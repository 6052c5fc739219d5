/** Where something is: always an area. A point comes with the radius it may be off by, and with what that radius rests on. */
import { z } from "zod";

export const Latitude = z.number().min(-90).max(90);
export const Longitude = z.number().min(-180).max(180);

/** WGS 84, degrees. */
const Position = z.strictObject({ lat: Latitude, lon: Longitude });
export type Position = z.infer<typeof Position>;

export const Region = z.discriminatedUnion("shape", [
  z.strictObject({ shape: z.literal("circle"), centre: Position, radiusM: z.number().positive() }),
  /** One outer ring, not closed, counter-clockwise; holes are kept as further rings. */
  z.strictObject({ shape: z.literal("polygon"), rings: z.array(z.array(Position).min(3)).min(1) }),
  /** A way from place to place, each with how far it may be off. */
  z.strictObject({ shape: z.literal("path"), points: z.array(Position).min(2), radiusM: z.number().positive() }),
]);
export type Region = z.infer<typeof Region>;

/** What a stated place is the place of. A post's tag is not where it was filmed. */
const PlaceMeaning = z.enum(["filmed-from", "filmed", "posted-from", "happened", "stated"]);
export type PlaceMeaning = z.infer<typeof PlaceMeaning>;

/** A place as some material or person states it, its words unchanged. */
export const PlaceClaim = z.strictObject({
  means: PlaceMeaning,
  verbatim: z.string(),
  region: Region.or(z.literal("unknown")),
  /** What the radius rests on: "last digit given", "Atlos Vicinity", "the analyst". */
  precision: z.string(),
  /** Where it was found: "row 12 latitude", "EXIF GPSPosition". */
  basis: z.string(),
});
export type PlaceClaim = z.infer<typeof PlaceClaim>;
