/** Entries about persons in the material, under neutral labels. Words about them are sealed, and can be withheld. */
import { z } from "zod";
import { ItemId } from "../../item/item.ts";
import { SubjectId, SubjectProtection, SubjectStateId } from "../../subject/subject.ts";
import { Sealed } from "../sealed.ts";

export const subjectKinds = {
  "subject.described": z.strictObject({
    subject: SubjectId,
    /** `said`: nobody saw this person, somebody spoke of them. */
    known: z.enum(["seen", "said"]),
    /** Clothing and position only: what a second person would look for. */
    description: Sealed,
    /** What somebody says that this person was, and the claim that says it in the text; null where nobody does. */
    roleAsClaimed: Sealed.or(z.null()),
    protection: z.array(SubjectProtection).max(7),
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  /** Made again under its id it takes the place of what stood there. */
  "subject-state.stated": z.strictObject({
    state: SubjectStateId,
    subject: SubjectId,
    item: ItemId,
    /** Item time, seconds. */
    fromS: z.number(),
    toS: z.number(),
    /** Sealed SubjectStateFacts. */
    facts: Sealed,
    reason: Sealed.or(z.null()),
  }),
  "subject-state.withdrawn": z.strictObject({ state: SubjectStateId, reason: Sealed }),
  "subject.withdrawn": z.strictObject({ subject: SubjectId, reason: Sealed }),
} as const;
