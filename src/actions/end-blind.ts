/**
 * Ends a blind review, with a reason: nobody is waited for any more, and what is sealed stays unknown. Refused once an answer was
 * revealed: whoever dislikes what a second person found could end it otherwise, and nothing would stand against signing.
 */
import type { BlindId } from "../core/blind/blind.ts";
import { isRevealed } from "../core/blind/blind-review.ts";
import { CaseError } from "../core/case/case-error.ts";
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
    if (isRevealed(await demandReview(ports, blind)))
      throw new CaseError(
        "INPUT_INVALID",
        `blind review ${blind}: expected one of which nothing is revealed yet; found a revealed answer. What was revealed stays: reveal the others, and write a resolution or a minority view.`,
      );
    return [{ kind: "blind.ended", data: { blind, reason: why }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
