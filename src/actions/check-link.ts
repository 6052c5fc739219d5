/** Says whether something is still at its source, as a person saw it; how likely it is to go; and when to look again. */
import type { RiskOfRemoval } from "../core/conditions/assessment.ts";
import type { EntryData } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import type { CheckEvery, CheckOutcome } from "../core/link/capture.ts";
import type { Clock } from "../core/time/clock.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";
import { demandLinks, type KnowsLinks } from "./demand-links.ts";

export interface CheckLinkPorts extends KnowsItems, KnowsLinks {
  readonly writer: CaseWriter;
  readonly clock: Clock;
}

export interface LinkCheck {
  readonly item: ItemId;
  readonly outcome: CheckOutcome;
  readonly how: EntryData<"link.checked">["how"];
  readonly statement: string;
  readonly evidence: readonly ItemId[];
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function checkLink(
  ports: CheckLinkPorts,
  viewer: Viewer,
  { item, outcome, how, statement, evidence }: LinkCheck,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandLinks(ports, [item]);
  await demandItems(ports, evidence);
  const said = statement.trim() === "" ? undefined : ports.writer.seal(statement.trim());
  const [line] = await ports.writer.append(() => [
    {
      kind: "link.checked",
      data: { item, outcome, at: ports.clock.now(), how, statement: said?.sealed ?? null, evidence: [...evidence] },
      ...(said === undefined ? {} : { opens: [said.opened] }),
    },
  ]);
  return { seq: line?.head.seq ?? 0 };
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function planLinkChecks(
  ports: CheckLinkPorts,
  viewer: Viewer,
  { about, everyDays }: { about: readonly ItemId[] | "high-risk"; everyDays: CheckEvery },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  if (about !== "high-risk") await demandLinks(ports, about);
  const data = { about: about === "high-risk" ? about : [...about], everyDays };
  const [line] = await ports.writer.append(() => [{ kind: "link.check-planned", data }]);
  return { seq: line?.head.seq ?? 0 };
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function stateLinkRisk(
  ports: CheckLinkPorts,
  viewer: Viewer,
  { items, riskOfRemoval }: { items: readonly ItemId[]; riskOfRemoval: RiskOfRemoval },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandLinks(ports, items);
  const [line] = await ports.writer.append(() => [{ kind: "link.risk-stated", data: { items: [...items], riskOfRemoval } }]);
  return { seq: line?.head.seq ?? 0 };
}
