/** Takes a mark back, with the reason. What it covered is shown again: whoever looked at the item whole has to look again. */
import type { RedactionId } from "../core/redaction/redaction.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandRedaction, type RedactionPorts } from "./redaction-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such mark, or it was taken back before. */
export async function withdrawRedaction(
  ports: RedactionPorts,
  viewer: Viewer,
  { redaction, reason }: { redaction: RedactionId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`mark ${redaction}`, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandRedaction(ports, redaction);
    return [{ kind: "redaction.withdrawn", data: { redaction, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
