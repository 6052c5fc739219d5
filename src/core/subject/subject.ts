/**
 * Subjects: persons in the material under neutral labels, P1 and on. Never a name, never a biometric link: a label belongs to one
 * item, and that two labels are one person is a judgement of its own, on clothing and position, that can be taken back.
 */
import { z } from "zod";
import { ClaimId } from "../claim/claim.ts";
import { recordId } from "../entry/record-id.ts";
import { Sealed } from "../entry/sealed.ts";
import { ItemSeconds } from "../time/item-seconds.ts";

/** Also the label that people say. */
export const SubjectId = recordId("P");
export type SubjectId = z.infer<typeof SubjectId>;

/** `said`: nobody saw this person, somebody spoke of them. */
export const SubjectKnown = z.enum(["seen", "said"]);
export type SubjectKnown = z.infer<typeof SubjectKnown>;

/** Persons whose pictures and voices are not made public unless a second person says why. */
export const SubjectProtection = z.enum([
  "possible-prisoner",
  "civilian-in-enemy-hands",
  "child",
  "witness",
  "dead",
  "wounded",
  "victim-of-sexual-violence",
]);
export type SubjectProtection = z.infer<typeof SubjectProtection>;

/** A protection as an entry holds it: what it is in the open, why sealed. */
export const SealedProtection = z.strictObject({ sort: SubjectProtection, reason: Sealed });
export type SealedProtection = z.infer<typeof SealedProtection>;

/** Where somebody speaks of a person: a claim of the case, or a stretch of the item. */
export const SpokenOf = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("claim"), claim: ClaimId }),
  z.strictObject({ by: z.literal("stretch"), fromS: ItemSeconds, toS: ItemSeconds }),
]);
export type SpokenOf = z.infer<typeof SpokenOf>;
