/** Writes what was made of answers that do not agree: a resolution, or the view of whoever keeps to theirs. Both answers stay. */
import { CaseError } from "../core/case/case-error.ts";
import type { BlindId } from "../core/blind/blind.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type BlindPorts, demandReview } from "./blind-ports.ts";
import { demandReason } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedResolution {
  readonly blind: BlindId;
  readonly how: "resolution" | "minority-view";
  readonly text: string;
}

/** Throws CaseError INPUT_INVALID while answers are not revealed, NOT_ALLOWED for the view of who gave no answer. */
export async function resolveBlind(ports: BlindPorts, viewer: Viewer, { blind, how, text }: WantedResolution): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`blind review ${blind}: a ${how === "resolution" ? "resolution" : "minority view"}`, text);
  const { seal, opens } = createSealing(ports.writer);
  const words = seal(text.trim());
  const [line] = await ports.writer.append(async () => {
    const { sealed, to } = await demandReview(ports, blind);
    const counted = sealed.filter(({ slot }) => slot !== null);
    const hidden = counted.filter(({ revealed }) => revealed === null).length;
    if (hidden > 0 || counted.length === 0)
      throw new CaseError(
        "INPUT_INVALID",
        `blind review ${blind}: expected revealed answers to write about; found ${counted.length - hidden} of ${to.length}`,
      );
    const answered = counted.some((one) => one.answerer === viewer.person || (one.outside !== null && one.by === viewer.person));
    if (how === "minority-view" && !answered)
      throw new CaseError(
        "NOT_ALLOWED",
        `blind review ${blind}: expected the view of somebody who answered; found ${viewer.person}, who did not`,
      );
    return [{ kind: "blind.resolved", data: { blind, how, text: words }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
