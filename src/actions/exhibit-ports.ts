/** What actions on pictures beside texts, and those that cite an item for an event, must know of the case. */
import type { EventId } from "../core/event/event.ts";
import type { ExhibitId, ExhibitShown } from "../core/exhibit/exhibit.ts";
import { faultOfExhibit, type StandingExhibit } from "../core/exhibit/exhibit-rules.ts";
import type { ItemId } from "../core/item/item.ts";
import type { RecordState } from "./claim-ports.ts";
import { type EventPorts, refuseFault } from "./event-ports.ts";

export interface CitingPorts extends EventPorts {
  readonly exhibits: {
    /** Where the item stands beside texts, with what stands against its showing the event. */
    standing(item: ItemId, event: EventId): Promise<readonly StandingExhibit[]>;
  };
}

export interface ExhibitPorts extends CitingPorts {
  readonly exhibits: CitingPorts["exhibits"] & {
    /** The picture as the text lists it, with the record of it; undefined where the text lists none so. */
    place(beside: ItemId, shown: ExhibitShown): Promise<{ readonly id: ExhibitId | undefined; readonly stands: boolean } | undefined>;
    /** Everything that would stand against it, with the caption as it is about to be. */
    mismatches(
      beside: ItemId,
      shown: ExhibitShown,
      caption: string | null,
      events: readonly EventId[],
    ): Promise<readonly { readonly key: string }[]>;
    exhibit(id: ExhibitId): Promise<RecordState>;
  };
}

/** Throws CaseError INPUT_INVALID where the item is a picture of a text that may not be cited for the event. */
export async function demandCitable({ exhibits }: CitingPorts, thing: string, item: ItemId, event: EventId): Promise<void> {
  refuseFault(thing, faultOfExhibit(await exhibits.standing(item, event), event));
}
