/** What a question can be answered with, and how close an answer must be to be one. The same for findings and for blind answers. */
import { z } from "zod";
import { UtcInstant } from "../time/time-claim.ts";

const words = z.string().max(2000);

export const Answer = z.discriminatedUnion("sort", [
  /** WGS84 degrees; the truth lies within `radiusM` metres with the stated certainty of 95 %. */
  z.strictObject({
    sort: z.literal("place"),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    radiusM: z.number().positive().max(20_037_509),
  }),
  /** An end that is "open" is not known: "29 March or earlier" is open at `from`. `zone`: IANA name in which it is said. */
  z.strictObject({
    sort: z.literal("time"),
    from: UtcInstant.or(z.literal("open")),
    to: UtcInstant.or(z.literal("open")),
    zone: z.string().min(1).max(64),
  }),
  /** One of the choices that the question offers. */
  z.strictObject({ sort: z.literal("choice"), choice: z.string().min(1).max(200) }),
  z.strictObject({ sort: z.literal("words"), words: words.min(1) }),
  /** The person looked and cannot tell; says why. An answer like the others. */
  z.strictObject({ sort: z.literal("cannot-tell"), why: words.min(1) }),
]);
export type Answer = z.infer<typeof Answer>;

/** How close an answer must be. A vaguer one may be consistent, and agrees with nothing. */
export const AskedPrecision = z.discriminatedUnion("sort", [
  z.strictObject({ sort: z.literal("place"), radiusM: z.number().positive().max(20_037_509) }),
  z.strictObject({ sort: z.literal("time"), widthS: z.number().positive() }),
  z.strictObject({ sort: z.literal("choice"), choices: z.array(z.string().min(1).max(200)).min(2).max(50) }),
  /** Words are compared by people. */
  z.strictObject({ sort: z.literal("words") }),
]);
export type AskedPrecision = z.infer<typeof AskedPrecision>;
