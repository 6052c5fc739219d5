/** Refuses a place or a time stated of what is no record of the case. */
import { EventId } from "../core/event/event.ts";
import type { ItemId } from "../core/item/item.ts";
import type { StatedOf } from "../core/place/place-statement.ts";
import { demandItems } from "./demand-items.ts";
import { demandEvent, type EventPorts } from "./event-ports.ts";

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function demandAbout(ports: EventPorts, about: StatedOf): Promise<void> {
  const event = EventId.safeParse(about);
  if (event.success) await demandEvent(ports, event.data);
  else await demandItems(ports, [about as ItemId]);
}
