/** Takes an identification back, with the reason. It stays in the lists, struck through. */
import type { IdentificationId } from "../core/identification/identification.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { faultOfNaming } from "../reason/identification/check-identification.ts";
import { likelyNames, outletWords } from "../reason/identification/person-names.ts";
import { demandReason, refuseFault } from "./event-ports.ts";
import { demandIdentification, type IdentificationPorts } from "./identification-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such identification, or it was taken back before. */
export async function withdrawIdentification(
  ports: IdentificationPorts,
  viewer: Viewer,
  { identification, reason }: { identification: IdentificationId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`identification ${identification}`, reason);
  refuseFault(`identification ${identification}`, faultOfNaming("its item", likelyNames(reason, outletWords)));
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandIdentification(ports, identification);
    return [{ kind: "identification.withdrawn", data: { identification, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
