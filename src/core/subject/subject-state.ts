/** What is seen of a subject in a stretch of its item: a closed list of facts, each seen, not seen, or not to be told. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { ObservationId } from "../observation/observation.ts";

export const SubjectStateId = recordId("st");
export type SubjectStateId = z.infer<typeof SubjectStateId>;

/**
 * Facts that a second person can look for again. The first three are signs of life; that none of them is seen is not death. What
 * is absent stands as a fact of its own ("no weapon in reach"), so that it is looked for and not assumed.
 */
export const SubjectFactName = z.enum([
  "own-movement",
  "breath",
  "voice",
  "moves-from-place",
  "wounded",
  "bound",
  "hooded",
  "no-weapon-held",
  "no-weapon-in-reach",
  "clothing-missing",
  "face-down",
  "not-in-frame",
]);
export type SubjectFactName = z.infer<typeof SubjectFactName>;

export const signsOfLife: readonly SubjectFactName[] = ["own-movement", "breath", "voice"];

/** `seen`: it is so, and the picture or the sound shows it. `not-seen`: looked for in the whole stretch, and not there. */
export const FactStanding = z.enum(["seen", "not-seen", "cannot-tell"]);
export type FactStanding = z.infer<typeof FactStanding>;

export const SubjectFact = z.strictObject({ fact: SubjectFactName, standing: FactStanding, note: z.string().max(2000) });
export type SubjectFact = z.infer<typeof SubjectFact>;

/** Sealed in the entry that states it. A fact that is missing was not looked for. */
export const SubjectStateFacts = z.strictObject({
  facts: z.array(SubjectFact).min(1).max(SubjectFactName.options.length),
  /** Observations of the item that it rests on. */
  observations: z.array(ObservationId).max(50),
});
export type SubjectStateFacts = z.infer<typeof SubjectStateFacts>;
