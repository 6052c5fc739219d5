/** What an import would do, cell by cell, without doing any of it. */
import { CaseError } from "../core/case/case-error.ts";
import { publicAddress } from "../core/link/public-address.ts";
import { diffExport, type RowDiff } from "../core/sheet/diff-export.ts";
import { keyOf, rowName } from "../core/sheet/export-row.ts";
import { type PlannedRow, planImport } from "../core/sheet/plan-import.ts";
import type { CellRead } from "../core/sheet/read-row.ts";
import { readDateCell } from "../core/time/read-date-cell.ts";
import type { ImportSheetPorts } from "./import-sheet-ports.ts";
import { editedSheetOf } from "./import-sheet-export.ts";
import { type HiddenLinks, rowsOf, type SheetAsked, type SheetTable, tableOf } from "./import-sheet-rows.ts";

type PreviewPorts = Pick<ImportSheetPorts, "targets" | "remembered" | "exportRows" | "sha256">;

/** Throws CaseError INPUT_INVALID. */
export async function previewSheet(ports: PreviewPorts, text: string, asked: SheetAsked, hidden: readonly HiddenLinks[]) {
  const edited = editedSheetOf(text);
  if (edited !== undefined) return previewOfExport(ports, edited);
  const table = await tableOf(text, asked, ports.remembered);
  const read = rowsOf(table, hidden);
  const planned = planImport(read, await ports.targets(read));
  return {
    kind: "rows" as const,
    delimiter: table.delimiter,
    header: table.header,
    remembered: table.remembered,
    columns: table.columns.map((column, at) => ({ ...column, ...columnCounts(table, planned, at) })),
    rows: planned.map((plan, at) => ({
      row: plan.read.row,
      cells: [...plan.read.cells],
      reads: plan.read.reads.map((read, place) => previewOf(read, plan.read.cells[place] ?? "")),
      action: plan.action,
      item: plan.item ?? null,
      name: plan.read.link?.shown ?? plan.read.name,
      level: plan.read.level ?? null,
      flags: [...plan.flags].map((flag) => ("items" in flag ? { ...flag, items: [...flag.items] } : flag)),
      flawed: table.rows[at]?.flawed ?? false,
    })),
    counts: {
      made: count(planned, "made"),
      attached: count(planned, "attached"),
      duplicate: count(planned, "duplicate"),
      leftOut: count(planned, "left-out"),
      unreadable: planned.reduce((sum, { flags }) => sum + flags.filter(({ flag }) => flag === "unreadable").length, 0),
      bothOrders: planned.reduce((sum, { flags }) => sum + flags.filter(({ flag }) => flag === "both-orders").length, 0),
    },
  };
}

/** Before anything is kept of a paste: how a file of it ends its name. Throws CaseError INPUT_INVALID. */
export async function demandRows(ports: Pick<ImportSheetPorts, "remembered">, text: string, asked: SheetAsked): Promise<"csv" | "tsv"> {
  const { rows, delimiter } = editedSheetOf(text) ?? (await tableOf(text, asked, ports.remembered));
  if (rows.length === 0) throw new CaseError("INPUT_INVALID", "sheet: expected rows below its header; found none");
  return delimiter === "\t" ? "tsv" : "csv";
}

async function previewOfExport(ports: PreviewPorts, edited: NonNullable<ReturnType<typeof editedSheetOf>>) {
  const current = await ports.exportRows();
  const names = new Map(current.map((row) => [keyOf(row.item, rowName(row.ref)), row.known.wm_name]));
  const diffs = diffExport(edited, current, ports.sha256);
  const cells = new Map(edited.rows.map(({ row, cells: of }) => [row, of]));
  const state = (which: RowDiff["state"]) => diffs.filter((diff) => diff.state === which).length;
  const refused = diffs.flatMap((diff) => diff.cells.filter(({ sort }) => sort === "refused"));
  return {
    kind: "export" as const,
    same: state("same"),
    rows: diffs
      .filter((diff) => diff.state !== "same" || diff.cells.length > 0)
      .map(({ row, item, ref, state: of, cells: changed }) => {
        const key = item === undefined ? "" : keyOf(item, rowName(ref));
        const words = row === undefined ? "" : ((cells.get(row) ?? []).find((cell) => cell.trim() !== "") ?? "");
        return {
          row: row ?? null,
          item: item ?? null,
          ref,
          key,
          name: names.get(key) ?? words,
          state: of,
          cells: changed.map((cell) => ({ ...cell })),
        };
      }),
    counts: {
      changed: state("changed"),
      conflict: state("conflict"),
      new: state("new"),
      removed: state("removed"),
      notInCase: state("not-in-case"),
      doubled: state("doubled"),
      refused: refused.length,
    },
  };
}

function count(planned: readonly PlannedRow[], action: PlannedRow["action"]): number {
  return planned.filter((plan) => plan.action === action).length;
}

function previewOf(read: CellRead, cell: string) {
  switch (read.as) {
    case "links":
      return {
        as: read.as,
        links: read.links.map(({ shown, normalised, verbatim }) => ({
          shown,
          normalised: publicAddress(normalised).address,
          changed: normalised !== verbatim || !cell.includes(verbatim),
        })),
      };
    case "place":
      return { as: read.as, claim: read.claim, remarks: [...read.remarks] };
    case "time":
      return { as: read.as, readings: read.read.readings.map(({ as, claim }) => ({ as, claim })), remarks: [...read.read.remarks] };
    default:
      return read;
  }
}

/** What the figures of a date column say together of their order; each cell alone says nothing. */
function columnCounts({ columns, rows }: SheetTable, planned: readonly PlannedRow[], at: number) {
  const dated = ["date", "posted", "recorded", "archived", "clock"].includes(columns[at]?.role ?? "");
  let filled = 0;
  let twoOrders = 0;
  let onlyDayFirst = 0;
  let onlyMonthFirst = 0;
  for (const { cells } of rows) {
    const cell = cells[at] ?? "";
    if (cell.trim() === "") continue;
    filled++;
    const figures = dated ? /^\s*(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?!\d)/.exec(cell) : null;
    const read = figures === null ? undefined : readDateCell(cell, { basis: "" });
    if (read?.state !== "read") continue;
    if (read.remarks.includes("both-orders")) twoOrders++;
    else if (Number(figures?.[1]) > 12) onlyDayFirst++;
    else if (Number(figures?.[2]) > 12) onlyMonthFirst++;
  }
  const unreadable = planned.filter(({ read }) => read.reads[at]?.as === "unreadable").length;
  return { filled, unreadable, twoOrders, onlyDayFirst, onlyMonthFirst };
}
