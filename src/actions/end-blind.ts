/** Ends a blind review, with a reason: nobody is waited for any more, and what is sealed and not revealed stays unknown. */
import type { BlindId } from "../core/blind/blind.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type BlindPorts, demandReview } from "./blind-ports.ts";
import { demandReason } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";

/** Throws CaseError INPUT_INVALID. */
export async function endBlind(
  ports: BlindPorts,
  viewer: Viewer,
  { blind, reason }: { readonly blind: BlindId; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`blind review ${blind}: ending it`, reason);
  const { seal, opens } = createSealing(ports.writer);
  const why = seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandReview(ports, blind);
    return [{ kind: "blind.ended", data: { blind, reason: why }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
