/** Takes an element sheet back, with the reason. Its versions stay, struck through. */
import type { ElementSheetId } from "../core/element/element-sheet.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import type { ElementPorts } from "./element-ports.ts";
import { demandReason } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such sheet, or it was taken back before. */
export async function withdrawElementSheet(
  ports: ElementPorts,
  viewer: Viewer,
  { sheet, reason }: { readonly sheet: ElementSheetId; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`element sheet ${sheet}`, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    demandStanding(`element sheet ${sheet}`, (await ports.elements.sheet(sheet))?.state ?? "unknown");
    return [{ kind: "element-sheet.withdrawn", data: { sheet, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
