/** The short assessment that material collected in haste still waits for. */
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";

/** Throws CaseError ITEM_UNKNOWN. */
export async function assessItems(
  ports: { writer: CaseWriter } & KnowsItems,
  viewer: Viewer,
  assessment: { items: readonly ItemId[]; relevance: string; riskOfRemoval: "low" | "high" | "unknown"; riskToPeople: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandItems(ports, assessment.items);
  const data = { ...assessment, items: [...assessment.items] };
  const [line] = await ports.writer.append(() => [{ kind: "item.assessed", data }]);
  return { seq: line?.head.seq ?? 0 };
}
