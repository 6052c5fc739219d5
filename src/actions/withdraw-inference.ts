/** Takes an inference back, with the reason. It stays in the lists, struck through. */
import type { InferenceId } from "../core/inference/inference.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandInference, type InferencePorts } from "./inference-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such inference, or it was withdrawn before. */
export async function withdrawInference(
  ports: InferencePorts,
  viewer: Viewer,
  { inference, reason }: { inference: InferenceId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`inference ${inference}`, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandInference(ports, inference);
    return [{ kind: "inference.withdrawn", data: { inference, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
