/** A claim that is put forward: nothing of it counts until a person accepts it. */
import type { ClaimStatement } from "../../core/claim/claim.ts";
import type { TextPart } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";

/** Raised with whatever changes what is proposed. */
export const claimRulesVersion = "1.2.0";

export interface ClaimProposal {
  readonly part: TextPart;
  /** The sentences that hold it. */
  readonly span: TextSpan;
  /** Those words, verbatim. */
  readonly quote: string;
  readonly statement: ClaimStatement;
  /** What a person should look at before accepting: "two readings of the date", "no publication day: the year is not known". */
  readonly notes: readonly string[];
}

export interface ClaimProposals {
  readonly proposals: readonly ClaimProposal[];
  /** What was read and how far: language by part, words of time, place or number that no rule read, never dropped silently. */
  readonly languages: readonly string[];
  readonly unread: readonly { readonly part: TextPart; readonly span: TextSpan; readonly words: string; readonly why: string }[];
}
