/**
 * Takes the rows of a sheet into the case, all of them in one append: each becomes an item that is known and not held, or
 * words on an item that the case has. The sheet itself is a held item already; what its rows state stays theirs.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryData, EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import { planImport } from "../core/sheet/plan-import.ts";
import type { RecordedRow, SheetImportId } from "../core/sheet/sheet-records.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { countsOf, keepRecords, madeDraft, raisedDrafts, recordOf } from "./import-sheet-draft.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { ImportSheetPorts } from "./import-sheet-ports.ts";
import { type HiddenLinks, rowsOf, type SheetAsked, tableOf } from "./import-sheet-rows.ts";
import { once } from "./once.ts";

export interface ImportRequest {
  /** The held item that the text is of. */
  readonly sheet: ItemId;
  readonly text: string;
  readonly asked: SheetAsked;
  /** Links behind cells, and the clipboard's HTML that they were read from. */
  readonly hidden?: readonly HiddenLinks[] | undefined;
  readonly clipboard?: string | undefined;
}

export interface Imported {
  readonly import: SheetImportId;
  readonly sheet: ItemId;
  readonly counts: EntryData<"sheet.imported">["counts"];
  readonly seq: number;
}

/** Throws CaseError INPUT_INVALID. */
export async function importSheet(ports: ImportSheetPorts, viewer: Viewer, request: ImportRequest): Promise<Imported> {
  demand(viewer, "append");
  const { writer, vault } = ports;
  const { sheet } = request;
  const table = await tableOf(request.text, request.asked, ports.remembered);
  const rows = rowsOf(table, request.hidden);
  const clipboard = request.clipboard === undefined ? null : await keepText(ports, request.clipboard);
  let imported: Omit<Imported, "seq"> | undefined;
  const lines = await writer.append(async (numbers) => {
    const planned = planImport(rows, await ports.targets(rows));
    const made: EntryDraft[] = [];
    const itemOfRow = new Map<number, ItemId>();
    const recorded: RecordedRow[] = [];
    for (const { read, action, item, sameAs } of planned) {
      if (action === "left-out") continue;
      const known = item ?? (sameAs === undefined ? undefined : itemOfRow.get(sameAs));
      const id = known ?? numbers.item();
      itemOfRow.set(read.row, id);
      if (known === undefined) made.push(madeDraft(writer, sheet, id, read));
      recorded.push(recordOf(read, id, known === undefined ? "made" : action));
    }
    if (recorded.length === 0) throw new CaseError("INPUT_INVALID", "sheet: expected rows below its header; found none");
    const standing = await ports.standingOf([...new Set(recorded.map((row) => row.item))]);
    const raised = raisedDrafts(recorded, (item) => standing.get(item)?.level ?? "unassessed");
    const records = await keepRecords(vault, { sheet, of: "rows", header: table.header, columns: [...table.columns], rows: recorded });
    const counts = countsOf(recorded, planned.length - recorded.length);
    imported = { import: numbers.next("m"), sheet, counts };
    return [...made, ...raised, { kind: "sheet.imported", data: { ...imported, records, clipboard } }];
  });
  return { ...(imported as Omit<Imported, "seq">), seq: lines.at(-1)?.head.seq ?? 0 };
}

async function keepText({ vault }: ImportSheetPorts, text: string) {
  const staged = await vault.stage(once(encodeUtf8(text.toWellFormed())));
  await vault.commit([staged]);
  return staged.digest;
}
