/** A place of a record as the map draws it and as KML and GeoJSON carry it: always an area, always with its standing. */
import { z } from "zod";
import { EventSort } from "../event/event.ts";
import { UtcInstant } from "../time/time-claim.ts";
import { PlaceClaim } from "./region.ts";

/** "seen": read out of the material, stated by nobody here. */
export const ShownStanding = z.enum(["stated", "candidate", "rejected", "seen"]);
export type ShownStanding = z.infer<typeof ShownStanding>;

export const Span = z.strictObject({ earliest: UtcInstant, latest: UtcInstant });
export type Span = z.infer<typeof Span>;

export const MapFeature = z.strictObject({
  /** Unique in the case, and the same as long as the claim is: "e1 place", "p3", "i12 seen", "i4 post 812". */
  id: z.string(),
  /** "e1", "i12", "n3": what the place is of; a post or row counts to the item that holds it. */
  record: z.string(),
  sort: z.enum(["event", "movement", "item", "post", "row", "inference"]),
  title: z.string(),
  /** Which place of it: "from", "to", "via 1", "row 12"; absent where there is one. */
  part: z.string().optional(),
  eventSort: EventSort.optional(),
  standing: ShownStanding,
  claim: PlaceClaim,
  /** Bearing of the camera, degrees clockwise from that north. */
  heading: z.strictObject({ deg: z.number(), north: z.enum(["true", "magnetic", "not stated"]) }).optional(),
  /** Interval in which the record is, as far as anything says; closed. */
  span: Span.optional(),
  reason: z.string().optional(),
});
export type MapFeature = z.infer<typeof MapFeature>;
