/** What an import of a sheet keeps of every row: its cells verbatim, what could be read out of them, and what it became. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { GraphicLevel, ItemId, TriageState } from "../item/item.ts";
import { columnRoles } from "./header-meaning.ts";
import { SheetRow } from "./sheet-row.ts";

export const SheetImportId = recordId("m");
export type SheetImportId = z.infer<typeof SheetImportId>;

export const ColumnRole = z.enum(columnRoles);

/** What a person said of a column whose bare figures have two readings. */
export const DateOrder = z.enum(["not-said", "day-first", "month-first"]);
export type DateOrder = z.infer<typeof DateOrder>;

export const SheetColumn = z.strictObject({ header: z.string(), role: ColumnRole, dateOrder: DateOrder });
export type SheetColumn = z.infer<typeof SheetColumn>;

/** A row of an earlier import: "row 12 of m1". */
export const RowRef = z.strictObject({ import: SheetImportId, row: z.number().int().min(1) });
export type RowRef = z.infer<typeof RowRef>;

/** A cell that an edited export changed. */
export const CellChange = z.strictObject({ column: z.string(), before: z.string(), after: z.string() });
export type CellChange = z.infer<typeof CellChange>;

export const RecordedRow = z.strictObject({
  ...SheetRow.shape,
  item: ItemId,
  /**
   * made: the row made the item. attached: it names a file, hash or item that the case had. duplicate: its link is that of
   * a row above or of an item that the case had. changed: it replaces an earlier row. removed: it takes one away.
   */
  action: z.enum(["made", "attached", "duplicate", "changed", "removed"]),
  replaces: RowRef.optional(),
  changes: z.array(CellChange).optional(),
  /** Level that the row's words ask for; it only ever raises the item's. */
  level: GraphicLevel.optional(),
  triage: z.strictObject({ before: TriageState, after: TriageState }).optional(),
});
export type RecordedRow = z.infer<typeof RecordedRow>;

export const SheetRecords = z.strictObject({
  sheet: ItemId,
  /** "rows": rows of any sheet. "export": rows of this case's own export, edited. */
  of: z.enum(["rows", "export"]),
  /** False: the first row was taken as data, and the columns are lettered. */
  header: z.boolean(),
  columns: z.array(SheetColumn),
  rows: z.array(RecordedRow),
});
export type SheetRecords = z.infer<typeof SheetRecords>;
