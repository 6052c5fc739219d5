/** Takes an assumption back, with the reason: from then on nothing uses it. */
import type { AssumptionId } from "../core/claim/assumption.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID. */
export async function withdrawAssumption(
  { writer, claims }: ClaimPorts,
  viewer: Viewer,
  { assumption, reason }: { assumption: AssumptionId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`assumption ${assumption}`, reason);
  const words = writer.seal(reason.trim());
  const [line] = await writer.append(async () => {
    demandStanding(`assumption ${assumption}`, await claims.assumption(assumption));
    return [{ kind: "assumption.withdrawn", data: { assumption, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
