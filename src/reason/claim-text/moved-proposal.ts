/** A proposal read from a piece of a part, with its offsets into the whole part. */
import type { ClaimStatement } from "../../core/claim/claim.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { ClaimProposal } from "./proposal.ts";

export function movedProposal(proposal: ClaimProposal, by: number): ClaimProposal {
  return by === 0 ? proposal : { ...proposal, span: moved(proposal.span, by), statement: movedStatement(proposal.statement, by) };
}

function moved({ start, end }: TextSpan, by: number): TextSpan {
  return { start: start + by, end: end + by };
}

function movedStatement(statement: ClaimStatement, by: number): ClaimStatement {
  return {
    ...statement,
    hedges: statement.hedges.map((hedge) => ({ ...hedge, span: moved(hedge.span, by) })),
    speakers: statement.speakers.map((speaker) => ({ ...speaker, span: speaker.span === null ? null : moved(speaker.span, by) })),
    valueSpan: moved(statement.valueSpan, by),
  };
}
