/**
 * Signs a version of a finding: its author answers for it. Refused with everything that is missing named at once, so that nobody is sent
 * round in circles. What is missing is asked of the case at the moment of signing, not taken from who asks.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { FindingId } from "../core/finding/finding.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandFinding, demandNewest, demandSignable, type FindingPorts } from "./finding-ports.ts";

/** Throws CaseError INPUT_INVALID naming each thing that is missing, NOT_ALLOWED for who did not write the version, OBJECT_MISSING. */
export async function signFinding(
  ports: FindingPorts,
  viewer: Viewer,
  { finding, version }: { readonly finding: FindingId; readonly version: number },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const [line] = await ports.writer.append(async () => {
    const held = await demandFinding(ports, finding);
    const newest = demandNewest(finding, held, version);
    if (newest.by !== viewer.person)
      throw new CaseError("NOT_ALLOWED", `finding ${finding}, version ${version}: expected the person who wrote it to sign; found another`);
    if (held.standing().signed !== null)
      throw new CaseError("INPUT_INVALID", `finding ${finding}, version ${version}: expected one that is not signed; found it signed`);
    await demandSignable(ports, finding, newest, "signed");
    return [{ kind: "finding.signed", data: { finding, version, document: newest.document }, opens: [] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
