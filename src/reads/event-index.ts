/** What actions on events and hypotheses must know before they append. */
import type { BearingId, BearingSort } from "../core/event/bearing.ts";
import type { EventId } from "../core/event/event.ts";
import type { EventLinkId, EventRelation } from "../core/event/event-link.ts";
import type { HypothesisId } from "../core/hypothesis/hypothesis.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PlaceId, StatedOf, TimeId } from "../core/place/place-statement.ts";
import type { CaseReader } from "./case-reader.ts";

const numberOf = (id: string): number => Number(id.slice(1));

export function eventIndex({ views: { db } }: CaseReader) {
  return {
    async event(id: EventId): Promise<"stands" | "withdrawn" | "unknown"> {
      const row = await db.selectFrom("event").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst();
      if (row === undefined) return "unknown";
      return row.withdrawn === null ? "stands" : "withdrawn";
    },
    async hypothesis(id: HypothesisId): Promise<boolean> {
      return (await db.selectFrom("hypothesis").select("id").where("id", "=", numberOf(id)).executeTakeFirst()) !== undefined;
    },
    async links(back?: EventId): Promise<{ link: EventLinkId; from: EventId; to: EventId; relation: EventRelation }[]> {
      const standing = db
        .selectFrom("event")
        .select("id")
        .where((one) => one.or([one("withdrawn", "is", null), ...(back === undefined ? [] : [one("id", "=", numberOf(back))])]));
      const rows = await db
        .selectFrom("event_link")
        .select(["id", "from_event", "to_event", "relation"])
        .where("unlinked", "is", null)
        .where("from_event", "in", standing)
        .where("to_event", "in", standing)
        .orderBy("id")
        .execute();
      return rows.map((row) => ({ link: `l${row.id}`, from: `e${row.from_event}`, to: `e${row.to_event}`, relation: row.relation }));
    },
    async bearings(item: ItemId, on: EventId | HypothesisId): Promise<{ bearing: BearingId; sort: BearingSort }[]> {
      const rows = await db
        .selectFrom("bearing")
        .select(["id", "sort"])
        .where("item", "=", numberOf(item))
        .where("on_record", "=", on)
        .where("withdrawn", "is", null)
        .orderBy("id")
        .execute();
      return rows.map(({ id, sort }) => ({ bearing: `b${id}`, sort }));
    },
    async bearingStands(id: BearingId): Promise<boolean> {
      const row = await db.selectFrom("bearing").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst();
      return row !== undefined && row.withdrawn === null;
    },
    async placeAbout(id: PlaceId): Promise<StatedOf | undefined> {
      const row = await db.selectFrom("place_statement").select("about").where("id", "=", numberOf(id)).executeTakeFirst();
      return row?.about as StatedOf | undefined;
    },
    async timeAbout(id: TimeId): Promise<StatedOf | undefined> {
      const row = await db.selectFrom("time_statement").select("about").where("id", "=", numberOf(id)).executeTakeFirst();
      return row?.about as StatedOf | undefined;
    },
  };
}
