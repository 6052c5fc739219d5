/** Takes back what was said of where a statement comes from, with the reason. */
import type { DerivationId } from "../core/claim/derivation.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID. */
export async function withdrawDerivation(
  { writer, claims }: ClaimPorts,
  viewer: Viewer,
  { derivation, reason }: { derivation: DerivationId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`derivation ${derivation}`, reason);
  const words = writer.seal(reason.trim());
  const [line] = await writer.append(async () => {
    demandStanding(`derivation ${derivation}`, await claims.derivation(derivation));
    return [{ kind: "derivation.withdrawn", data: { derivation, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
