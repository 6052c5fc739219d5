/** Takes back what a picture beside a text was said to show, with the reason. It bears on nothing again. */
import { CaseError } from "../core/case/case-error.ts";
import type { ExhibitId } from "../core/exhibit/exhibit.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import type { ExhibitPorts } from "./exhibit-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such exhibit, or it was taken back before. */
export async function withdrawExhibit(
  ports: ExhibitPorts,
  viewer: Viewer,
  { exhibit, reason }: { exhibit: ExhibitId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`exhibit ${exhibit}`, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    const state = await ports.exhibits.exhibit(exhibit);
    if (state !== "stands")
      throw new CaseError(
        "INPUT_INVALID",
        `exhibit ${exhibit}: expected one that stands; found ${state === "unknown" ? "none of that number" : "one that was taken back"}`,
      );
    return [{ kind: "exhibit.withdrawn", data: { exhibit, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
