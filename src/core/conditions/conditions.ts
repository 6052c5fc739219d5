/**
 * Under which conditions material may be kept and used: what whoever gave it agreed to, until when, on what legal ground. Every
 * field has an "unknown" of its own, and unknown never counts as yes.
 */
import { z } from "zod";
import { Sealed } from "../entry/sealed.ts";
import { SourceId } from "../source/source.ts";
import { UtcInstant } from "../time/time-claim.ts";

/** What somebody may want to do with material, from the narrowest to the widest circle of people. */
export const Use = z.enum(["keep", "analyse", "show-redacted", "publish", "share-with-court"]);
export type Use = z.infer<typeof Use>;

export const Consent = z.enum(["yes", "no", "unknown"]);
export type Consent = z.infer<typeof Consent>;

/** What was agreed to, use by use. */
export const Scope = z.strictObject({
  keep: Consent,
  analyse: Consent,
  "show-redacted": Consent,
  publish: Consent,
  "share-with-court": Consent,
});
export type Scope = z.infer<typeof Scope>;

export const LegalBasis = z.enum(["consent", "public-interest", "journalism", "legal-claims", "legal-obligation", "other", "unknown"]);
export type LegalBasis = z.infer<typeof LegalBasis>;

/** How the material was reached. */
export const AccessMethod = z.enum(["handed-over", "public", "logged-in", "partner", "bought", "other", "unknown"]);
export type AccessMethod = z.infer<typeof AccessMethod>;

/** Fields that are not words of people. */
const plain = {
  givenBy: SourceId.or(z.enum(["nobody", "unknown"])),
  scope: Scope,
  /** Nothing of it goes out before this instant. */
  embargoUntil: UtcInstant.or(z.enum(["none", "unknown"])),
  /** From this instant on, what was agreed to is taken back. */
  withdrawnAt: UtcInstant.or(z.enum(["not-withdrawn", "unknown"])),
  /** Whether whoever gave it may be contacted. */
  mayContact: Consent,
  legalBasis: LegalBasis,
  accessMethod: AccessMethod,
  /** Until when it may be kept. Past it, the item is listed as due for disposal; nothing is deleted by itself. */
  retention: UtcInstant.or(z.enum(["no-limit", "unknown"])),
} as const;

/** As they stand in a line of the ledger: people's words are sealed values. */
export const StatedConditions = z.strictObject({
  ...plain,
  terms: Sealed.or(z.enum(["none", "unknown"])),
  /** Held: nothing of it may be erased, whatever else is agreed. The reason says for which proceedings. */
  legalHold: z.strictObject({ reason: Sealed }).or(z.enum(["none", "unknown"])),
});
export type StatedConditions = z.infer<typeof StatedConditions>;

export const longestTerms = 5000;
const words = z.string().trim().min(1).max(longestTerms);

/** The same with the words opened. */
export const Conditions = z.strictObject({
  ...plain,
  terms: z.strictObject({ words: words.or(z.null()) }).or(z.enum(["none", "unknown"])),
  legalHold: z.strictObject({ reason: words.or(z.null()) }).or(z.enum(["none", "unknown"])),
});
/** `words` and `reason` are null where this copy withholds them. */
export type Conditions = z.infer<typeof Conditions>;

/** What holds for material of which nobody has said anything. */
export const unknownConditions: Conditions = {
  givenBy: "unknown",
  scope: { keep: "unknown", analyse: "unknown", "show-redacted": "unknown", publish: "unknown", "share-with-court": "unknown" },
  embargoUntil: "unknown",
  withdrawnAt: "unknown",
  mayContact: "unknown",
  legalBasis: "unknown",
  accessMethod: "unknown",
  retention: "unknown",
  terms: "unknown",
  legalHold: "unknown",
};
