/** Which words of a text are marked: quotes of accepted claims with their value and hedges, quotes of proposals, and all of the one that is looked at. */
import type { ClaimRow } from "../../api/claims.ts";
import type { ClaimId, ClaimStatement } from "../../core/claim/claim.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import { negationsIn } from "../../reason/claim-text/assistant-limits.ts";
import { partKey, type ProposalRow } from "./proposal-rows.ts";
import type { TextMark } from "./text-marks.ts";

export function standingMarks(
  text: SourceText,
  claims: readonly ClaimRow[],
  rows: readonly ProposalRow[],
  chosen: ClaimId | undefined,
): TextMark[] {
  const at = new Map(text.parts.map(({ part }, place) => [partKey(part), place]));
  const marks: TextMark[] = [];
  for (const { id, text: of, span, statement } of claims) {
    const part = at.get(partKey(of.part));
    if (part === undefined) continue;
    marks.push({ part, span, sort: "accepted", sign: id });
    if (id === chosen) marks.push({ part, span, sort: "current" });
    if (statement !== "withheld") marks.push(...marksOf(text, part, statement, span));
  }
  for (const { status, proposal } of rows) {
    const part = at.get(partKey(proposal.part));
    if (part !== undefined && status === "open") marks.push({ part, span: proposal.span, sort: "proposed" });
  }
  return marks;
}

export function currentMarks(text: SourceText, { proposal }: ProposalRow): TextMark[] {
  const part = text.parts.findIndex((one) => partKey(one.part) === partKey(proposal.part));
  return part < 0 ? [] : [{ part, span: proposal.span, sort: "current" }, ...marksOf(text, part, proposal.statement, proposal.span)];
}

function marksOf(text: SourceText, part: number, { valueSpan, hedges, polarity }: ClaimStatement, span: ClaimRow["span"]): TextMark[] {
  const held = text.parts[part];
  return [
    { part, span: valueSpan, sort: "value" },
    ...hedges.map((hedge): TextMark => ({ part, span: hedge.span, sort: "hedge" })),
    ...(polarity === "affirmed" || held === undefined
      ? []
      : negationsIn(held, span).map((denial): TextMark => ({ part, span: denial, sort: "negation" }))),
  ];
}
