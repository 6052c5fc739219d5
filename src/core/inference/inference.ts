/**
 * Inferences: a question put to one of the reasoners, what it was told, and what it answered. The problem is kept as the command
 * line takes it, so that anybody can ask again.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const InferenceId = recordId("n");
export type InferenceId = z.infer<typeof InferenceId>;

/** Which reasoner was asked: the command of that name. */
export const InferenceSort = z.enum(["time", "sun", "place", "camera", "sync"]);
export type InferenceSort = z.infer<typeof InferenceSort>;

/** `unanswered`: what it was told cannot all hold, or leaves nothing; the answer says how. */
export const InferenceState = z.enum(["answered", "unanswered"]);
export type InferenceState = z.infer<typeof InferenceState>;

/** Reasoners with rules that a case may set for itself: what words mean where nobody says more. */
export const HouseRulesOf = z.enum(["time", "place"]);
export type HouseRulesOf = z.infer<typeof HouseRulesOf>;
