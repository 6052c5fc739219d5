/** Entries of the redaction layer, of the second person who looked at a whole shot or answers for an exception, and of what a detector found. */
import { z } from "zod";
import { mostLeft } from "../../detector/detection.ts";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { RedactionId, RedactionReason } from "../../redaction/redaction.ts";
import { ReadText } from "../../redaction/text-standing.ts";
import { SubjectId } from "../../subject/subject.ts";
import { Sealed } from "../sealed.ts";

export const redactionKinds = {
  /** Made again under its id it takes the place of what stood there. */
  "redaction.marked": z.strictObject({
    redaction: RedactionId,
    item: ItemId,
    /** The bytes that it was marked on. */
    object: Digest,
    /** Object: RedactionMark or WordsMark, canonical JSON. */
    mark: Digest,
    cause: RedactionReason,
    subject: SubjectId.or(z.null()),
    reason: Sealed.or(z.null()),
  }),
  "redaction.withdrawn": z.strictObject({ redaction: RedactionId, reason: Sealed }),
  /** Signed. Somebody looked at the whole stretch: no person, plate, reflection or voice in it is unmarked. */
  "stretch.viewed": z.strictObject({
    item: ItemId,
    object: Digest,
    fromS: z.number(),
    toS: z.number(),
    /** Lines of the marks that stood then, and who made them: the viewer is none of these people. */
    marks: z.array(z.number().int().min(1)).max(1000),
    note: Sealed.or(z.null()),
  }),
  /** Signed. Somebody read the whole of these texts: no name, handle, place or number in them is unmarked. */
  "text.viewed": z.strictObject({
    item: ItemId,
    object: Digest,
    texts: z.array(ReadText).min(1).max(200),
    /** Lines of the marks on words that stood then: the reader made, changed and took back none. */
    marks: z.array(z.number().int().min(1)).max(1000),
    note: Sealed.or(z.null()),
  }),
  /** Signed, by somebody who did not ask for it: this subject, or this mark, may be shown in this edition's items all the same. */
  "protection.overridden": z.strictObject({
    item: ItemId,
    subject: SubjectId.or(z.null()),
    redaction: RedactionId.or(z.null()),
    reason: Sealed,
  }),
  /** A program of the person's own looked at pictures of the item. What it found is a machine's draft: it covers nothing and clears nothing. */
  "regions.detected": z.strictObject({
    item: ItemId,
    /** The bytes that were looked at. */
    object: Digest,
    /** Object: DetectionResult, canonical JSON. */
    result: Digest,
    /** Its name, as the result has it. */
    program: z.string().max(300),
    frames: z.number().int().min(1),
    regions: z.number().int().min(0),
  }),
  /** Signed. Somebody says what regions of one run are, and why they may be shown. */
  "region.left": z.strictObject({
    item: ItemId,
    /** Line of the run. */
    run: z.number().int().min(1),
    /** Places in the run's list of regions, rising. */
    regions: z.array(z.number().int().min(0)).min(1).max(mostLeft),
    what: Sealed,
    reason: Sealed,
  }),
} as const;
