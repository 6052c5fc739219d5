/** Imports of sheets: which there were, what was undone, and how columns with these headers were read the last time. */
import type { ItemId } from "../core/item/item.ts";
import type { RecordedRow, SheetColumn, SheetImportId } from "../core/sheet/sheet-records.ts";
import type { EntryData } from "../core/entry/entry.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { headersKey } from "../views/project-sheet-import.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface SheetImportLine {
  readonly id: SheetImportId;
  readonly sheet: ItemId;
  readonly sheetName: string;
  readonly at: string;
  readonly byName: string;
  readonly seq: number;
  readonly counts: EntryData<"sheet.imported">["counts"];
  /** Why it was undone. */
  readonly undone?: string;
}

/** Newest first. */
export async function listSheetImports(reader: CaseReader, viewer: Viewer): Promise<SheetImportLine[]> {
  demand(viewer, "read");
  const rows = await reader.views.db
    .selectFrom("sheet_import")
    .leftJoin("item", "item.number", "sheet_import.sheet")
    .leftJoin("person", "person.id", "sheet_import.by")
    .select(["sheet_import.id", "sheet_import.sheet", "sheet_import.at", "sheet_import.seq", "counts_json", "sheet_import.undone"])
    .select(["item.name as sheet_name", "person.name as by_name"])
    .orderBy("sheet_import.id", "desc")
    .limit(200)
    .execute();
  return rows.map(({ id, sheet, at, seq, counts_json, undone, sheet_name, by_name }) => ({
    id: `m${id}`,
    sheet: itemId(sheet),
    sheetName: sheet_name ?? "name withheld",
    at,
    byName: by_name ?? "name withheld",
    seq,
    counts: JSON.parse(counts_json) as SheetImportLine["counts"],
    ...(undone === null ? {} : { undone }),
  }));
}

/** Columns of the last import of a sheet with these headers that still stands. */
export async function rememberedColumns(reader: CaseReader, columns: readonly SheetColumn[]): Promise<SheetColumn[] | undefined> {
  const row = await reader.views.db
    .selectFrom("sheet_import")
    .select("columns_json")
    .where("headers", "=", headersKey(columns))
    .where("undone", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.columns_json) as SheetColumn[]);
}

export interface SheetImportFound {
  readonly undone: boolean;
  readonly rows: RecordedRow[];
  /** Imports that stand and whose rows stand for some of this one's. */
  readonly replacedBy: SheetImportId[];
}

export async function sheetImportOf(reader: CaseReader, id: SheetImportId): Promise<SheetImportFound | undefined> {
  const { db } = reader.views;
  const number = Number(id.slice(1));
  const found = await db.selectFrom("sheet_import").select("undone").where("id", "=", number).executeTakeFirst();
  if (found === undefined) return undefined;
  const rows = await db.selectFrom("imported_row").select(["json", "replaced_by"]).where("import", "=", number).orderBy("row").execute();
  const later = new Set(rows.flatMap(({ replaced_by }) => (replaced_by === null ? [] : [replaced_by])));
  return {
    undone: found.undone !== null,
    rows: rows.map(({ json }) => JSON.parse(json) as RecordedRow),
    replacedBy: [...later].toSorted((a, b) => a - b).map((one): SheetImportId => `m${one}`),
  };
}

/** What an undo did: items that left the lists, and those that stay because somebody worked on them since. */
export async function undoneItems(reader: CaseReader, id: SheetImportId): Promise<{ gone: number; stay: ItemId[] }> {
  const rows = await reader.views.db
    .selectFrom("imported_row")
    .innerJoin("item", "item.number", "imported_row.item")
    .select(["item.number", "item.undone"])
    .where("imported_row.import", "=", Number(id.slice(1)))
    .where("imported_row.action", "=", "made")
    .orderBy("item.number")
    .execute();
  return {
    gone: rows.filter(({ undone }) => undone !== null).length,
    stay: rows.filter(({ undone }) => undone === null).map(({ number }) => itemId(number)),
  };
}
