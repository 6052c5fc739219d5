/** What a map file of another program says: places as areas, and what it points at elsewhere, which nobody follows. */
import { z } from "zod";
import { TimeClaim } from "../time/time-claim.ts";
import { Region } from "./region.ts";

/** Drawn or compared one by one; a file with more says so. */
export const mostMapFeatures = 5000;

export const MapFileFeature = z.strictObject({
  /** As a person would look it up: "Placemark 3", "features[2]". */
  where: z.string(),
  name: z.string(),
  /** Text of the description, tags and all, as it stands in the file: never shown as markup. */
  description: z.string(),
  region: Region.or(z.literal("unknown")),
  /** What its extent rests on: "the file's radius", "assumed: the file gives a point and no radius". */
  precision: z.string(),
  time: TimeClaim.optional(),
  /** Present on what we wrote out ourselves, as its own marks say. */
  ours: z.strictObject({ id: z.string(), caseId: z.string(), record: z.string() }).optional(),
});
export type MapFileFeature = z.infer<typeof MapFileFeature>;

/** An address in the file that a program would fetch: kept as text, never followed. */
export const MapFileLink = z.strictObject({
  sort: z.enum(["network-link", "icon", "overlay-picture", "model"]),
  address: z.string(),
  where: z.string(),
});
export type MapFileLink = z.infer<typeof MapFileLink>;
