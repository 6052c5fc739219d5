/** The case as rows of a sheet: every row that stands with what it states, and every item of which no row states anything. */
import type { RecordedRow, SheetColumn } from "../core/sheet/sheet-records.ts";
import type { ExportRow } from "../core/sheet/export-row.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export async function exportRowsOf(reader: CaseReader, viewer: Viewer): Promise<ExportRow[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const items = await db
    .selectFrom("item")
    .leftJoin("link", "link.item", "item.number")
    .select([
      "item.number",
      "item.name",
      "item.kind",
      "item.level",
      "item.triage",
      "item.note_count",
      "item.object",
      "item.seq",
      "link.given",
    ])
    .where("item.undone", "is", null)
    .orderBy("item.number")
    .execute();
  const rows = await db
    .selectFrom("imported_row")
    .innerJoin("sheet_import", "sheet_import.id", "imported_row.import")
    .select(["imported_row.import", "imported_row.row", "imported_row.item", "imported_row.json", "sheet_import.seq"])
    .where("sheet_import.undone", "is", null)
    .where("imported_row.replaced_by", "is", null)
    .where("imported_row.action", "!=", "removed")
    .orderBy("imported_row.import")
    .orderBy("imported_row.row")
    .execute();
  const imports = await db.selectFrom("sheet_import").select(["id", "columns_json"]).execute();
  const columnsOf = new Map(imports.map(({ id, columns_json }) => [id, JSON.parse(columns_json) as SheetColumn[]]));
  const rowsOf = Map.groupBy(rows, ({ item }) => item);
  return items.flatMap((item): ExportRow[] => {
    const common = {
      item: itemId(item.number),
      known: {
        wm_name: item.name ?? "",
        wm_kind: item.kind,
        wm_link: item.given ?? "",
        wm_level: item.level,
        wm_triage: item.triage,
        wm_notes: String(item.note_count),
        wm_sha256: item.object?.slice("sha256:".length) ?? "",
      },
    };
    const stating = rowsOf.get(item.number) ?? [];
    if (stating.length === 0) return [{ ...common, ref: null, seq: item.seq, stated: [] }];
    return stating.map(({ import: id, row, json, seq }): ExportRow => {
      const { cells } = JSON.parse(json) as RecordedRow;
      const stated = (columnsOf.get(id) ?? []).map((column, at) => ({ ...column, cell: cells[at] ?? "" }));
      return { ...common, ref: { import: `m${id}`, row }, seq, stated };
    });
  });
}
