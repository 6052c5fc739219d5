/** Puts a note on an item. The words are sealed: a copy can leave them out. */
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";

/** Throws CaseError ITEM_UNKNOWN. */
export async function writeNote(
  ports: { writer: CaseWriter } & KnowsItems,
  viewer: Viewer,
  note: { item: ItemId; text: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandItems(ports, [note.item]);
  const text = ports.writer.seal(note.text);
  const [line] = await ports.writer.append(() => [
    { kind: "note.written", data: { item: note.item, text: text.sealed }, opens: [text.opened] },
  ]);
  return { seq: line?.head.seq ?? 0 };
}
