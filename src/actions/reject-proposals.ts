/**
 * Writes down that claims which were put forward are not accepted, so that they are not put forward again. What a line says of the text
 * stands there in the clear: it is held against the text as a claim is.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Aspect } from "../core/claim/claim.ts";
import type { ClaimText } from "../core/claim/claim-text.ts";
import type { TextSpan } from "../core/claim/text-span.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { ClaimPorts } from "./claim-ports.ts";
import { type ReadText, textsReadOnce } from "./claim-texts.ts";
import { demandItems } from "./demand-items.ts";
import { createSealing } from "./sealing.ts";

export interface RejectedProposal {
  readonly text: ClaimText;
  readonly aspect: Aspect;
  readonly span: TextSpan;
  readonly valueSpan: TextSpan;
  /** Most need none: the words are in front of whoever reads them. */
  readonly reason: string | null;
}

/** A line for each, in one append. Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function rejectProposals(
  ports: ClaimPorts,
  viewer: Viewer,
  proposals: readonly RejectedProposal[],
): Promise<{ lines: number[]; seq: number }> {
  demand(viewer, "append");
  const drafts = proposals.map(({ text, aspect, span, valueSpan, reason }) => {
    const { seal, opens } = createSealing(ports.writer);
    const words = reason === null || reason.trim() === "" ? null : seal(reason.trim());
    return { kind: "claim-proposal.rejected" as const, data: { text, aspect, span, valueSpan, reason: words }, opens };
  });
  const decide = async () => {
    await demandItems(ports, [...new Set(proposals.map(({ text }) => text.item))]);
    const read = textsReadOnce(ports);
    for (const one of proposals) await demandInText(read, one);
    return drafts;
  };
  const lines = (await ports.writer.append(decide)).map(({ head }) => head.seq);
  return { lines, seq: lines.at(-1) ?? 0 };
}

async function demandInText(read: ReadText, { text, span, valueSpan }: RejectedProposal): Promise<void> {
  const found = await read(text);
  if ("refusal" in found) throw new CaseError("INPUT_INVALID", `rejected proposal: ${found.refusal}`);
  if (span.end > found.text.length)
    throw new CaseError(
      "INPUT_INVALID",
      `rejected proposal: expected a quote inside the text, 0 to ${found.text.length}; found ${span.start} to ${span.end}`,
    );
  if (span.start < span.end && valueSpan.start < valueSpan.end && span.start <= valueSpan.start && valueSpan.end <= span.end) return;
  throw new CaseError(
    "INPUT_INVALID",
    `rejected proposal: expected a value inside its quote; found ${valueSpan.start} to ${valueSpan.end} in ${span.start} to ${span.end}`,
  );
}
