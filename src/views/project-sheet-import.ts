/**
 * Imports of sheets: what each row states, beside its item and never as a fact of it; and imports taken back. An item that an
 * undone import made leaves the lists, unless somebody worked on it since.
 */
import { foldedHeader } from "../core/sheet/header-meaning.ts";
import { SheetRecords, type SheetColumn } from "../core/sheet/sheet-records.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { indexText, unindexTexts } from "./index-text.ts";

const sheetImported: Handler<"sheet.imported"> = async ({ at, by, data }, on) => {
  on.tookId(data.import);
  const id = itemNumber(data.import);
  const { seq } = on.line.head;
  // Withheld or erased records: the import stands with its counts, and its rows are not known here.
  const read = SheetRecords.safeParse(await on.result(data.records)).data;
  on.run(
    `insert into sheet_import (id, sheet, of, at, by, seq, headers, columns_json, counts_json) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    itemNumber(data.sheet),
    read?.of ?? "rows",
    at,
    by,
    seq,
    read === undefined ? "" : headersKey(read.columns),
    JSON.stringify(read?.columns ?? []),
    JSON.stringify(data.counts),
  );
  for (const row of read?.rows ?? []) {
    const item = itemNumber(row.item);
    on.run(
      "insert or ignore into imported_row (import, row, item, action, json, replaces_import, replaces_row) values (?, ?, ?, ?, ?, ?, ?)",
      id,
      row.row,
      item,
      row.action,
      JSON.stringify(row),
      row.replaces === undefined ? null : itemNumber(row.replaces.import),
      row.replaces?.row ?? null,
    );
    if (row.replaces !== undefined) {
      on.run("update imported_row set replaced_by = ? where import = ? and row = ?", id, itemNumber(row.replaces.import), row.replaces.row);
    }
    // The line that made the item is about it already; of others this is the line that speaks of them.
    if (row.action !== "made") on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, seq);
    const words = row.cells.join(" ").trim();
    if (words !== "") indexText(on, item, null, words);
  }
};

/** Sheets with the same headers in the same order are taken to have the same columns. */
export function headersKey(columns: readonly Pick<SheetColumn, "header">[]): string {
  return JSON.stringify(columns.map(({ header }) => foldedHeader(header)));
}

const sheetImportUndone: Handler<"sheet.import-undone"> = ({ data }, on) => {
  const id = itemNumber(data.import);
  const said = on.opened(data.reason);
  on.run(
    "update sheet_import set undone = ?, undone_seq = ? where id = ?",
    typeof said === "string" ? said : "withheld",
    on.line.head.seq,
    id,
  );
  restoreReplaced(on, id);
  on.run(
    `update item set undone = ? where number in (select item from imported_row where import = ? and action = 'made')
     and not exists (select 1 from entry_item e, sheet_import s where s.id = ? and e.item = item.number and e.seq > s.seq
      and e.seq not in (select seq from sheet_import where undone is not null))`,
    id,
    id,
    id,
  );
  leaveIndexes(on, id);
};

/** What left the lists is no link that waits for a capture, no link that stands already, and no answer to a search. */
function leaveIndexes(on: Projecting, id: number): void {
  on.run("delete from link where item in (select number from item where undone = ?)", id);
  for (const { number } of on.all<{ number: number }>("select number from item where undone = ?", id)) {
    for (const sort of ["name", "text"] as const) unindexTexts(on, number, sort);
  }
}

/** Rows that the import stood for stand again, unless a later import replaced it in turn. */
function restoreReplaced(on: Projecting, id: number): void {
  on.run("update imported_row set replaced_by = null where replaced_by = ?", id);
}

export const projectSheetImport = { "sheet.imported": sheetImported, "sheet.import-undone": sheetImportUndone };
