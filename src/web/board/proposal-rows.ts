/** What is put forward for a text, and what a person made of each: nothing counts but what was accepted. */
import type { ClaimRow, RejectionRow } from "../../api/claims.ts";
import type { TextPart } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { ClaimProposal } from "../../reason/claim-text/proposal.ts";

export type ProposedBy = ClaimRow["proposed"];

export interface OfferedClaim {
  readonly proposal: ClaimProposal;
  readonly by: ProposedBy;
}

export interface ProposalRow extends OfferedClaim {
  readonly key: string;
  readonly status: "open" | "accepted" | "rejected";
  readonly claim: ClaimRow | undefined;
  readonly rejection: RejectionRow | undefined;
}

/** What was decided on this page and may not be in the lists yet. */
export type Decided = ReadonlyMap<string, ProposalRow["status"]>;

export function partKey(part: TextPart): string {
  return "picture" in part ? `${part.sort} ${part.picture}` : "post" in part ? `${part.sort} ${part.post}` : JSON.stringify(part);
}

export function keyOfProposal({ part, statement }: ClaimProposal): string {
  return `${partKey(part)} ${statement.aspect} ${statement.valueSpan.start}-${statement.valueSpan.end}`;
}

interface Known {
  readonly text: SourceText;
  readonly claims: readonly ClaimRow[];
  readonly rejections: readonly RejectionRow[];
  readonly decided: Decided;
}

/** In the order of the text; what two put forward alike stands once, for the first of them. */
export function rowsOf(offered: readonly OfferedClaim[], { text, claims, rejections, decided }: Known): ProposalRow[] {
  const order = new Map(text.parts.map(({ part }, at) => [partKey(part), at]));
  const standing = groupedBy(
    claims.filter(({ withdrawn }) => withdrawn === undefined),
    (claim) => `${partKey(claim.text.part)} ${claim.aspect}`,
  );
  const refused = groupedBy(rejections, (one) => `${partKey(one.text.part)} ${one.aspect}`);
  const rows = new Map<string, ProposalRow>();
  for (const { proposal, by } of offered) {
    const key = keyOfProposal(proposal);
    if (rows.has(key)) continue;
    const { aspect, valueSpan } = proposal.statement;
    const about = `${partKey(proposal.part)} ${aspect}`;
    const claim = standing.get(about)?.find(({ statement }) => statement !== "withheld" && meet(statement.valueSpan, valueSpan));
    const rejection = refused.get(about)?.find((one) => one.valueSpan.start === valueSpan.start && one.valueSpan.end === valueSpan.end);
    const status = decided.get(key) ?? (claim !== undefined ? "accepted" : rejection !== undefined ? "rejected" : "open");
    rows.set(key, { key, proposal, by, status, claim, rejection });
  }
  const at = (row: ProposalRow) => order.get(partKey(row.proposal.part)) ?? 0;
  return [...rows.values()].sort((a, b) => at(a) - at(b) || startOf(a) - startOf(b) || endOf(a) - endOf(b));
}

const startOf = ({ proposal }: ProposalRow) => proposal.statement.valueSpan.start;
const endOf = ({ proposal }: ProposalRow) => proposal.statement.valueSpan.end;

function meet(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && a.end > b.start;
}

function groupedBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** The next one that waits, from `key` on or around the end; undefined where none does. */
export function nextOpen(rows: readonly ProposalRow[], key: string | undefined, step: 1 | -1): string | undefined {
  const from = rows.findIndex((row) => row.key === key);
  for (let moved = 1; moved <= rows.length; moved++) {
    const at = ((((from < 0 && step === -1 ? 0 : from) + step * moved) % rows.length) + rows.length) % rows.length;
    if (rows[at]?.status === "open") return rows[at].key;
  }
  return undefined;
}
