/**
 * Takes an import back, in one entry: what it made leaves the lists and stays in the ledger, marked. An item that somebody
 * worked on since stays. Shields that it raised stay raised; states that it set go back where nobody set another since.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId, TriageState } from "../core/item/item.ts";
import type { SheetImportId } from "../core/sheet/sheet-records.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { triageDrafts } from "./import-sheet-draft.ts";
import type { ImportSheetPorts } from "./import-sheet-ports.ts";

/** Throws CaseError INPUT_INVALID. */
export async function undoSheetImport(
  { writer, importOf, standingOf }: Pick<ImportSheetPorts, "writer" | "importOf" | "standingOf">,
  viewer: Viewer,
  { import: id, reason }: { import: SheetImportId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const words = writer.seal(reason);
  const lines = await writer.append(async () => {
    const found = await importOf(id);
    if (found === undefined) throw new CaseError("INPUT_INVALID", `import ${id}: expected one of this case; found none of that id`);
    if (found.undone) throw new CaseError("INPUT_INVALID", `import ${id}: expected one that stands; found that it was undone before`);
    if (found.replacedBy.length > 0)
      throw new CaseError(
        "INPUT_INVALID",
        `import ${id}: expected that nothing stands on it; found ${found.replacedBy.join(", ")}, which changed its rows. Undo that first`,
      );
    const back = new Map<ItemId, TriageState>();
    const set = found.rows.filter((row) => row.triage !== undefined);
    const standing = await standingOf(set.map(({ item }) => item));
    for (const { item, triage } of set) {
      if (triage !== undefined && standing.get(item)?.triage === triage.after) back.set(item, triage.before);
    }
    return [{ kind: "sheet.import-undone", data: { import: id, reason: words.sealed }, opens: [words.opened] }, ...triageDrafts(back)];
  });
  return { seq: lines[0]?.head.seq ?? 0 };
}
