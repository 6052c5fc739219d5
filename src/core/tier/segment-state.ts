/**
 * How a segment of a tier stands: whose words it has, who read them against the recording, and whether a quote of it may carry
 * something. Only a current agreement of a second person makes a quote; everything else says what is missing.
 */
import { z } from "zod";

/**
 * `machine`: a draft that no person took over. `written`: nobody else has read it. `outdated`: it was read and has changed since.
 * `disagreed` outweighs whoever agrees, until its reader takes it back or agrees. `withheld`: this copy does not hold its words, so
 * nobody can say here whose they are.
 */
export const SegmentStanding = z.enum(["machine", "written", "reviewed", "disagreed", "outdated", "withheld"]);
export type SegmentStanding = z.infer<typeof SegmentStanding>;

/** Why a quote of a segment may carry nothing. Those of a source are of the segment that a translation is written from. */
export const QuoteObstacle = z.enum([
  "withheld",
  "machine",
  "not-reviewed",
  "disagreed",
  "changed",
  "no-words",
  "no-source",
  "source-not-reviewed",
  "source-changed",
]);
export type QuoteObstacle = z.infer<typeof QuoteObstacle>;

/** Why somebody may not review a segment: nobody reviews a machine's words, their own, or what they cannot read. */
export const ReviewObstacle = z.enum(["withheld", "machine", "wrote"]);
export type ReviewObstacle = z.infer<typeof ReviewObstacle>;
