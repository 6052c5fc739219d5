/** What actions on events, hypotheses, places and times must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { BearingId } from "../core/event/bearing.ts";
import type { StandingBearing } from "../core/event/bearing-rules.ts";
import type { EventId } from "../core/event/event.ts";
import type { EventLinkId } from "../core/event/event-link.ts";
import type { OrderLink } from "../core/event/event-order.ts";
import type { HypothesisId } from "../core/hypothesis/hypothesis.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PlaceId, StatedOf, TimeId } from "../core/place/place-statement.ts";
import { isBlank } from "../core/text/is-blank.ts";
import type { CaseWriter } from "./case-writer.ts";
import type { KnowsItems } from "./demand-items.ts";

export interface EventPorts extends KnowsItems {
  readonly writer: CaseWriter;
  readonly known: {
    /** Whether there is such a record, and whether it was withdrawn. */
    event(id: EventId): Promise<"stands" | "withdrawn" | "unknown">;
    hypothesis(id: HypothesisId): Promise<boolean>;
    /** Links that were not taken back, between events that stand; `back` taken as one of them. */
    links(back?: EventId): Promise<readonly (OrderLink & { link: EventLinkId })[]>;
    /** Bearings of the item on the record that stand. */
    bearings(item: ItemId, on: EventId | HypothesisId): Promise<readonly StandingBearing[]>;
    bearingStands(id: BearingId): Promise<boolean>;
    /** What the statement is about; undefined when there is none. */
    placeAbout(id: PlaceId): Promise<StatedOf | undefined>;
    timeAbout(id: TimeId): Promise<StatedOf | undefined>;
  };
}

/** Throws CaseError INPUT_INVALID with the fault of the thing named, when there is one. */
export function refuseFault(thing: string, fault: string | undefined): void {
  if (fault !== undefined) throw new CaseError("INPUT_INVALID", `${thing}: ${fault}`);
}

/** Throws CaseError INPUT_INVALID unless the event is there and was not withdrawn. */
export async function demandEvent({ known }: EventPorts, id: EventId): Promise<void> {
  const state = await known.event(id);
  if (state !== "stands")
    throw new CaseError(
      "INPUT_INVALID",
      `event ${id}: expected one that stands; found ${state === "unknown" ? "none of that number" : "one that was withdrawn"}`,
    );
}

/** Throws CaseError INPUT_INVALID for a reason without words. */
export function demandReason(thing: string, reason: string): void {
  if (isBlank(reason)) throw new CaseError("INPUT_INVALID", `${thing}: expected a reason in words; found none`);
}
