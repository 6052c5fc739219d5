/** Entries that keep what a reasoner was asked and what it answered, and the rules by which a case reads words. */
import { z } from "zod";
import { Digest } from "../../hash/digest.ts";
import { HouseRulesOf, InferenceId, InferenceSort, InferenceState } from "../../inference/inference.ts";
import { ItemId } from "../../item/item.ts";
import { StatedOf } from "../../place/place-statement.ts";
import { Sealed } from "../sealed.ts";

/** Items whose frames were measured, or whose words were read, for one inference. */
export const mostInferredFrom = 500;

export const inferenceKinds = {
  /** Under an id that stands, it takes the place of what was kept under it; the earlier one stays in its line. */
  "inference.kept": z.strictObject({
    inference: InferenceId,
    sort: InferenceSort,
    title: Sealed,
    /** What it is an answer about; null while nobody says. */
    about: StatedOf.or(z.null()),
    items: z.array(ItemId).max(mostInferredFrom),
    /** Objects: canonical JSON as the command of this sort reads and writes it. */
    problem: Digest,
    answer: Digest,
    solver: z.strictObject({ name: z.string(), version: z.string() }),
    state: InferenceState,
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  "inference.withdrawn": z.strictObject({ inference: InferenceId, reason: Sealed }),
  /** `rules`: sealed, whole, as the problems of that sort hold them. */
  "house-rules.set": z.strictObject({ of: HouseRulesOf, rules: Sealed, reason: Sealed }),
} as const;
