/** Takes a bearing back, with the reason. */
import { CaseError } from "../core/case/case-error.ts";
import type { BearingId } from "../core/event/bearing.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason, type EventPorts } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID when no such bearing stands. */
export async function withdrawBearing(ports: EventPorts, viewer: Viewer, { bearing, reason }: { bearing: BearingId; reason: string }) {
  demand(viewer, "append");
  demandReason(`bearing ${bearing}`, reason);
  const words = ports.writer.seal(reason);
  const [line] = await ports.writer.append(async () => {
    if (!(await ports.known.bearingStands(bearing)))
      throw new CaseError("INPUT_INVALID", `bearing ${bearing}: expected one that stands; found none, or one withdrawn before`);
    return [{ kind: "bearing.withdrawn", data: { bearing, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
