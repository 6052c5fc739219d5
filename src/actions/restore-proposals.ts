/** Takes rejections of proposals back by their lines: what was proposed is put forward again. */
import { CaseError } from "../core/case/case-error.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { ClaimPorts } from "./claim-ports.ts";

/** All in one append, or none. Throws CaseError INPUT_INVALID. */
export async function restoreProposals(
  { writer, claims }: ClaimPorts,
  viewer: Viewer,
  { lines }: { lines: readonly number[] },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const wanted = [...new Set(lines)];
  const appended = await writer.append(async () => {
    for (const line of wanted)
      if (!(await claims.rejectionStands(line)))
        throw new CaseError("INPUT_INVALID", `line ${line}: expected the rejection of a proposal that stands; found none`);
    return wanted.map((rejected) => ({ kind: "claim-proposal.restored" as const, data: { rejected } }));
  });
  return { seq: appended.at(-1)?.head.seq ?? 0 };
}
