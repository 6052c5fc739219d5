/**
 * An edited export against the case as it is now, cell by cell. A cell that differs was changed in the sheet, in the case since,
 * or in both, which is a conflict and nobody's to decide silently.
 */
import type { Sha256 } from "../hash/digest.ts";
import { GraphicLevel, ItemId, TriageState } from "../item/item.ts";
import { type Base, cellsByHeader, evenCell, type ExportRow, isOurs, keyOf, markOf, readBase, rowName } from "./export-row.ts";
import { unguardedCell } from "./formula-cell.ts";
import { spreadsheetChange } from "./spreadsheet-change.ts";
import { raisedLevel } from "./graphic-words.ts";
import type { RowRef } from "./sheet-records.ts";

export interface CellDiff {
  readonly column: string;
  /** In the case now. */
  readonly before: string;
  /** In the sheet. */
  readonly after: string;
  /** "refused": no sheet may change it; `reason` says why. */
  readonly sort: "change" | "conflict" | "refused";
  readonly reason?: string;
}

export interface RowDiff {
  /** Row of the sheet; none for one that is in the case alone. */
  readonly row: number | undefined;
  readonly item: ItemId | undefined;
  readonly ref: RowRef | null;
  readonly state: "same" | "changed" | "conflict" | "new" | "removed" | "not-in-case" | "doubled";
  readonly cells: readonly CellDiff[];
}

export interface EditedSheet {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export function diffExport(sheet: EditedSheet, current: readonly ExportRow[], sha256: Sha256): RowDiff[] {
  const place = new Map(sheet.header.map((name, at) => [name, at]));
  const cell = (cells: readonly string[], name: string): string => unguardedCell(cells[place.get(name) ?? -1] ?? "");
  const byKey = new Map(current.map((row) => [keyOf(row.item, rowName(row.ref)), row]));
  const seen = new Set<string>();
  let exportedAt = 0;
  const diffs = sheet.rows.map(({ row, cells }): RowDiff => {
    const item = cell(cells, "wm_item");
    if (item.trim() === "") return { row, item: undefined, ref: null, state: "new", cells: [] };
    const key = keyOf(item, cell(cells, "wm_row"));
    const base = readBase(cell(cells, "wm_base"));
    exportedAt = Math.max(exportedAt, base?.seq ?? 0);
    const there = byKey.get(key);
    const id = ItemId.safeParse(item.trim());
    if (there === undefined) return { row, item: id.success ? id.data : undefined, ref: null, state: "not-in-case", cells: [] };
    if (seen.has(key)) return { row, item: there.item, ref: there.ref, state: "doubled", cells: [] };
    seen.add(key);
    const known = cellsByHeader(there);
    const changed = sheet.header.flatMap((column) => cellDiff(column, known.get(column), cell(cells, column), base, sha256) ?? []);
    return { row, item: there.item, ref: there.ref, state: stateOf(changed), cells: changed };
  });
  // A row that came into the case after the export is no row that somebody took out of it.
  const removed = current.filter((row) => row.seq <= exportedAt && !seen.has(keyOf(row.item, rowName(row.ref))));
  return [...diffs, ...removed.map(({ item, ref }): RowDiff => ({ row: undefined, item, ref, state: "removed", cells: [] }))];
}

function cellDiff(column: string, before: string | undefined, after: string, base: Base | undefined, sha256: Sha256): CellDiff | undefined {
  if (column === "wm_item" || column === "wm_row" || column === "wm_base") return undefined;
  const now = before ?? "";
  if (evenCell(now) === evenCell(after)) return undefined;
  if (base?.marks.has(markOf(column, after, sha256)) === true) return undefined;
  const diff = { column, before: now, after };
  const refused = refusalOf(column, now, after);
  if (refused !== undefined) return { ...diff, sort: "refused", reason: refused };
  // A column that the case does not have cannot have changed there.
  const moved = before !== undefined && base?.marks.has(markOf(column, now, sha256)) !== true;
  return moved ? { ...diff, sort: "conflict" } : { ...diff, sort: "change" };
}

function refusalOf(column: string, before: string, after: string): string | undefined {
  if (column === "wm_triage")
    return TriageState.safeParse(after.trim()).success ? undefined : `expected one of ${TriageState.options.join(", ")}`;
  if (column === "wm_level") {
    const level = GraphicLevel.safeParse(after.trim());
    if (!level.success) return `expected one of ${GraphicLevel.options.join(", ")}`;
    return raisedLevel(GraphicLevel.parse(before), level.data) === undefined
      ? "a sheet only ever raises the shield; lower it at the desk"
      : undefined;
  }
  return isOurs(column) ? "the case's own column; a sheet cannot change it" : spreadsheetChange(before, after);
}

function stateOf(cells: readonly CellDiff[]): RowDiff["state"] {
  if (cells.some(({ sort }) => sort === "conflict")) return "conflict";
  return cells.some(({ sort }) => sort === "change") ? "changed" : "same";
}
