/** Items that a finding cites for an event that they bear nothing on: said so by a person, or pictures beside a text that show something else. */
import { faultOfCiting } from "../../core/event/bearing-rules.ts";
import type { EventId } from "../../core/event/event.ts";
import { ExhibitShows } from "../../core/exhibit/exhibit.ts";
import { faultOfExhibit, type StandingExhibit } from "../../core/exhibit/exhibit-rules.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { CaseReader } from "../case-reader.ts";
import { eventIndex } from "../event-index.ts";
import { itemsOfGround } from "./items-of-ground.ts";

/** Where an item stands beside texts, with what stands against its showing the event. */
export type StandingOf = (item: ItemId, event: EventId) => Promise<readonly StandingExhibit[]>;

/** Each as "expected ..; found ..", once for every item. Claims are what a text says, and bear on what they say. */
export async function citationFaults(
  reader: CaseReader,
  grounds: readonly Ground[],
  event: EventId | null,
  standing: StandingOf,
): Promise<string[]> {
  const faults = new Set<string>();
  for (const ground of grounds) {
    if (event === null || /^(?:k|s|q|e|h)[0-9]/.test(ground.record ?? "")) continue;
    const own = faultOfExhibit(await exhibitItself(reader, ground), event);
    if (own !== undefined) faults.add(`${ground.record} for ${event}: ${own}`);
    if (own !== undefined) continue;
    for (const item of await itemsOfGround(reader, ground)) {
      const bearing = faultOfCiting(await eventIndex(reader).bearings(item, event));
      const exhibit = bearing ?? faultOfExhibit(await standing(item, event), event);
      if (exhibit !== undefined) faults.add(`${named(ground)}${item} for ${event}: ${exhibit}`);
    }
  }
  return [...faults];
}

/** A picture of a reading is no item: what is said of it stands in its own record. */
async function exhibitItself({ views: { db } }: CaseReader, { record }: Ground): Promise<StandingExhibit[]> {
  if (!/^x[0-9]/.test(record ?? "")) return [];
  const row = await db
    .selectFrom("exhibit")
    .select(["id", "shows_json"])
    .where("id", "=", Number(record?.slice(1)))
    .executeTakeFirst();
  return row === undefined ? [] : [{ name: `x${row.id}`, shows: ExhibitShows.parse(JSON.parse(row.shows_json)), open: [] }];
}

function named({ record }: Ground): string {
  return record === null || record.startsWith("i") ? "" : `${record}, of `;
}
