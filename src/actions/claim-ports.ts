/** What actions on claims must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { AssumptionId } from "../core/claim/assumption.ts";
import type { ClaimId } from "../core/claim/claim.ts";
import type { ClaimText } from "../core/claim/claim-text.ts";
import type { DerivationEnd, DerivationId, DerivationSort } from "../core/claim/derivation.ts";
import type { ReplyId } from "../core/reply/reply.ts";
import type { KnowsSources } from "./demand-sources.ts";
import type { EventPorts } from "./event-ports.ts";

/** Whether there is such a record, and whether it was taken back. */
export type RecordState = "stands" | "withdrawn" | "unknown";

export interface ClaimPorts extends EventPorts, Pick<KnowsSources, "hasSource"> {
  readonly claims: {
    claim(id: ClaimId): Promise<RecordState>;
    derivation(id: DerivationId): Promise<RecordState>;
    /** The derivation that stands between the two and is of that sort. */
    derivationOf(derived: DerivationEnd, from: DerivationEnd, sort: DerivationSort): Promise<DerivationId | undefined>;
    assumption(id: AssumptionId): Promise<RecordState>;
    reply(id: ReplyId): Promise<RecordState>;
    /** Whether the line is a rejection that stands. */
    rejectionStands(line: number): Promise<boolean>;
    /** Records that stand and name the claim. */
    restingOn(id: ClaimId): Promise<RestingOnClaim>;
    /** The words of a part of an item as they are read now, or why there are none. What was typed is not asked for. */
    textOf(text: ClaimText): Promise<{ readonly text: string } | { readonly refusal: string }>;
  };
}

export interface RestingOnClaim {
  readonly derivations: readonly DerivationId[];
  readonly assumptions: readonly AssumptionId[];
  readonly replies: readonly ReplyId[];
}

/** Throws CaseError INPUT_INVALID unless the record is there and was not taken back. */
export function demandStanding(thing: string, state: RecordState): void {
  if (state !== "stands")
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected one that stands; found ${state === "unknown" ? "none of that number" : "one that was withdrawn"}`,
    );
}
