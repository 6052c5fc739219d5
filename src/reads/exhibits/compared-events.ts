/** Events that pictures are held against: what each is stated to be, and where and when, as far as anybody has said. */
import type { EventId } from "../../core/event/event.ts";
import { centreOf, spanM } from "../../core/place/region-geometry.ts";
import { PlaceClaim } from "../../core/place/region.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import type { ComparedEvent } from "../../reason/exhibit/mismatch.ts";
import type { CaseReader } from "../case-reader.ts";

/** Those that stand, in their order. Its own place and time count; else the last that a person stated of it. */
export async function comparedEvents({ views: { db } }: CaseReader): Promise<ReadonlyMap<EventId, ComparedEvent>> {
  const rows = await db
    .selectFrom("event")
    .select(["id", "title", "place_json", "time_json"])
    .where("withdrawn", "is", null)
    .orderBy("id")
    .execute();
  const stated = async (table: "place_statement" | "time_statement") => {
    const all = await db.selectFrom(table).select(["about", "claim_json"]).where("standing", "=", "stated").orderBy("id").execute();
    return new Map(all.map(({ about, claim_json }) => [about, claim_json]));
  };
  const [places, times] = [await stated("place_statement"), await stated("time_statement")];
  return new Map(
    rows.map(({ id, title, place_json, time_json }) => {
      const own: EventId = `e${id}`;
      const place = placeOf(place_json) ?? placeOf(places.get(own)) ?? ("unknown" as const);
      const time = timeOf(time_json) ?? timeOf(times.get(own)) ?? ("unknown" as const);
      return [own, { id: own, title: title ?? "withheld", place, time }];
    }),
  );
}

function placeOf(json: string | null | undefined): ComparedEvent["place"] | undefined {
  const claim = PlaceClaim.safeParse(JSON.parse(json ?? "null")).data;
  if (claim === undefined || claim.region === "unknown") return undefined;
  return { ...centreOf(claim.region), radiusKm: spanM(claim.region) / 2000 };
}

function timeOf(json: string | null | undefined): ComparedEvent["time"] | undefined {
  const claim = TimeClaim.safeParse(JSON.parse(json ?? "null")).data;
  return claim === undefined ? undefined : { earliest: claim.earliest, latest: claim.latest };
}
