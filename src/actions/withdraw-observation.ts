/** Takes an observation back, with the reason. Both stay in the ledger. */
import { CaseError } from "../core/case/case-error.ts";
import type { ObservationId } from "../core/observation/observation.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

/** Throws CaseError INPUT_INVALID when there is no such observation, or it was withdrawn before. */
export async function withdrawObservation(
  ports: { writer: CaseWriter; standing: (id: ObservationId) => Promise<boolean> },
  viewer: Viewer,
  { observation, reason }: { observation: ObservationId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const [line] = await ports.writer.append(async () => {
    if (!(await ports.standing(observation))) {
      throw new CaseError("INPUT_INVALID", `observation ${observation}: expected one that stands; found none, or one withdrawn before`);
    }
    return [{ kind: "observation.withdrawn", data: { observation, reason } }];
  });
  return { seq: line?.head.seq ?? 0 };
}
