/** What rows of imported sheets state of an item: always as that row's words, never as the item's own facts. */
import type { ItemId } from "../core/item/item.ts";
import type { RecordedRow, SheetColumn, SheetImportId } from "../core/sheet/sheet-records.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface RowStatement {
  readonly import: SheetImportId;
  readonly sheet: ItemId;
  readonly sheetName: string;
  readonly at: string;
  readonly seq: number;
  readonly columns: SheetColumn[];
  readonly row: RecordedRow;
  /** The import whose row stands in its place, or that took it away. */
  readonly replacedBy?: SheetImportId;
  /** Why its import was undone. */
  readonly undone?: string;
}

/** In the order in which they came into the case. */
export async function rowStatements(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<RowStatement[]> {
  demand(viewer, "read");
  const rows = await reader.views.db
    .selectFrom("imported_row")
    .innerJoin("sheet_import", "sheet_import.id", "imported_row.import")
    .leftJoin("item", "item.number", "sheet_import.sheet")
    .select([
      "imported_row.import",
      "imported_row.json",
      "imported_row.replaced_by",
      "sheet_import.sheet",
      "sheet_import.at",
      "sheet_import.seq",
    ])
    .select(["sheet_import.columns_json", "sheet_import.undone", "item.name as sheet_name"])
    .where("imported_row.item", "=", Number(item.slice(1)))
    .orderBy("imported_row.import")
    .orderBy("imported_row.row")
    .execute();
  return rows.map(({ import: id, json, replaced_by, sheet, at, seq, columns_json, undone, sheet_name }) => ({
    import: `m${id}`,
    sheet: itemId(sheet),
    sheetName: sheet_name ?? "name withheld",
    at,
    seq,
    columns: JSON.parse(columns_json) as SheetColumn[],
    row: JSON.parse(json) as RecordedRow,
    ...(replaced_by === null ? {} : { replacedBy: `m${replaced_by}` }),
    ...(undone === null ? {} : { undone }),
  }));
}
