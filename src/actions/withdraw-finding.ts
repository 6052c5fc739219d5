/** Takes a finding back, with the reason. It stays visible, marked, with everything that was signed. */
import type { FindingId } from "../core/finding/finding.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandFinding, type FindingPorts } from "./finding-ports.ts";
import { createSealing } from "./sealing.ts";

/** Throws CaseError INPUT_INVALID. */
export async function withdrawFinding(
  ports: FindingPorts,
  viewer: Viewer,
  { finding, reason }: { readonly finding: FindingId; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`finding ${finding}`, reason);
  const { opens, seal } = createSealing(ports.writer);
  const why = seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandFinding(ports, finding);
    return [{ kind: "finding.withdrawn", data: { finding, reason: why }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
