/**
 * Places that the words beside a picture name, held against the place of an event and against each other. Every place of a name
 * counts: only where none of them is near enough is there a mismatch, and the nearest is named with its distance.
 */
import { type CaptionPlace, type CaptionRelation, readCaptionPlaces } from "./caption-places.ts";
import { type WordsPlace, wordsOf } from "./exhibit-words.ts";
import {
  type ComparedEvent,
  type ExhibitCheck,
  type ExhibitMaterial,
  exhibitRules,
  type Figure,
  type Mismatch,
  type NamedPoint,
} from "./mismatch.ts";
import { anyPairWithin, nearestPair } from "./nearest-pair.ts";

/** "X outside Y" is held against the lists so often in one caption; a caption that says it more often is read no further. */
const mostRelations = 10;
/** A caption of one picture names few places; a page pasted into it names many. */
const mostNames = 20;

export function placeMismatches({ words, places }: ExhibitMaterial, events: readonly ComparedEvent[]): ExhibitCheck {
  const mismatches: Mismatch[] = [];
  const notCompared: string[] = [];
  for (const { at, text } of wordsOf(words)) {
    const read = readCaptionPlaces(text);
    for (const place of read.places) {
      if (place.wide) notCompared.push(`${place.name}: a country or a region, too wide to be held against a spot`);
      else if ((places.get(place.name) ?? []).length === 0)
        notCompared.push(`${place.name}: no list of this machine holds a place of that name, which does not mean that there is none`);
    }
    // "X outside Y": the picture is said to be in X, and Y only says where that is.
    const only = new Set(read.relations.map(({ of }) => of));
    const free = read.places.filter((place) => !place.wide && !only.has(place) && (places.get(place.name) ?? []).length > 0);
    const named = onceEach(free, ({ name }) => name);
    // Of some of them it cannot be said that none is near: all are held against an event, or none.
    const known = named.length > mostNames ? [] : named;
    if (known !== named) notCompared.push(`the ${at} names ${named.length} places: more than ${mostNames} are held against no event`);
    const relations = onceEach(read.relations, ({ place, of, statedKm }) => JSON.stringify([place.name, of.name, statedKm]));
    if (relations.length > mostRelations)
      notCompared.push(
        `the ${at} says of ${relations.length} places by which other they lie: only the first ${mostRelations} were held against the lists`,
      );
    for (const relation of relations.slice(0, mostRelations)) mismatches.push(...atOdds(relation, at, places));
    for (const event of known.length === 0 ? [] : events) {
      if (event.place === "unknown")
        notCompared.push(`${event.id}: no place is stated for it, so the places named are held against nothing`);
      else mismatches.push(...elsewhere(known, at, event, places));
    }
  }
  return { mismatches, notCompared };
}

/** None of the places that the words name is near the event. */
function elsewhere(known: readonly CaptionPlace[], at: WordsPlace, event: ComparedEvent, places: ExhibitMaterial["places"]): Mismatch[] {
  if (event.place === "unknown") return [];
  const where = event.place;
  const nearest = known.map((place) => ({ place, ...nearestOf(places.get(place.name) ?? [], where) }));
  if (nearest.some(({ km, allowedKm }) => km <= allowedKm + where.radiusKm)) return [];
  const closest = nearest.toSorted((one, other) => one.km - other.km)[0];
  if (closest === undefined) return [];
  const { place, km, point, allowedKm } = closest;
  return [
    {
      key: `caption-place:${event.id}:${place.name}:${Math.round(km)}:${where.lat},${where.lon}`.slice(0, 400),
      sort: "caption-place",
      words: { at, text: place.name, start: place.start, end: place.end },
      event: event.id,
      says: `the ${at} names ${place.name}, and the nearest place of that name is ${kmWords(km)} from where ${event.id} is stated to have happened`,
      notProven: "A caption may be wrong, and a list does not hold every place: this does not say where the picture was taken.",
      figures: [
        { what: "distance", value: kmWords(km) },
        { what: "allowed around the place named", value: kmWords(allowedKm) },
        { what: `radius of the place of ${event.id}`, value: kmWords(where.radiusKm) },
        ...listFigures(point, (places.get(place.name) ?? []).length),
      ],
    },
  ];
}

/** No two places of the names lie as the words say. */
function atOdds({ place, of, words, statedKm }: CaptionRelation, at: WordsPlace, places: ExhibitMaterial["places"]): Mismatch[] {
  const [ones, others] = [places.get(place.name) ?? [], places.get(of.name) ?? []];
  const allowed = (one: NamedPoint, other: NamedPoint) => {
    const slack = allowedAround(one) + allowedAround(other);
    return statedKm === null
      ? { from: 0, to: exhibitRules.nearKm + slack }
      : { from: statedKm * (1 - exhibitRules.statedShare) - slack, to: statedKm * (1 + exhibitRules.statedShare) + slack };
  };
  if (anyPairWithin(ones, others, allowed)) return [];
  const closest = nearestPair(ones, others);
  if (closest === undefined) return [];
  const { one, other, km } = closest;
  return [
    {
      key: `caption-at-odds:${place.name}:${of.name}:${Math.round(km)}`.slice(0, 400),
      sort: "caption-at-odds",
      words: { at, text: words, start: place.start, end: of.end },
      event: null,
      says: `the ${at} says "${words}", and no ${place.name} on the lists lies nearer to ${of.name} than ${kmWords(km)}`,
      notProven: "A place too small for the lists may lie there: this says that the words and the lists do not go together.",
      figures: [
        { what: "nearest", value: kmWords(km) },
        { what: "taken for it", value: `up to ${kmWords(allowed(one, other).to)}` },
        ...listFigures(one, ones.length),
      ],
    },
  ];
}

function nearestOf(points: readonly NamedPoint[], to: { readonly lat: number; readonly lon: number }) {
  const nearest = nearestPair(points, [to], allowedAround);
  if (nearest === undefined) return { point: undefined, km: Infinity, allowedKm: 0 };
  return { point: nearest.one, km: nearest.km, allowedKm: allowedAround(nearest.one) };
}

/** The first of each; what is said again is said already. */
function onceEach<One>(all: readonly One[], nameOf: (one: One) => string): One[] {
  const seen = new Set<string>();
  return all.filter((one) => !seen.has(nameOf(one)) && seen.add(nameOf(one)));
}

/** Its extent where a list gives one; else what is taken for a village or a town, or for a large city. */
function allowedAround({ radiusKm, population }: NamedPoint): number {
  return Math.max(radiusKm, (population ?? 0) >= 1_000_000 ? exhibitRules.largeCityKm : exhibitRules.placeKm);
}

function listFigures(point: NamedPoint | undefined, count: number): Figure[] {
  if (point === undefined) return [];
  return [
    { what: "places of that name on the lists", value: String(count) },
    { what: "list", value: `${point.source} (down to: ${point.floor})` },
  ];
}

function kmWords(km: number): string {
  return km < 10 ? `${km.toFixed(1)} km` : `${Math.round(km)} km`;
}
