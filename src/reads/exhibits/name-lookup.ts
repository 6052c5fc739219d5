/** Names of captions looked up in the lists of this machine, each once: captions of one article name the same places. */
import type { Gazetteer } from "../../core/gazetteer/gazetteer.port.ts";
import { readCaptionPlaces } from "../../reason/exhibit/caption-places.ts";
import { type ExhibitWords, wordsOf } from "../../reason/exhibit/exhibit-words.ts";
import type { NamedPoint, PlacesByName } from "../../reason/exhibit/mismatch.ts";

/** Every place of a name counts: the nearest decides, so none is left out while there are fewer. */
const mostOfName = 500;
/** Names kept at a time; beyond that all are forgotten. Lists change when a person imports one. */
const mostKept = 2000;
const keptMs = 60_000;

const kept = new WeakMap<Gazetteer, { since: number; names: Map<string, Promise<readonly NamedPoint[]>> }>();

export async function placesNamed(gazetteer: Gazetteer, words: ExhibitWords): Promise<PlacesByName> {
  const names = new Map(wordsOf(words).flatMap(({ text }) => readCaptionPlaces(text).places.map((place) => [place.name, place] as const)));
  const found = new Map<string, readonly NamedPoint[]>();
  for (const { name, spellings, wide } of names.values()) {
    if (wide) continue;
    const all = await Promise.all(spellings.map((spelling) => pointsOf(gazetteer, spelling)));
    found.set(name, all.flat());
  }
  return found;
}

function pointsOf(gazetteer: Gazetteer, name: string): Promise<readonly NamedPoint[]> {
  let own = kept.get(gazetteer);
  if (own === undefined || own.names.size > mostKept || Date.now() - own.since > keptMs) own = { since: Date.now(), names: new Map() };
  kept.set(gazetteer, own);
  const before = own.names.get(name);
  if (before !== undefined) return before;
  const names = own.names;
  const found = lookUp(gazetteer, name);
  names.set(name, found);
  found.catch(() => names.delete(name));
  return found;
}

async function lookUp(gazetteer: Gazetteer, name: string): Promise<readonly NamedPoint[]> {
  const { matches } = await gazetteer.lookup({ name, limit: mostOfName, nearSpellings: "never" });
  return matches.map(({ name: listed, lat, lon, radiusKm, population, source }) => ({
    ...{ name: listed, lat, lon, radiusKm, population },
    source: source.gazetteer,
    floor: source.floor,
  }));
}
