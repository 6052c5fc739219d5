/** Assumptions: made by a person for the sake of the argument, listed with every result that uses them, never graded, never proposed by the program. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { EventId } from "../event/event.ts";
import { ClaimId } from "./claim.ts";

export const AssumptionId = recordId("u");
export type AssumptionId = z.infer<typeof AssumptionId>;

const Pair = { first: EventId, second: EventId };

/** A claim stands for the moment at which it was said: the talk that "48 hours earlier" counts from. */
const Moment = z.union([EventId, ClaimId]);
const Moments = { first: Moment, second: Moment };

export const Assumption = z.discriminatedUnion("is", [
  /** Two records are of one event: only then are claims about them compared. */
  z.strictObject({ is: z.literal("same-event"), ...Pair }),
  /** Whoever did the one did the other. Joins nobody to anything by itself: it is only told beside both. */
  z.strictObject({ is: z.literal("same-actor"), ...Pair }),
  z.strictObject({ is: z.literal("same-day"), ...Moments, zone: z.string().min(1).max(100) }),
  /** The first not after the second; at least so many hours between them. */
  z.strictObject({ is: z.literal("before"), ...Moments, atLeastHours: z.number().min(0).max(10_000_000).optional() }),
  /** In which zone the words of a claim are meant. */
  z.strictObject({ is: z.literal("zone"), claim: ClaimId, zone: z.string().min(1).max(100) }),
  z.strictObject({ is: z.literal("other") }),
]);
export type Assumption = z.infer<typeof Assumption>;
