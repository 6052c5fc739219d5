/** Sets graphic level or triage state on items, all of them in one entry. */
import type { GraphicLevel, ItemId, TriageState } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";

/** Resolves with the entry's number. Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function triageItems(
  ports: { writer: CaseWriter } & KnowsItems,
  viewer: Viewer,
  change: { items: readonly ItemId[]; graphicLevel?: GraphicLevel | undefined; state?: TriageState | undefined },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandItems(ports, change.items);
  const { graphicLevel, state } = change;
  const data = {
    items: [...change.items],
    ...(graphicLevel === undefined ? {} : { graphicLevel }),
    ...(state === undefined ? {} : { state }),
  };
  const [line] = await ports.writer.append(() => [{ kind: "item.triaged", data }]);
  return { seq: line?.head.seq ?? 0 };
}
