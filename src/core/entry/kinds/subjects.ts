/** Entries about persons in the material, under neutral labels. Words about them are sealed, and can be withheld. */
import { z } from "zod";
import { ClaimId } from "../../claim/claim.ts";
import { ItemId } from "../../item/item.ts";
import { SamePersonBasis, SamePersonId, SamePersonVerdict } from "../../subject/same-person.ts";
import { ShotBasis, ShotChannel, ShotId } from "../../subject/shot.ts";
import { SubjectStateId } from "../../subject/subject-state.ts";
import { SealedProtection, SpokenOf, SubjectId, SubjectKnown } from "../../subject/subject.ts";
import { ItemSeconds } from "../../time/item-seconds.ts";
import { Sealed } from "../sealed.ts";

/** Of what is described, stated or counted anew, why; null only where it is new. */
const reason = Sealed.or(z.null());

export const subjectKinds = {
  "subject.described": z.strictObject({
    subject: SubjectId,
    /** In which this person is seen, or in which somebody speaks of them. It stays. */
    item: ItemId,
    known: SubjectKnown,
    /** Demanded of one that is only spoken of. */
    spokenOf: SpokenOf.or(z.null()),
    /** Clothing and position only: what a second person would look for. */
    description: Sealed,
    /** What somebody says that this person was, and the claim in which they do; null where nobody does. */
    roleAsClaimed: z.strictObject({ claim: ClaimId, words: Sealed }).or(z.null()),
    protection: z.array(SealedProtection).max(7),
    reason,
  }),
  "subject.withdrawn": z.strictObject({ subject: SubjectId, reason: Sealed }),
  /** Made again under its id it takes the place of what stood there. */
  "subject-state.stated": z.strictObject({
    state: SubjectStateId,
    subject: SubjectId,
    item: ItemId,
    fromS: ItemSeconds,
    toS: ItemSeconds,
    /** Sealed SubjectStateFacts. */
    facts: Sealed,
    reason,
  }),
  "subject-state.withdrawn": z.strictObject({ state: SubjectStateId, reason: Sealed }),
  "same-person.judged": z.strictObject({
    judgement: SamePersonId,
    a: SubjectId,
    b: SubjectId,
    verdict: SamePersonVerdict,
    on: z.array(SamePersonBasis).max(5),
    reason: Sealed,
  }),
  "same-person.withdrawn": z.strictObject({ judgement: SamePersonId, reason: Sealed }),
  "shot.counted": z.strictObject({
    shot: ShotId,
    item: ItemId,
    atS: ItemSeconds,
    /** How far off that may be (95 %), seconds. */
    plusMinusS: z.number().positive().max(3600),
    channel: ShotChannel,
    basis: ShotBasis,
    /** Why it is called a shot. */
    words: Sealed,
    reason,
  }),
  "shot.withdrawn": z.strictObject({ shot: ShotId, reason: Sealed }),
} as const;
