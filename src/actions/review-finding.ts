/**
 * Records that somebody who wrote no part of a finding read the signed version: they approve it or give it back with a note. Nobody
 * approves their own, told by person and by key; nobody approves what changed since it was read, or what could not be signed now.
 */
import { CaseError } from "../core/case/case-error.ts";
import { reviewerFault } from "../core/finding/finding-standing.ts";
import type { FindingId } from "../core/finding/finding.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandFinding, demandNewest, demandSignable, type FindingPorts } from "./finding-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedFindingReview {
  readonly finding: FindingId;
  /** The version that was read. */
  readonly version: number;
  readonly verdict: "approves" | "returns";
  /** Demanded of who gives it back. */
  readonly note: string;
}

/** Throws CaseError INPUT_INVALID naming what stands against approval, NOT_ALLOWED for who wrote any part of it, OBJECT_MISSING. */
export async function reviewFinding(
  ports: FindingPorts,
  viewer: Viewer,
  { finding, version, verdict, note }: WantedFindingReview,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `finding ${finding}, version ${version}`;
  if (verdict === "returns") demandReason(`${thing}: a review that gives it back`, note);
  const { opens, sealOrNull } = createSealing(ports.writer);
  const words = sealOrNull(note.trim() === "" ? null : note.trim());
  const [line] = await ports.writer.append(async () => {
    const held = await demandFinding(ports, finding);
    const { document } = demandNewest(finding, held, version);
    const { writers, signed } = held.standing();
    const keysOf = await ports.findings.keysOf();
    const fault = reviewerFault({ person: viewer.person, key: null, writers, keysOf });
    if (fault !== undefined) throw new CaseError("NOT_ALLOWED", `${thing}: expected ${fault}`);
    if (signed === null)
      throw new CaseError("INPUT_INVALID", `${thing}: expected a version that its author signed; found it unsigned. It is signed first.`);
    if (verdict === "approves") await demandSignable(ports, finding, { version, document }, "approved");
    return [{ kind: "finding.reviewed", data: { finding, version, document, verdict, note: words }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
