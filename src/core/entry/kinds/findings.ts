/** Entries that write, sign and review findings. Versions are whole; what is signed and approved is the object that was read. */
import { z } from "zod";
import { FindingId } from "../../finding/finding.ts";
import { Digest } from "../../hash/digest.ts";
import { QuestionId } from "../../question/question.ts";
import { Sealed } from "../sealed.ts";

const version = z.number().int().min(1);

export const findingKinds = {
  "finding.written": z.strictObject({
    finding: FindingId,
    version,
    question: QuestionId,
    /** Object: FindingDocument, canonical JSON. */
    document: Digest,
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  /** Signed: the author answers for this version. */
  "finding.signed": z.strictObject({ finding: FindingId, version, document: Digest }),
  /** Signed: somebody who wrote none of it read this version. */
  "finding.reviewed": z.strictObject({
    finding: FindingId,
    version,
    document: Digest,
    verdict: z.enum(["approves", "returns"]),
    note: Sealed.or(z.null()),
  }),
  "finding.withdrawn": z.strictObject({ finding: FindingId, reason: Sealed }),
} as const;
