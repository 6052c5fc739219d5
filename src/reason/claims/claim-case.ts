/** What the reasoners over claims are told of a case: only what people accepted, with who stands behind each text. */
import type { Assumption, AssumptionId } from "../../core/claim/assumption.ts";
import type { Aspect, ClaimId, ClaimStatement, Credibility } from "../../core/claim/claim.ts";
import type { ClaimText, TextRole } from "../../core/claim/claim-text.ts";
import type { DerivationEnd, DerivationId, DerivationSort, DerivationStanding } from "../../core/claim/derivation.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { EventId, EventSort } from "../../core/event/event.ts";
import type { EventLinkId, EventRelation } from "../../core/event/event-link.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Region } from "../../core/place/region.ts";
import type { Reliability, SourceId } from "../../core/source/source.ts";
import type { UtcInstant } from "../../core/time/time-claim.ts";

/** Closed interval of instants. */
export interface UtcInterval {
  readonly earliest: UtcInstant;
  readonly latest: UtcInstant;
}

export interface CaseClaim {
  readonly id: ClaimId;
  readonly event: EventId | "unassigned";
  readonly aspect: Aspect;
  readonly statement: ClaimStatement;
  readonly text: ClaimText;
  readonly role: TextRole;
  readonly span: TextSpan;
  readonly quote: string;
  /** Whose text it is. `label` is what a list shows. */
  readonly publisher: { readonly source: SourceId | "unknown"; readonly label: string };
  readonly published: UtcInterval | "unknown";
  readonly credibility: Credibility;
  /** Letter of the publisher on the day of publication; absent where nobody looked it up. */
  readonly reliability?: Reliability;
}

export interface CaseDerivation {
  /** Undefined: proposed by the program, and nobody has said yes or no. */
  readonly id: DerivationId | undefined;
  readonly derived: DerivationEnd;
  readonly from: DerivationEnd;
  readonly sort: DerivationSort;
  readonly standing: DerivationStanding | "proposed";
  /** In words: why it is stated or proposed. */
  readonly basis: string;
}

export interface CaseEvent {
  readonly id: EventId;
  readonly sort: EventSort;
  readonly title: string;
  readonly time: UtcInterval | "unknown";
  readonly place: Region | "unknown";
}

export interface ClaimCase {
  readonly claims: readonly CaseClaim[];
  readonly derivations: readonly CaseDerivation[];
  readonly events: readonly CaseEvent[];
  readonly links: readonly {
    readonly id: EventLinkId;
    readonly from: EventId;
    readonly to: EventId;
    readonly relation: EventRelation;
    readonly basis: string;
  }[];
  readonly assumptions: readonly { readonly id: AssumptionId; readonly what: Assumption; readonly words: string }[];
  readonly sources: readonly { readonly id: SourceId; readonly label: string; readonly reliability: Reliability }[];
  /** Items that are copies of one another: one exhibit. An item in none is an exhibit of its own. */
  readonly copies: readonly (readonly ItemId[])[];
}
