/**
 * What a judgement rests on: a record of the case as it stood at a line of the ledger. A later line about the same record, or
 * about what it rests on itself, makes the judgement stale.
 */
import { z } from "zod";

/** Ids of records that can carry something: "i3", "o12", "n2", "k7", "P1"; and "q4" and the like where a search is cited. */
export const RecordName = z.string().regex(/^[a-zA-Z]{1,2}[1-9][0-9]{0,14}$/);
export type RecordName = z.infer<typeof RecordName>;

/** Item time, seconds: the clock that honours the edit list, as tiers and offsets use it. */
const ItemSeconds = z.number().finite();

export const Ground = z.strictObject({
  /** Null where the line itself is the ground: a judgement on copies, a triage, a fixity check. */
  record: RecordName.or(z.null()),
  /** The line of the ledger that the person had before them: the last one about this record then. */
  line: z.number().int().min(1),
  /** The stretch of a recording that is meant; null where the whole record is. */
  at: z.strictObject({ fromS: ItemSeconds, toS: ItemSeconds }).or(z.null()),
  /** Segments of a tier that are meant. */
  segments: z.array(z.string()).max(200).or(z.null()),
  /** What this shows, in the person's words. May be empty: the record speaks for itself. */
  shows: z.string().max(2000),
});
export type Ground = z.infer<typeof Ground>;
