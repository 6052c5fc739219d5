/** Rows of a sheet, some at a time: cells as they are, what was read out of them, and what the case holds of what they name. */
import { z } from "zod";
import { ItemId } from "../core/item/item.ts";
import { SheetRow } from "../core/sheet/sheet-row.ts";

export const SheetFormat = z.enum(["csv", "auto-archiver", "atlos", "link-list"]);

export const SheetSummary = z.strictObject({
  format: SheetFormat,
  /** Header cells as written. */
  columns: z.array(z.string()),
  rows: z.number().int(),
  links: z.number().int(),
});
export type SheetSummary = z.infer<typeof SheetSummary>;

/** A hash or a file that a row states, against what the case holds. */
export const RowCheck = z.strictObject({
  said: z.string(),
  /** "held": the case holds these bytes, or a file of that name beside the sheet. "differs": that file has another hash than the row states. */
  state: z.enum(["held", "differs", "not-held"]),
  item: ItemId.optional(),
});
export type RowCheck = z.infer<typeof RowCheck>;

export const ShownRow = z.strictObject({ ...SheetRow.shape, checks: z.array(RowCheck) });
export type ShownRow = z.infer<typeof ShownRow>;

export const RowsQuery = z.strictObject({
  q: z.string().max(500).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const RowsPage = z.strictObject({ total: z.number().int(), offset: z.number().int(), rows: z.array(ShownRow) });
export type RowsPage = z.infer<typeof RowsPage>;
