/** What may be done with items, who has what to do with them, and how they were assessed. */
import { z } from "zod";
import { Assessment } from "../core/conditions/assessment.ts";
import { Conditions, Consent, Scope, Use } from "../core/conditions/conditions.ts";
import { ItemId } from "../core/item/item.ts";
import { AccountId, AttributionRole } from "../core/source/account.ts";
import { longestSourceText, SourceId } from "../core/source/source.ts";

/** Who wrote the line that says it. */
export const written = { at: z.string(), by: z.string(), byName: z.string(), seq: z.number().int() };

const Refusal = z.enum(["withdrawn", "no-consent", "embargo", "unknown"]);

/** The short line of a list: why an item may not be published, and what else weighs on it. */
export const ConditionSigns = z.strictObject({
  publishing: z.literal("allowed").or(Refusal),
  embargoUntil: Conditions.shape.embargoUntil,
  legalHold: z.boolean(),
  disposalDue: z.boolean(),
});
export type ConditionSigns = z.infer<typeof ConditionSigns>;

const ofBinding = {
  subject: z.union([ItemId, SourceId]),
  through: z.enum(["own", "came-from", "given-by"]),
  line: z.number().int(),
};
const holding = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, from: z.strictObject(ofBinding).or(z.null()) });

export const StatedLine = z.strictObject({ conditions: Conditions, ...written });
export type StatedLine = z.infer<typeof StatedLine>;

export const AttributionLine = z.strictObject({
  role: AttributionRole,
  account: AccountId.or(z.literal("unknown")),
  source: SourceId.or(z.literal("unknown")),
  basis: z.string(),
  standing: z.enum(["stated", "withdrawn"]),
  ...written,
});
export type AttributionLine = z.infer<typeof AttributionLine>;

export const AssessmentLine = z.strictObject({ assessment: Assessment, ...written });
export type AssessmentLine = z.infer<typeof AssessmentLine>;

export const ItemConditions = z.strictObject({
  /** The instant that embargoes and withdrawals were held against. */
  at: z.string(),
  uses: z.array(
    z.strictObject({
      use: Use,
      consent: holding(Consent),
      may: z.discriminatedUnion("allowed", [
        z.strictObject({ allowed: z.literal(true) }),
        z.strictObject({ allowed: z.literal(false), because: Refusal, why: z.string(), line: z.number().int().optional() }),
      ]),
    }),
  ),
  effective: z.strictObject({
    embargoUntil: holding(Conditions.shape.embargoUntil),
    withdrawnAt: holding(Conditions.shape.withdrawnAt),
    mayContact: holding(Consent),
    retention: holding(Conditions.shape.retention),
    legalHold: holding(Conditions.shape.legalHold),
  }),
  disposalDue: z.boolean(),
  legalHold: z.boolean(),
  /** Every statement that binds the item, its own first. */
  bindings: z.array(z.strictObject({ ...ofBinding, conditions: Conditions })),
  /** What was stated of the item itself, newest first. */
  history: z.array(StatedLine),
  attributions: z.array(AttributionLine),
  /** Newest first. */
  assessments: z.array(AssessmentLine),
});
export type ItemConditions = z.infer<typeof ItemConditions>;

/** Words that are to be said anew are never null here. */
const terms = z.strictObject({ words: z.string().trim().min(1).max(5000) });
const hold = z.strictObject({ reason: z.string().trim().min(1).max(5000) });

/** Fields that are left out stay, for each subject, as they are. */
export const ConditionChanges = z
  .strictObject({
    ...Conditions.shape,
    scope: Scope.partial(),
    terms: terms.or(z.enum(["none", "unknown"])),
    legalHold: hold.or(z.enum(["none", "unknown"])),
  })
  .partial();
export type ConditionChanges = z.infer<typeof ConditionChanges>;

export const ItemConditionsRequest = z.strictObject({ items: z.array(ItemId).min(1).max(5000), changes: ConditionChanges });
export const SourceConditionsRequest = z.strictObject({ changes: ConditionChanges });

export const AttributionRequest = z.strictObject({
  items: z.array(ItemId).min(1).max(5000),
  role: AttributionRole,
  account: AccountId.or(z.literal("unknown")).default("unknown"),
  source: SourceId.or(z.literal("unknown")).default("unknown"),
  basis: z.string().trim().min(1).max(longestSourceText),
  standing: z.enum(["stated", "withdrawn"]).default("stated"),
});

const Weighed = z.strictObject({ count: z.number().int(), items: z.array(ItemId) });
/** What a pack, which is a hand-over, has to know of conditions before it is written. Lists hold the first 200. */
export const PackConditions = z.strictObject({
  unknown: Weighed,
  noConsent: Weighed,
  embargo: Weighed,
  withdrawn: Weighed,
});
export type PackConditions = z.infer<typeof PackConditions>;

/** The next item that waits for its short assessment, told without anything to look at. */
export const Unassessed = z.strictObject({
  left: z.number().int(),
  /** All that the case holds. */
  held: z.number().int(),
  item: z
    .strictObject({
      id: ItemId,
      name: z.string(),
      kind: z.string(),
      size: z.number().or(z.literal("unknown")),
      durationSec: z.number().or(z.literal("unknown")),
      posted: z.string(),
      /** The time posted is that of an e-mail: its sender's clock. */
      sent: z.boolean(),
      source: z.string(),
      /** What the poster wrote, of the earliest post that carries it. */
      caption: z.string().or(z.literal("unknown")),
    })
    .or(z.null()),
});
export type Unassessed = z.infer<typeof Unassessed>;
