/**
 * Confirms, signed, that a key point of a public edition may say what it says in other words than the finding's statement, which alone was
 * approved. Whoever makes the edition must be somebody else: the edition's rules see to that. Other words, and it is confirmed anew.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { FindingId } from "../core/finding/finding.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandFits } from "./demand-fits.ts";
import { createSealing } from "./sealing.ts";

export interface ConfirmKeyPointPorts {
  readonly writer: CaseWriter;
  /** The version of a finding that an edition would take: the approved one. */
  readonly approvedVersion: (finding: FindingId) => Promise<number | undefined>;
}

/** Throws CaseError INPUT_INVALID. */
export async function confirmKeyPoint(
  { writer, approvedVersion }: ConfirmKeyPointPorts,
  viewer: Viewer,
  { finding, text }: { readonly finding: FindingId; readonly text: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `key point of ${finding}`;
  if (text.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: expected its words; found none`);
  demandFits(thing, "words", [text]);
  const { seal, opens } = createSealing(writer);
  const words = seal(text.trim());
  const [line] = await writer.append(async () => {
    const version = await approvedVersion(finding);
    if (version === undefined)
      throw new CaseError("INPUT_INVALID", `${thing}: expected a finding of which a version is approved; found none`);
    return [{ kind: "key-point.confirmed", data: { finding, version, text: words }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
