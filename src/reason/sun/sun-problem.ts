/**
 * What is measured on a frame's shadows, and what is known: the place and the day, and the answer is when; or the moment, and the
 * answer is where. The input of the sun reasoner.
 */
import { z } from "zod";
import { Latitude, Longitude } from "../../core/place/region.ts";
import { ShadowMeasurement } from "./shadow-measurement.ts";

const Measured = (least: number, most: number) =>
  z.strictObject({
    value: z.number().min(least).max(most),
    /** Half the width of the interval that holds the truth with 95 %; in the unit of the value. */
    error: z.number().min(0),
  });

const Position = z.tuple([Longitude, Latitude]).rest(z.number());

/** Where to look for the place: a box, or an area as a map file or a place inference writes it. */
const Within = z.union([
  z.strictObject({ south: Latitude, north: Latitude, west: Longitude, east: Longitude }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(Position).min(4)).min(1)).max(1000) }),
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(z.array(Position).min(4)).min(1) }),
]);
export type Within = z.infer<typeof Within>;

export const SunProblem = z.strictObject({
  /** Beside `instant`: whether it lies in the area that was found. */
  place: z.strictObject({ lat: Latitude, lon: Longitude }).optional(),
  day: z.iso.date().optional(),
  /** Zone of the day: its midnight to the next. */
  zone: z.string().min(1).max(200).optional(),
  /** First and last moment at which the frame may have been taken, UTC: asks where. Takes the place of day and zone. */
  instant: z.tuple([z.iso.datetime(), z.iso.datetime()]).optional(),
  /** Only with `instant`. */
  within: Within.optional(),
  /** Direction in which a shadow falls, degrees clockwise from true north. */
  shadowBearingDeg: Measured(0, 360).optional(),
  /** Length of a shadow on the ground for one of height. */
  lengthRatio: Measured(0.001, 1000).optional(),
  /** Marks on a frame; direction and length are worked out from them and take the place of the two above. */
  measured: ShadowMeasurement.optional(),
  /** How far the ground may rise or fall along the shadow, as half a 95 % interval; degrees, 0 when it is known to be level. */
  slopeErrorDeg: z.number().min(0).max(30).optional(),
  /** How far what casts the shadow may lean to any side, as half a 95 % interval; degrees. */
  leanErrorDeg: z.number().min(0).max(30).optional(),
  /** First and last day to look for days on which all measurements fit. */
  scanDays: z.tuple([z.iso.date(), z.iso.date()]).optional(),
});
export type SunProblem = z.infer<typeof SunProblem>;
