/**
 * Takes an edited export of this case back in: only the changes that a person accepted. A changed row stands for the earlier
 * one from then on; a removed row stops standing; new rows are taken in like those of any sheet. One append, one undo.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import { GraphicLevel, type ItemId, TriageState } from "../core/item/item.ts";
import { columnsOf } from "../core/sheet/column-roles.ts";
import { type CellDiff, diffExport, type RowDiff } from "../core/sheet/diff-export.ts";
import { allStated, cellsByHeader, type ExportRow, isOurs, isOwnExport, keyOf, rowName } from "../core/sheet/export-row.ts";
import { unguardedCell } from "../core/sheet/formula-cell.ts";
import { planImport } from "../core/sheet/plan-import.ts";
import { readSheetRow, type RowRead } from "../core/sheet/read-row.ts";
import type { RecordedRow, SheetColumn } from "../core/sheet/sheet-records.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { readPasted } from "../formats/sheet/read-pasted.ts";
import type { Imported } from "./import-sheet.ts";
import { countsOf, keepRecords, madeDraft, raisedDrafts, recordOf, triageDrafts } from "./import-sheet-draft.ts";
import type { ImportSheetPorts } from "./import-sheet-ports.ts";

/** Undefined when the text is no export of ours: its rows are those of any sheet then. */
export function editedSheetOf(
  text: string,
): { delimiter: string; header: string[]; rows: { row: number; cells: readonly string[] }[] } | undefined {
  // Cells may hold more of another sign than there are columns; the name of the first column tells, where it stands first.
  const { delimiter, records } = readPasted(text, /^\uFEFF?"?wm_item"?([,;\t])/.exec(text)?.[1]);
  const header = records[0]?.cells.map(unguardedCell);
  if (header === undefined || !isOwnExport(header)) return undefined;
  const first = records[0]?.at ?? 1;
  return { delimiter, header, rows: records.slice(1).map(({ at, cells }) => ({ row: at - first, cells })) };
}

/** `accepted`: rows of the sheet, by their number, and removed rows by their key ("i3 m1:4"). */
export interface Accepted {
  readonly rows: readonly number[];
  readonly removed: readonly string[];
}

/** Throws CaseError INPUT_INVALID. */
export async function importEditedExport(
  ports: ImportSheetPorts,
  viewer: Viewer,
  { sheet, text, accepted }: { sheet: ItemId; text: string; accepted: Accepted },
): Promise<Imported> {
  demand(viewer, "append");
  const edited = editedSheetOf(text);
  if (edited === undefined)
    throw new CaseError("INPUT_INVALID", "sheet: expected an export of this case with its wm_ columns; found another sheet");
  const { writer, vault, sha256 } = ports;
  let imported: Omit<Imported, "seq"> | undefined;
  const lines = await writer.append(async (numbers) => {
    const current = await ports.exportRows();
    const diffs = diffExport(edited, current, sha256);
    const byKey = new Map(current.map((row) => [keyOf(row.item, rowName(row.ref)), row]));
    const columns = statedColumns(edited, current);
    const chosen = new Set(accepted.rows);
    const recorded: RecordedRow[] = [];
    const states = new Map<ItemId, TriageState>();

    for (const diff of diffs) {
      if (
        diff.row === undefined ||
        diff.item === undefined ||
        !chosen.has(diff.row) ||
        (diff.state !== "changed" && diff.state !== "conflict")
      )
        continue;
      const there = byKey.get(keyOf(diff.item, rowName(diff.ref)));
      if (there !== undefined) recorded.push(changedRow({ ...diff, row: diff.row, item: diff.item }, there, columns, states));
    }
    const made: EntryDraft[] = [];
    const fresh = edited.rows.filter(({ row }) => chosen.has(row) && diffs.some((diff) => diff.row === row && diff.state === "new"));
    const reads = fresh.map(({ row, cells }) => newRow(edited.header, columns, row, cells));
    const planned = planImport(
      reads.map(({ read }) => read),
      await ports.targets(reads.map(({ read }) => read)),
    );
    const itemOfRow = new Map<number, ItemId>();
    for (const [at, { read, action, item, sameAs }] of planned.entries()) {
      const known = item ?? (sameAs === undefined ? undefined : itemOfRow.get(sameAs));
      if (action === "left-out") continue;
      const id = known ?? numbers.item();
      itemOfRow.set(read.row, id);
      if (known === undefined) made.push(madeDraft(writer, sheet, id, read));
      const state = TriageState.safeParse(reads[at]?.triage);
      if (state.success) states.set(id, state.data);
      recorded.push({
        ...recordOf(read, id, known === undefined ? "made" : action),
        cells: [...read.cells.slice(0, columns.length)],
        ...(state.success ? { triage: { before: "new", after: state.data } } : {}),
      });
    }
    const gone = new Set(accepted.removed);
    let free = edited.rows.reduce((most, { row }) => Math.max(most, row), 0);
    for (const diff of diffs) {
      if (diff.state !== "removed" || diff.item === undefined || diff.ref === null || !gone.has(keyOf(diff.item, rowName(diff.ref))))
        continue;
      // It stands in no row of the sheet; its number is one that the sheet does not use.
      recorded.push({
        row: ++free,
        cells: [],
        means: { links: [], times: [], places: [], files: [], hashes: [] },
        item: diff.item,
        action: "removed",
        replaces: diff.ref,
      });
    }
    if (recorded.length === 0) throw new CaseError("INPUT_INVALID", "sheet: expected changes to take in; found none among those accepted");
    const standing = await ports.standingOf([...new Set(recorded.map((row) => row.item))]);
    const raised = raisedDrafts(recorded, (item) => standing.get(item)?.level ?? "unassessed");
    const records = await keepRecords(vault, { sheet, of: "export", header: true, columns: [...columns], rows: recorded });
    imported = {
      import: numbers.next("m"),
      sheet,
      counts: countsOf(recorded, edited.rows.length - recorded.filter(({ action }) => action !== "removed").length),
    };
    return [...made, ...raised, ...triageDrafts(states), { kind: "sheet.imported", data: { ...imported, records, clipboard: null } }];
  });
  return { ...(imported as Omit<Imported, "seq">), seq: lines.at(-1)?.head.seq ?? 0 };
}

