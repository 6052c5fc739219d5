/** The short assessment that material collected in haste still waits for. What people write in it is sealed. */
import type { Assessment } from "../core/conditions/assessment.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";
import { createSealing } from "./sealing.ts";

/** Throws CaseError ITEM_UNKNOWN. */
export async function assessItems(
  ports: { writer: CaseWriter } & KnowsItems,
  viewer: Viewer,
  { items, assessment }: { items: readonly ItemId[]; assessment: Assessment },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandItems(ports, items);
  const { opens, seal, sealOrUnknown } = createSealing(ports.writer);
  const { relevance, reliability, riskOfRemoval, riskToPeople, safety, laterDuties } = assessment;
  const data = {
    items: [...items],
    relevance: seal(relevance),
    ...{ reliability, riskOfRemoval },
    ...{ riskToPeople: sealOrUnknown(riskToPeople), safety: sealOrUnknown(safety), laterDuties: sealOrUnknown(laterDuties) },
  };
  const [line] = await ports.writer.append(() => [{ kind: "item.assessed", data, opens }]);
  return { seq: line?.head.seq ?? 0 };
}
