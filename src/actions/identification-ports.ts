/** What actions on identifications must know of the case. */
import { CaseError } from "../core/case/case-error.ts";
import type { ClaimId } from "../core/claim/claim.ts";
import type { EventId } from "../core/event/event.ts";
import type { Identification, IdentificationId } from "../core/identification/identification.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ObservationId } from "../core/observation/observation.ts";
import type { SourceId } from "../core/source/source.ts";
import { demandStanding, type RecordState } from "./claim-ports.ts";
import type { EventPorts } from "./event-ports.ts";

export interface IdentificationPorts extends EventPorts {
  readonly identifications: {
    identification(id: IdentificationId): Promise<RecordState>;
    /** Those that are no observation of the item, or were taken back. */
    notOfItem(item: ItemId, observations: readonly ObservationId[]): Promise<readonly ObservationId[]>;
    unknownSources(sources: readonly SourceId[]): Promise<readonly SourceId[]>;
    /** Whether each stands, and of which event it is now; in their order. */
    claims(claims: readonly ClaimId[]): Promise<readonly CitedClaim[]>;
  };
}

export interface CitedClaim {
  readonly id: ClaimId;
  readonly state: RecordState;
  readonly event: EventId | "unassigned";
}

/**
 * Throws CaseError INPUT_INVALID unless each claim that is cited for a unit stands and speaks of the event that its assertion is put
 * under: else the unit of one event would stand beside the persons of another on the word of whoever typed the event.
 */
export async function demandClaimsOfEvents(
  { identifications }: IdentificationPorts,
  thing: string,
  { unit: { assertions } }: Identification,
): Promise<void> {
  const cited = assertions.flatMap(({ claim }) => (claim === null ? [] : [claim]));
  const found = new Map((await identifications.claims(cited)).map((one) => [one.id, one]));
  for (const { claim, event } of assertions) {
    if (claim === null) continue;
    const is = found.get(claim);
    demandStanding(`${thing}: claim ${claim}`, is?.state ?? "unknown");
    if (is !== undefined && is.event !== event)
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected claim ${claim} under what it speaks of; found it under ${eventWords(event)}, and it speaks of ${eventWords(is.event)}. Nothing joins the two.`,
      );
  }
}

function eventWords(event: EventId | "unassigned"): string {
  return event === "unassigned" ? "no event" : event;
}

/** Throws CaseError INPUT_INVALID unless the identification is there and stands. */
export async function demandIdentification({ identifications }: IdentificationPorts, id: IdentificationId): Promise<void> {
  demandStanding(`identification ${id}`, await identifications.identification(id));
}
