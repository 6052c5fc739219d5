/** Takes back what a picture beside a text was said to show, with the reason. It bears on nothing again. */
import type { ExhibitId } from "../core/exhibit/exhibit.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
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
    demandStanding(`exhibit ${exhibit}`, await ports.exhibits.exhibit(exhibit));
    return [{ kind: "exhibit.withdrawn", data: { exhibit, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
