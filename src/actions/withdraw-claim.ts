/** Takes a claim back, with the reason, and says what rested on it. It stays in the lists, struck through. */
import type { ClaimId } from "../core/claim/claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding, type RestingOnClaim } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";

/** What rests on it is left as it is: a person takes it back, or states the claim again. Throws CaseError INPUT_INVALID. */
export async function withdrawClaim(
  { writer, claims }: ClaimPorts,
  viewer: Viewer,
  { claim, reason }: { claim: ClaimId; reason: string },
): Promise<{ seq: number; rested: RestingOnClaim }> {
  demand(viewer, "append");
  demandReason(`claim ${claim}`, reason);
  const words = writer.seal(reason.trim());
  let rested: RestingOnClaim = { derivations: [], assumptions: [], replies: [] };
  const [line] = await writer.append(async () => {
    demandStanding(`claim ${claim}`, await claims.claim(claim));
    rested = await claims.restingOn(claim);
    return [{ kind: "claim.withdrawn", data: { claim, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0, rested };
}
