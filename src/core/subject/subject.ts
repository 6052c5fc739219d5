/** Subjects: persons in the material under neutral labels, P1 and on. Never a name, never a biometric link. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

/** Also the label that people say. */
export const SubjectId = recordId("P");
export type SubjectId = z.infer<typeof SubjectId>;

export const SubjectStateId = recordId("st");
export type SubjectStateId = z.infer<typeof SubjectStateId>;

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
