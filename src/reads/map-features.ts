/** Every place of the case that can be drawn: stated, doubted, rejected, and seen in the material. */
import type { MapFeature, Span } from "../core/place/map-feature.ts";
import type { PlaceClaim } from "../core/place/region.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import type { CaseReader } from "./case-reader.ts";
import type { EventRow } from "./list-events.ts";
import type { PlaceStatement } from "./list-statements.ts";

/** Posts and rows drawn one by one; where there are more, they are counted by square instead (search-grid.ts). */
export const mostPlaced = 3000;

/** Posts and rows that are not among the features, and where they lie. */
export interface LeftOut {
  placed: number;
  bounds: { south: number; north: number; west: number; east: number } | null;
}

/** `spanOf`: the interval in which a record is. */
export async function mapFeatures(
  reader: CaseReader,
  events: readonly EventRow[],
  places: readonly PlaceStatement[],
  spanOf: (record: string) => Span | undefined,
): Promise<{ features: MapFeature[]; leftOut: LeftOut }> {
  const names = await itemNames(reader, places);
  const withSpan = (feature: MapFeature): MapFeature => {
    const span = feature.span ?? spanOf(feature.record);
    return span === undefined ? feature : { ...feature, span };
  };
  const standing = events.filter(({ withdrawn }) => withdrawn === undefined);
  const titles = new Map(standing.map((event) => [event.id as string, event]));
  const stated = places.flatMap((place): MapFeature[] => {
    if (place.claim === "withheld" || place.claim.region === "unknown") return [];
    const event = titles.get(place.about);
    if (event === undefined && place.about.startsWith("e")) return [];
    return [
      {
        id: place.id,
        record: place.about,
        sort: event === undefined ? "item" : "event",
        title: event?.title ?? names.get(place.about) ?? "name withheld",
        ...(event === undefined ? {} : { eventSort: event.sort }),
        standing: place.standing,
        claim: place.claim,
        reason: place.reason,
      },
    ];
  });
  const placed = await placedTexts(reader);
  const features = [...standing.flatMap(placesOfEvent), ...stated, ...(await seenPlaces(reader)), ...placed.features];
  return { features: features.map(withSpan), leftOut: placed.leftOut };
}

function placesOfEvent(event: EventRow): MapFeature[] {
  const { movement, place } = event;
  const parts: [string | undefined, EventRow["place"]][] = [[undefined, place]];
  if (movement !== null)
    parts.push(["from", movement.from], ...movement.via.map((via, at): [string, EventRow["place"]] => [`via ${at + 1}`, via]), [
      "to",
      movement.to,
    ]);
  return parts.flatMap(([part, claim]): MapFeature[] => {
    if (claim === "unknown" || claim === "withheld" || claim.region === "unknown") return [];
    return [
      {
        id: `${event.id} ${part ?? "place"}`,
        record: event.id,
        sort: part === undefined ? "event" : "movement",
        title: event.title,
        ...(part === undefined ? {} : { part }),
        eventSort: event.sort,
        standing: "stated",
        claim,
      },
    ];
  });
}

async function itemNames({ views: { db } }: CaseReader, places: readonly PlaceStatement[]): Promise<Map<string, string | null>> {
  const numbers = [...new Set(places.filter(({ about }) => about.startsWith("i")).map(({ about }) => Number(about.slice(1))))];
  const rows = await db.selectFrom("item").select(["number", "name"]).where("number", "in", numbers).execute();
  return new Map(rows.map(({ number, name }) => [`i${number}`, name]));
}

async function seenPlaces({ views: { db } }: CaseReader): Promise<MapFeature[]> {
  const rows = await db
    .selectFrom("seen_place")
    .innerJoin("item", "item.number", "seen_place.item")
    .select(["seen_place.item", "item.name", "claim_json", "heading_json"])
    .orderBy("seen_place.item")
    .execute();
  return rows.map((row) => ({
    id: `i${row.item} seen`,
    record: `i${row.item}`,
    sort: "item",
    title: row.name ?? "name withheld",
    standing: "seen",
    claim: JSON.parse(row.claim_json) as PlaceClaim,
    ...(row.heading_json === null ? {} : { heading: JSON.parse(row.heading_json) as NonNullable<MapFeature["heading"]> }),
  }));
}

/** Posts that carry a position, and rows of sheets that state one. */
async function placedTexts({ views: { db } }: CaseReader): Promise<{ features: MapFeature[]; leftOut: LeftOut }> {
  const placed = db.selectFrom("search_text").where("lat", "is not", null).where("sort", "in", ["post", "row"]);
  const { total, ...bounds } = await placed
    .select((eb) => [
      eb.fn.countAll<number>().as("total"),
      eb.fn.min("lat").as("south"),
      eb.fn.max("lat").as("north"),
      eb.fn.min("lon").as("west"),
      eb.fn.max("lon").as("east"),
    ])
    .executeTakeFirstOrThrow();
  if (total > mostPlaced) return { features: [], leftOut: { placed: total, bounds: bounds as NonNullable<LeftOut["bounds"]> } };
  const rows = await placed
    .select(["item", "post", "ref", "sort", "lat", "lon", "radius_m", "at", "span_s", "id"])
    .orderBy("id")
    .limit(mostPlaced)
    .execute();
  const names = new Map(
    (
      await db
        .selectFrom("item")
        .select(["number", "name"])
        .where("number", "in", [...new Set(rows.map(({ item }) => item))])
        .execute()
    ).map(({ number, name }) => [number, name]),
  );
  const features = rows.map((row): MapFeature => {
    const which = row.sort === "row" ? `row ${row.ref ?? "unknown"}` : `post ${row.post ?? "unknown"}`;
    const { lat, lon, radius_m: radiusM } = row as { lat: number; lon: number; radius_m: number | null };
    return {
      id: `i${row.item} ${which}`,
      record: `i${row.item}`,
      sort: row.sort === "row" ? "row" : "post",
      title: names.get(row.item) ?? "name withheld",
      part: row.sort === "row" ? which : "post",
      standing: "seen",
      claim: {
        means: row.sort === "row" ? "stated" : "posted-from",
        verbatim: `${lat}, ${lon}`,
        region: { shape: "circle", centre: { lat, lon }, radiusM: radiusM !== null && radiusM > 0 ? radiusM : 1000 },
        precision: radiusM !== null && radiusM > 0 ? "last digit given" : "assumed: 1 km, nothing says how exact it is",
        basis: row.sort === "row" ? `${which} of the sheet` : "location_information of the post",
      },
      ...(row.at === null ? {} : { span: spanOfSeconds(row.at, row.span_s ?? 0) }),
    };
  });
  return { features, leftOut: { placed: 0, bounds: null } };
}

function spanOfSeconds(at: number, spanSec: number): Span {
  const instant = (seconds: number) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
  return { earliest: instant(at), latest: instant(at + spanSec) };
}

/** From the earliest to the latest that any of the claims allows. */
export function hull(claims: readonly TimeClaim[]): Span | undefined {
  const [first, ...rest] = claims;
  if (first === undefined) return undefined;
  return rest.reduce<Span>(
    (span, { earliest, latest }) => ({
      earliest: earliest < span.earliest ? earliest : span.earliest,
      latest: latest > span.latest ? latest : span.latest,
    }),
    { earliest: first.earliest, latest: first.latest },
  );
}
