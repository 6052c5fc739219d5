/** The case as a sheet that people can edit and bring back: one record per row that states something, and per item of which none does. */
import type { Sha256 } from "../core/hash/digest.ts";
import { atlosRecords } from "../core/sheet/atlos-columns.ts";
import { type ExportRow, exportRecords } from "../core/sheet/export-row.ts";
import { writeCsv } from "../formats/csv-out/write-csv.ts";

export type ExportColumns = "own" | "atlos";

/** `mark`: a byte-order mark, by which some spreadsheets tell UTF-8. */
export function exportRows(
  rows: readonly ExportRow[],
  { seq, sha256, columns, mark }: { seq: number; sha256: Sha256; columns: ExportColumns; mark: boolean },
): string {
  const records = columns === "own" ? exportRecords(rows, seq, sha256) : atlosRecords(rows);
  return `${mark ? "\uFEFF" : ""}${writeCsv(records)}`;
}
