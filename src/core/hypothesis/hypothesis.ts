/** Hypotheses: possible answers, kept alive, set aside or rejected with a reason. Rejected ones stay. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const HypothesisId = recordId("h");
export type HypothesisId = z.infer<typeof HypothesisId>;

export const Question = z.enum(["where", "when", "who", "what", "how", "legal"]);
export type Question = z.infer<typeof Question>;

export const HypothesisStanding = z.enum(["alive", "rejected", "set-aside"]);
export type HypothesisStanding = z.infer<typeof HypothesisStanding>;

/** The three that every investigation starts with, and those that people word themselves. */
export const HypothesisStart = z.enum(["staged", "older", "elsewhere", "own"]);
export type HypothesisStart = z.infer<typeof HypothesisStart>;
