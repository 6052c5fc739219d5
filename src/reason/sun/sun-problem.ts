/** What is measured on a frame's shadows, and what is known of place and day: the input of the sun reasoner. */
import { z } from "zod";

const Measured = (least: number, most: number) =>
  z.strictObject({
    value: z.number().min(least).max(most),
    /** Half the width of the interval that holds the truth with 95 %; in the unit of the value. */
    error: z.number().min(0),
  });

export const SunProblem = z.strictObject({
  place: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
  day: z.iso.date(),
  /** Zone of the day: its midnight to the next. */
  zone: z.string().min(1).max(200),
  /** Direction in which a shadow falls, degrees clockwise from true north. */
  shadowBearingDeg: Measured(0, 360).optional(),
  /** Length of a shadow on the ground for one of height. */
  lengthRatio: Measured(0.001, 1000).optional(),
  /** How far the ground may rise or fall along the shadow; degrees, 0 when it is known to be level. */
  slopeErrorDeg: z.number().min(0).max(30).optional(),
  /** How far what casts the shadow may lean to any side; degrees. */
  leanErrorDeg: z.number().min(0).max(30).optional(),
  /** First and last day to look for days on which all measurements fit. */
  scanDays: z.tuple([z.iso.date(), z.iso.date()]).optional(),
});
export type SunProblem = z.infer<typeof SunProblem>;
