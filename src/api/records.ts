/** Records by their names over HTTP: what a ground, a cell or a comment points at, in a line each. */
import { z } from "zod";
import { ItemId } from "../core/item/item.ts";
import { RecordName } from "../core/review/ground.ts";
import { RecordSort } from "../core/review/record-sort.ts";

export const RecordCard = z.strictObject({
  record: RecordName,
  sort: RecordSort,
  /** In the case's own words; "withheld" where this copy does not hold them. */
  title: z.string(),
  /** The last line of the ledger about it: what a ground names. */
  line: z.number().int().min(1),
  /** Why it was taken back; null while it stands. */
  withdrawn: z.string().or(z.null()),
  /** Where the workbench shows it. */
  address: z.string(),
  /** What it is of, where it is of one item. */
  item: ItemId.optional(),
  /** Item time, seconds: where it begins. */
  atS: z.number().optional(),
  /** Where it ends; absent for a moment. */
  toS: z.number().optional(),
});
export type RecordCard = z.infer<typeof RecordCard>;

/** At most this many names in one question. */
export const mostRecordNames = 500;

export const RecordsQuery = z.strictObject({
  /** Separated by commas. Names that the case does not have are left out of the answer. */
  names: z
    .string()
    .max(mostRecordNames * 18)
    .transform((names) => names.split(",").filter((name) => name !== ""))
    .pipe(z.array(RecordName).max(mostRecordNames)),
});

export const RecordSearchQuery = z.strictObject({
  /** Words that stand in the record, or its name; empty: what was written last. */
  q: z.string().max(500).default(""),
  /** Only of this sort. */
  sort: RecordSort.optional(),
});

/** In the order asked for; of a search, the record of that name first, then what was written last. */
export const RecordsAnswer = z.strictObject({ records: z.array(RecordCard) });
export type RecordsAnswer = z.infer<typeof RecordsAnswer>;
