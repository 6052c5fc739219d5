/** Entries about what may be done with material, and the short assessment. A later statement about the same subject replaces the earlier one, whole. */
import { z } from "zod";
import { FirstImpression, RiskOfRemoval } from "../../conditions/assessment.ts";
import { StatedConditions } from "../../conditions/conditions.ts";
import { ItemId } from "../../item/item.ts";
import { SourceId } from "../../source/source.ts";
import { Sealed } from "../sealed.ts";

const wordsOrUnknown = Sealed.or(z.literal("unknown"));

export const conditionKinds = {
  "conditions.stated": z.strictObject({
    about: z.discriminatedUnion("of", [
      z.strictObject({ of: z.literal("items"), items: z.array(ItemId).min(1).max(4000) }),
      /** Of everything that the source gave. */
      z.strictObject({ of: z.literal("source"), source: SourceId }),
    ]),
    ...StatedConditions.shape,
  }),
  "item.assessed": z.strictObject({
    items: z.array(ItemId).min(1),
    relevance: Sealed,
    reliability: FirstImpression,
    riskOfRemoval: RiskOfRemoval,
    riskToPeople: wordsOrUnknown,
    /** What opening or keeping it may do to whoever works on it. */
    safety: wordsOrUnknown,
    /** What holding it will oblige the house to. */
    laterDuties: wordsOrUnknown,
  }),
} as const;
