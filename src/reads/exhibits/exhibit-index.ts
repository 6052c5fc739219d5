/** What actions on exhibits, and those that cite items for events, must know before they append. */
import type { EventId } from "../../core/event/event.ts";
import type { ExhibitId, ExhibitShown } from "../../core/exhibit/exhibit.ts";
import type { StandingExhibit } from "../../core/exhibit/exhibit-rules.ts";
import type { Gazetteer } from "../../core/gazetteer/gazetteer.port.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ExhibitWords } from "../../reason/exhibit/exhibit-words.ts";
import type { Mismatch } from "../../reason/exhibit/mismatch.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { checkPlace } from "./check-place.ts";
import { comparedEvents } from "./compared-events.ts";
import { type ExhibitPlace, exhibitPlaces, numberOf } from "./exhibit-places.ts";

export function exhibitIndex(reader: CaseReader, gazetteer: Gazetteer) {
  return {
    /** Where the item stands beside texts, with what stands against its showing the event. */
    async standing(item: ItemId, event: EventId): Promise<StandingExhibit[]> {
      const twins = await twinsOf(reader, item);
      const places = await exhibitPlaces(reader, { items: [item, ...twins] });
      const compared = (await comparedEvents(reader)).get(event);
      const found: StandingExhibit[] = [];
      for (const place of places) {
        const { record } = place;
        const shows = record === null || record.withdrawn !== null ? ("undescribed" as const) : record.shows;
        // What was said of equal bytes holds here where it says that they show something else; nobody has to say it twice.
        if (place.item !== item && (shows === "undescribed" || shows.is !== "something-else")) continue;
        const { mismatches } = await checkPlace(reader, gazetteer, place, compared === undefined ? [] : [compared]);
        const answered = new Set(record?.withdrawn === null ? record.answers.map(({ mismatch }) => mismatch) : []);
        found.push({ name: nameOf(place), shows, open: mismatches.filter(({ key }) => !answered.has(key)).map(({ says }) => says) });
      }
      return found;
    },
    /** The picture as the text lists it; undefined where it lists none so. An item may stand beside any text. */
    async place(beside: ItemId, shown: ExhibitShown): Promise<{ id: ExhibitId | undefined; stands: boolean } | undefined> {
      const own = await placeAt(reader, beside, shown);
      if (own === undefined) return shown.is === "item" ? { id: undefined, stands: false } : undefined;
      return { id: own.record?.id, stands: own.record?.withdrawn === null };
    },
    /** Everything that would stand against it, with the caption as it is about to be. */
    async mismatches(
      beside: ItemId,
      shown: ExhibitShown,
      caption: string | null,
      events: readonly EventId[],
    ): Promise<readonly Mismatch[]> {
      const own = await placeAt(reader, beside, shown);
      const bare: ExhibitWords = { caption: null, credit: null, alt: null };
      const item = own?.item ?? (shown.is === "item" ? shown.item : null);
      const words = { ...(own?.words ?? bare), ...(caption === null ? {} : { caption }) };
      const compared = await comparedEvents(reader);
      const against = events.flatMap((event) => compared.get(event) ?? []);
      return (await checkPlace(reader, gazetteer, { words, item, published: own?.published ?? "unknown" }, against)).mismatches;
    },
    async exhibit(id: ExhibitId): Promise<"stands" | "withdrawn" | "unknown"> {
      const row = await reader.views.db.selectFrom("exhibit").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst();
      if (row === undefined) return "unknown";
      return row.withdrawn === null ? "stands" : "withdrawn";
    },
  };
}

/** "x3", or "picture 2 of i1" while nobody described it. */
function nameOf({ record, shown, beside }: ExhibitPlace): string {
  if (record?.withdrawn === null) return record.id;
  return shown.is === "picture" ? `picture ${shown.picture + 1} of ${beside}` : `${shown.item} beside ${beside}`;
}

async function placeAt(reader: CaseReader, beside: ItemId, shown: ExhibitShown): Promise<ExhibitPlace | undefined> {
  const places = await exhibitPlaces(reader, { beside });
  return places.find((place) =>
    place.shown.is === "picture"
      ? shown.is === "picture" && place.shown.picture === shown.picture
      : shown.is === "item" && place.shown.item === shown.item,
  );
}

async function twinsOf({ views: { db } }: CaseReader, item: ItemId): Promise<ItemId[]> {
  const rows = await db
    .selectFrom("item as one")
    .innerJoin("item as other", "other.object", "one.object")
    .select("other.number")
    .where("one.number", "=", numberOf(item))
    .whereRef("other.number", "!=", "one.number")
    .execute();
  return rows.map(({ number }) => itemId(number));
}
