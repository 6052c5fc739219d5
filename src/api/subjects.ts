/** Subjects over HTTP: labels, what is seen of them by time, which labels are one person, and shots. */
import { z } from "zod";
import { ClaimId } from "../core/claim/claim.ts";
import { ItemId } from "../core/item/item.ts";
import { ObservationId } from "../core/observation/observation.ts";
import { SamePersonBasis, SamePersonId, SamePersonVerdict } from "../core/subject/same-person.ts";
import { ShotBasis, ShotChannel, ShotId } from "../core/subject/shot.ts";
import { SubjectFactName, SubjectStateFacts, SubjectStateId } from "../core/subject/subject-state.ts";
import { SpokenOf, SubjectId, SubjectKnown, SubjectProtection } from "../core/subject/subject.ts";
import { ItemSeconds } from "../core/time/item-seconds.ts";
import { CopyItem } from "./copies.ts";

const words = z.string().max(5000);
const written = {
  reason: z.string().or(z.null()),
  /** Why it was taken back. */
  withdrawn: z.string().optional(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  seq: z.number().int(),
};

const Protection = z.strictObject({ sort: SubjectProtection, reason: words });

export const SubjectRow = z.strictObject({
  id: SubjectId,
  item: ItemId,
  known: SubjectKnown,
  spokenOf: SpokenOf.or(z.null()),
  description: z.string(),
  roleAsClaimed: z.strictObject({ claim: ClaimId, words: z.string() }).or(z.null()),
  protection: z.array(Protection),
  ...written,
});
export type SubjectRow = z.infer<typeof SubjectRow>;

export const SubjectStateRow = z.strictObject({
  id: SubjectStateId,
  subject: SubjectId,
  item: ItemId,
  fromS: z.number(),
  toS: z.number(),
  facts: SubjectStateFacts.or(z.literal("withheld")),
  ...written,
});
export type SubjectStateRow = z.infer<typeof SubjectStateRow>;

export const SamePersonRow = z.strictObject({
  id: SamePersonId,
  a: SubjectId,
  b: SubjectId,
  verdict: SamePersonVerdict,
  on: z.array(SamePersonBasis),
  ...written,
});
export type SamePersonRow = z.infer<typeof SamePersonRow>;

export const ShotRow = z.strictObject({
  id: ShotId,
  item: ItemId,
  /** Counted within the item over those that stand, in the order of time; null for one that was taken back. */
  number: z.number().int().or(z.null()),
  atS: z.number(),
  plusMinusS: z.number(),
  channel: ShotChannel,
  basis: ShotBasis,
  words: z.string(),
  ...written,
});
export type ShotRow = z.infer<typeof ShotRow>;

export const StateContradictionRow = z.strictObject({
  sort: z.enum([
    "seen-and-not-seen",
    "alive-after-no-sign",
    "wound-gone",
    "seen-out-of-frame",
    "said-yet-seen",
    "one-person-twice",
    "same-and-not-same",
  ]),
  subject: SubjectId,
  fact: SubjectFactName.optional(),
  records: z.array(z.string()),
});
export type StateContradictionRow = z.infer<typeof StateContradictionRow>;

export const SubjectsAnswer = z.strictObject({
  subjects: z.array(SubjectRow),
  states: z.array(SubjectStateRow),
  judgements: z.array(SamePersonRow),
  shots: z.array(ShotRow),
  /** Listed and never resolved. */
  contradictions: z.array(StateContradictionRow),
  items: z.array(CopyItem),
});
export type SubjectsAnswer = z.infer<typeof SubjectsAnswer>;

export const ItemTimelineAnswer = z.strictObject({
  item: ItemId,
  span: z.strictObject({ startS: z.number(), endS: z.number() }).or(z.null()),
  /** Null: nobody looked for cuts yet, or that could not be done. */
  cuts: z.array(z.number()).or(z.null()),
  lanes: z.array(
    z.strictObject({
      subject: SubjectId,
      parts: z.array(
        z.strictObject({
          fromS: z.number(),
          toS: z.number(),
          standing: z.enum(["alive", "no-sign", "stated", "out-of-frame", "unsaid"]),
          states: z.array(SubjectStateId),
          endsInCut: z.boolean(),
        }),
      ),
    }),
  ),
});
export type ItemTimelineAnswer = z.infer<typeof ItemTimelineAnswer>;

export const DescribeSubjectRequest = z.strictObject({
  subject: SubjectId.optional(),
  item: ItemId,
  known: SubjectKnown,
  spokenOf: SpokenOf.or(z.null()).default(null),
  description: words,
  roleAsClaimed: z.strictObject({ claim: ClaimId, words }).or(z.null()).default(null),
  protection: z.array(Protection).max(7).default([]),
  reason: words.default(""),
});
export type DescribeSubjectRequest = z.input<typeof DescribeSubjectRequest>;

export const StateSubjectRequest = z.strictObject({
  state: SubjectStateId.optional(),
  subject: SubjectId,
  item: ItemId,
  fromS: ItemSeconds,
  toS: ItemSeconds,
  facts: SubjectStateFacts,
  reason: words.default(""),
});
export type StateSubjectRequest = z.input<typeof StateSubjectRequest>;

export const JudgeSamePersonRequest = z.strictObject({
  judgement: SamePersonId.optional(),
  a: SubjectId,
  b: SubjectId,
  verdict: SamePersonVerdict,
  on: z.array(SamePersonBasis).max(5),
  reason: words,
});
export type JudgeSamePersonRequest = z.input<typeof JudgeSamePersonRequest>;

const plusMinusS = z.number().positive().max(3600);
const basis = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("sudden-sound"), atS: ItemSeconds }),
  z.strictObject({ by: z.literal("observation"), observation: ObservationId }),
]);

export const CountShotRequest = z.strictObject({
  shot: ShotId.optional(),
  item: ItemId,
  atS: ItemSeconds,
  plusMinusS,
  channel: ShotChannel,
  basis,
  words,
  reason: words.default(""),
});
export type CountShotRequest = z.input<typeof CountShotRequest>;

/** What of a shot is not said is as `like` says it. */
export const CorrectShotsRequest = z.strictObject({
  item: ItemId,
  counted: z
    .array(
      z.strictObject({
        shot: ShotId.optional(),
        like: ShotId,
        atS: ItemSeconds,
        plusMinusS,
        channel: ShotChannel.optional(),
        basis: basis.optional(),
        words: words.optional(),
      }),
    )
    .max(20),
  withdrawn: z.array(ShotId).max(20),
  reason: words,
});
export type CorrectShotsRequest = z.input<typeof CorrectShotsRequest>;

export const WithdrawSubjectRequest = z.strictObject({
  record: z.union([SubjectId, SubjectStateId, SamePersonId, ShotId]),
  reason: words,
});
export type WithdrawSubjectRequest = z.input<typeof WithdrawSubjectRequest>;
