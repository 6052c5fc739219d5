/** Asks one gazetteer's index for a name. */
import type { DatabaseSync } from "node:sqlite";
import { editsAllowed } from "../../core/gazetteer/names/edit-distance.ts";
import { askedName, howMatched, type HowMatched } from "../../core/gazetteer/names/how-matched.ts";
import { keysOfAsked } from "../../core/gazetteer/names/name-keys.ts";
import { nearKeys } from "../../core/gazetteer/names/near-keys.ts";
import type { GazetteerPlace, GazetteerSource } from "../../core/gazetteer/gazetteer-place.ts";
import { type IndexFacts, indexVersion, partEnd } from "./index-tables.ts";

export interface GazetteerIndex {
  readonly facts: IndexFacts;
  /** Every place that answers to the name; near spellings only where they are asked for. */
  find(name: string, o: { nearSpellings: boolean }): Found[];
  close(): void;
}

export type Found = GazetteerPlace & HowMatched;

/** Names that thousands of places bear are cut here; the largest stay. */
const mostPlaces = 5000;
/** Names of a place that an answer repeats; all of them are compared. */
const mostVariants = 500;
/** Words within two letters of a short one are many; the nearest stay. */
const mostNearKeys = 300;

/** Undefined where the file is no index of this version. */
export function readIndex(database: DatabaseSync): GazetteerIndex | undefined {
  const facts = factsOf(database);
  if (facts === undefined) return undefined;
  const byKey = database.prepare("SELECT place FROM name_key WHERE key = ? LIMIT 100000");
  const nextKey = database.prepare("SELECT key FROM name_key WHERE key >= ? ORDER BY key LIMIT 1");
  const placeOf = database.prepare("SELECT * FROM place WHERE id = ?");
  const { gazetteer, version, date, floor, licence } = facts;
  const source = { gazetteer, version, date, floor, licence };
  const next = (from: string) => (nextKey.get(from) as { key: string } | undefined)?.key;
  return {
    facts,
    find(name, { nearSpellings }) {
      const keys = keysOfAsked(name);
      const wanted = nearSpellings ? [...keys, ...keys.flatMap((key) => keysNear(next, key))] : keys;
      const ids = new Set<number>();
      for (const key of wanted) for (const { place } of byKey.all(key) as { place: number }[]) ids.add(place);
      const asked = askedName(name);
      const found: Found[] = [];
      for (const id of ids) {
        const place = placeFrom(placeOf.get(id) as unknown as PlaceRow, source);
        const how = howMatched(asked, place);
        if (how !== undefined && (nearSpellings || how.matchedBy !== "near-spelling"))
          found.push({ ...place, variants: place.variants.slice(0, mostVariants), ...how });
      }
      return found.length <= mostPlaces ? found : found.sort((a, b) => (b.population ?? 0) - (a.population ?? 0)).slice(0, mostPlaces);
    },
    close: () => database.close(),
  };
}

function keysNear(next: (from: string) => string | undefined, key: string): string[] {
  const [sort, word] = [key.slice(0, 1), key.slice(1)];
  const edits = editsAllowed(word.length);
  if (!"gse".includes(sort) || edits === 0) return [];
  return nearKeys(next, sort, word, edits)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, mostNearKeys)
    .map((one) => one.key);
}

interface PlaceRow {
  readonly ref: string;
  readonly name: string;
  readonly variants: string;
  readonly lat: number;
  readonly lon: number;
  readonly radius_km: number;
  readonly kind: string;
  readonly country: string;
  readonly admin: string;
  readonly population: number | null;
}

function placeFrom({ ref, variants, admin, radius_km: radiusKm, ...row }: PlaceRow, source: GazetteerSource): GazetteerPlace {
  const { name, lat, lon, kind, country, population } = row;
  return {
    ...{ name, lat, lon, radiusKm, kind, country, population },
    variants: variants === "" ? [] : variants.split(partEnd),
    admin: admin === "" ? [] : admin.split(partEnd),
    source: { ...source, id: ref },
  };
}

function factsOf(database: DatabaseSync): IndexFacts | undefined {
  try {
    const row = database.prepare("SELECT facts FROM about").get() as { facts: string } | undefined;
    const facts = row === undefined ? undefined : (JSON.parse(row.facts) as IndexFacts);
    return facts?.indexVersion === indexVersion ? facts : undefined;
  } catch {
    // Not an index, or torn: the caller says so or makes it again.
    return undefined;
  }
}
