/** Drift: what a restatement changes. None of it raises a grade or a count. */
import type { Aspect, ClaimId } from "../../../core/claim/claim.ts";
import type { TextRole } from "../../../core/claim/claim-text.ts";
import type { DerivationEnd, DerivationId } from "../../../core/claim/derivation.ts";
import type { DriftKind } from "../../../core/claim/drift-kind.ts";
import type { EventId } from "../../../core/event/event.ts";

export interface Change {
  readonly kind: DriftKind;
  /** What the first said and what it became, in few words: "7 miles", "11 km = 6.84 mi". */
  readonly was: string;
  readonly became: string;
}

export interface Drift extends Change {
  /** Claims that say it anew; several where one statement was split, or where one change is that of a whole sentence. */
  readonly derived: readonly ClaimId[];
  /** Claims that said it first; several where statements were merged. */
  readonly from: readonly ClaimId[];
  /** Those of the first. */
  readonly event: EventId | "unassigned";
  readonly aspect: Aspect;
  /** The derivation that it came about along. */
  readonly along: { readonly id: DerivationId | undefined; readonly derived: DerivationEnd; readonly from: DerivationEnd };
  readonly standing: "confirmed" | "proposed";
}

/** Between parts of one document: what a headline, a caption or key points say against the body. */
export interface InsideDrift extends Change {
  readonly derived: ClaimId;
  readonly from: ClaimId;
  readonly role: TextRole;
  readonly against: TextRole;
  readonly event: EventId | "unassigned";
  readonly aspect: Aspect;
}
