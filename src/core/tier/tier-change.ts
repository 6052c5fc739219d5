/** What makes a version of a tier another than the one before. A segment that moved or says something else must be read again. */
import { z } from "zod";

export const ChangedField = z.enum(["time", "words", "speaker", "alternatives", "overlap", "language", "source", "box", "machine"]);
export type ChangedField = z.infer<typeof ChangedField>;

export const SegmentChange = z.strictObject({
  id: z.number().int().min(1),
  is: z.enum(["new", "changed", "removed"]),
  /** Of one that is `changed`. */
  fields: z.array(ChangedField),
});
export type SegmentChange = z.infer<typeof SegmentChange>;
