/**
 * The short assessment before (or, on the urgent path, soon after) material is collected: relevance, first impression of
 * reliability, risk of removal, risk to people, safety, later duties (Berkeley Protocol, chapter VI, preliminary assessment).
 */
import { z } from "zod";

/** How reliable it seems before anybody looked into it. Not a grade, and never carried over into one. */
export const FirstImpression = z.enum(["seems-reliable", "seems-doubtful", "cannot-be-judged"]);
export type FirstImpression = z.infer<typeof FirstImpression>;

export const RiskOfRemoval = z.enum(["low", "high", "unknown"]);
export type RiskOfRemoval = z.infer<typeof RiskOfRemoval>;

const words = z.string().trim().min(1).max(2000);
const wordsOrUnknown = words.or(z.literal("unknown"));

/** As a person gives it. */
export const Assessment = z.strictObject({
  relevance: words,
  reliability: FirstImpression,
  riskOfRemoval: RiskOfRemoval,
  riskToPeople: wordsOrUnknown,
  safety: wordsOrUnknown,
  laterDuties: wordsOrUnknown,
});
export type Assessment = z.infer<typeof Assessment>;
