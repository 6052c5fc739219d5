/** What actions on claims must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { AssumptionId } from "../core/claim/assumption.ts";
import type { ClaimId, ClaimStatement } from "../core/claim/claim.ts";
import type { ClaimText } from "../core/claim/claim-text.ts";
import type { DerivationEnd, DerivationId, DerivationSort } from "../core/claim/derivation.ts";
import type { TextSpan } from "../core/claim/text-span.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ReplyId } from "../core/reply/reply.ts";
import type { KnowsSources } from "./demand-sources.ts";
import type { CitingPorts } from "./exhibit-ports.ts";

/** Whether there is such a record, and whether it was taken back. */
export type RecordState = "stands" | "withdrawn" | "unknown";

/** Who put a claim forward before a person accepted it. */
export type PutForwardBy =
  | { readonly by: "person" }
  | { readonly by: "rules"; readonly version: string }
  | { readonly by: "assistant"; readonly model: string; readonly endpoint: string };

export interface StatedClaim {
  readonly span: TextSpan;
  readonly quote: string;
  readonly statement: ClaimStatement;
  readonly proposed: PutForwardBy;
  readonly edited: readonly string[];
}

export interface ClaimPorts extends CitingPorts, Pick<KnowsSources, "hasSource"> {
  readonly claims: {
    claim(id: ClaimId): Promise<RecordState>;
    /** As it was stated last; undefined when there is none, or this copy does not say it. */
    stated(id: ClaimId): Promise<StatedClaim | undefined>;
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
    textOf(text: ClaimText): Promise<TextFound>;
    /** Whether the item has a text that can be read, or waits for it: then nobody types its words. */
    hasText(item: ItemId): Promise<boolean>;
  };
}

export type TextFound =
  | {
      readonly text: string;
      /** Why a stretch of it may not be quoted, where not all of it may. */
      faultAt?(span: TextSpan): string | undefined;
    }
  | { readonly refusal: string };

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
