/** Gives a claim its Admiralty digit. It says nothing of the source, whose letter stands apart; the two are never made one. */
import type { ClaimId, Credibility } from "../core/claim/claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID. */
export async function gradeClaim(
  { writer, claims }: ClaimPorts,
  viewer: Viewer,
  { claim, credibility, reason }: { claim: ClaimId; credibility: Credibility; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`credibility of claim ${claim}`, reason);
  const words = writer.seal(reason.trim());
  const [line] = await writer.append(async () => {
    demandStanding(`claim ${claim}`, await claims.claim(claim));
    return [{ kind: "claim.graded", data: { claim, credibility, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
