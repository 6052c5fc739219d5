/** The rows of a sheet, from their file into the tables piece by piece, inside the one transaction that takes in the entry. */
import type { SheetReading } from "../core/analysis/reading-result.ts";
import { readRows, type RowLine } from "../core/sheet/rows-file.ts";
import type { SheetRow } from "../core/sheet/sheet-row.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import { foldText } from "./fold-text.ts";
import type { Projecting } from "./handler.ts";
import { indexText, unindexTexts } from "./index-text.ts";

/** Search looks through this much of one row. */
const longestText = 100_000;

/** Throws RecordsUnreadable, with the tables as they were, when the file is not what the reading promises. */
export async function projectSheet(item: number, reading: SheetReading, rows: ByteStream, on: Projecting): Promise<void> {
  on.run("savepoint sheet");
  try {
    unindexTexts(on, item, "row");
    on.run("delete from sheet_row where item = ?", item);
    for await (const some of readRows(rows, reading.counts.rows)) {
      for (const line of some) addRow(item, line, on);
      await on.pause();
    }
  } catch (error) {
    on.run("rollback to sheet");
    on.run("release sheet");
    throw error;
  }
  on.run("release sheet");
  on.run(
    "insert or replace into sheet (item, format, columns_json, rows, links) values (?, ?, ?, ?, ?)",
    item,
    reading.format,
    JSON.stringify(reading.columns),
    reading.counts.rows,
    reading.counts.links,
  );
  on.run("update item set kind = 'sheet' where number = ?", item);
}

function addRow(item: number, { row }: RowLine, on: Projecting): void {
  const text = row.cells
    .filter((cell) => cell !== "")
    .join("\n")
    .slice(0, longestText)
    .toWellFormed();
  on.run(
    "insert into sheet_row (item, row, row_id, cells_json, means_json, text) values (?, ?, ?, ?, ?, ?)",
    item,
    row.row,
    row.id ?? null,
    JSON.stringify(row.cells),
    JSON.stringify(row.means),
    foldText(text),
  );
  if (text === "") return;
  indexText(on, item, null, text, { sort: "row", ref: row.row, posted: postedOf(row), place: placeOf(row) });
}

function postedOf({ means }: SheetRow): SheetRow["means"]["times"][number] | undefined {
  return means.times.find((time) => time.means === "posted");
}

function placeOf({ means }: SheetRow): { lat: number; lon: number; radiusM: number } | undefined {
  for (const { region } of means.places) {
    if (region !== "unknown" && region.shape === "circle") return { ...region.centre, radiusM: region.radiusM };
  }
  return undefined;
}
