/** The short assessment that material collected in haste still waits for. What people write in it is sealed. */
import type { Assessment } from "../core/conditions/assessment.ts";
import type { OpenedValue, Sealed } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";

/** Throws CaseError ITEM_UNKNOWN. */
export async function assessItems(
  ports: { writer: CaseWriter } & KnowsItems,
  viewer: Viewer,
  { items, assessment }: { items: readonly ItemId[]; assessment: Assessment },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandItems(ports, items);
  const opens: OpenedValue[] = [];
  const seal = (words: string): Sealed => {
    const { sealed, opened } = ports.writer.seal(words);
    opens.push(opened);
    return sealed;
  };
  const sealKnown = (words: string): Sealed | "unknown" => (words === "unknown" ? words : seal(words));
  const { relevance, reliability, riskOfRemoval, riskToPeople, safety, laterDuties } = assessment;
  const data = {
    items: [...items],
    relevance: seal(relevance),
    ...{ reliability, riskOfRemoval },
    ...{ riskToPeople: sealKnown(riskToPeople), safety: sealKnown(safety), laterDuties: sealKnown(laterDuties) },
  };
  const [line] = await ports.writer.append(() => [{ kind: "item.assessed", data, opens }]);
  return { seq: line?.head.seq ?? 0 };
}