/** Stated columns of the case, and those that the sheet adds. */
function statedColumns(
  edited: { header: readonly string[]; rows: readonly { cells: readonly string[] }[] },
  current: readonly ExportRow[],
): SheetColumn[] {
  const columns = allStated(current);
  const found = columnsOf(
    edited.header,
    edited.rows.map(({ cells }) => cells.map(unguardedCell)),
  );
  for (const [at, header] of edited.header.entries()) {
    const column = found[at];
    if (!isOurs(header) && !columns.has(header) && column !== undefined) columns.set(header, { ...column, header });
  }
  return [...columns.values()];
}

function changedRow(
  diff: RowDiff & { row: number; item: ItemId },
  there: ExportRow,
  columns: readonly SheetColumn[],
  states: Map<ItemId, TriageState>,
): RecordedRow {
  const taken = diff.cells.filter(({ sort }) => sort !== "refused");
  const after = (column: string): CellDiff | undefined => taken.find((cell) => cell.column === column);
  const known = cellsByHeader(there);
  const cells = columns.map(({ header }) => after(header)?.after ?? known.get(header) ?? "");
  const read = readSheetRow(columns, { row: diff.row, cells });
  const triage = TriageState.safeParse(after("wm_triage")?.after.trim());
  const level = GraphicLevel.safeParse(after("wm_level")?.after.trim());
  if (triage.success) states.set(diff.item, triage.data);
  return {
    ...recordOf(read, diff.item, "changed"),
    ...(there.ref === null ? {} : { replaces: there.ref }),
    changes: taken.map(({ column, before, after: now }) => ({ column, before, after: now })),
    ...(level.success ? { level: level.data } : {}),
    ...(triage.success ? { triage: { before: TriageState.parse(there.known.wm_triage), after: triage.data } } : {}),
  };
}

/** A row that somebody added may use our columns for its name and link; they are read, and not kept as stated. */
function newRow(
  header: readonly string[],
  columns: readonly SheetColumn[],
  row: number,
  cells: readonly string[],
): { read: RowRead; triage: string } {
  const cell = (name: string) => unguardedCell(cells[header.indexOf(name)] ?? "");
  const ours: readonly SheetColumn[] = [
    { header: "wm_link", role: "link", dateOrder: "not-said" },
    { header: "wm_name", role: "title", dateOrder: "not-said" },
    { header: "wm_level", role: "graphic", dateOrder: "not-said" },
  ];
  const all = [...columns, ...ours];
  return { read: readSheetRow(all, { row, cells: all.map((column) => cell(column.header)) }), triage: cell("wm_triage").trim() };
}
