/** Entries of editions handed over: what was made, what the leak test said, who got it, and what had to be corrected. */
import { z } from "zod";
import { EditionId, EditionSort } from "../../edition/edition.ts";
import { FindingId } from "../../finding/finding.ts";
import { Digest } from "../../hash/digest.ts";
import { UtcInstant } from "../../time/time-claim.ts";
import { Sealed } from "../sealed.ts";

const finding = z.strictObject({ finding: FindingId, version: z.number().int().min(1), document: Digest });

export const editionKinds = {
  /** Signed. Made again under its id it is a later version of the same edition. */
  "edition.sealed": z.strictObject({
    edition: EditionId,
    version: z.number().int().min(1),
    sort: EditionSort,
    findings: z.array(finding).min(1).max(50),
    /** Object: EditionPlan, canonical JSON. */
    plan: Digest,
    /** SHA-256 of the bag's payload manifest. */
    manifest: Digest,
    seq: z.number().int().min(1),
    head: Digest,
    objects: z.number().int().min(0),
    withheld: z.number().int().min(0),
    /** Object: LeakReport; null in a court edition, which is not scanned. */
    leaks: Digest.or(z.null()),
    /** Object: CommitmentOpenings; null in a court edition, which hands the originals over. */
    openings: Digest.or(z.null()),
  }),
  /** Signed. The register of disclosure: a pack went to somebody. */
  "edition.disclosed": z.strictObject({
    edition: EditionId,
    version: z.number().int().min(1),
    manifest: Digest,
    to: Sealed,
    at: UtcInstant,
    why: Sealed,
    /** How it went: by hand, by messenger, encrypted to whom. */
    how: Sealed,
  }),
  /** Signed. The receiver said that it arrived. `at`: when it did; lines of before do not say. */
  "disclosure.acknowledged": z.strictObject({ disclosed: z.number().int().min(1), at: UtcInstant.optional(), statement: Sealed }),
  /**
   * Signed, by a second person: the key point of a public edition may say this of that version of the finding, in other words than its
   * statement, which were approved.
   */
  "key-point.confirmed": z.strictObject({
    finding: FindingId,
    version: z.number().int().min(1),
    text: Sealed,
  }),
  /** Signed. A correction that names the packs it concerns. */
  "correction.issued": z.strictObject({
    concerns: z
      .array(z.strictObject({ edition: EditionId, version: z.number().int().min(1) }))
      .min(1)
      .max(100),
    /** Object: the text of the correction, UTF-8. */
    text: Digest,
    /** Lines that made the grounds stale. */
    because: z.array(z.number().int().min(1)).max(200),
  }),
} as const;
