/** One answer out of those of several gazetteers: the same point is one match, which says where else it stands; best and nearest first. */
import { wayBetween } from "../place/geodesic.ts";
import type { Position } from "../place/region.ts";
import type { GazetteerMatch, GazetteerPlace } from "./gazetteer-place.ts";
import { compareMatches, type HowMatched } from "./names/how-matched.ts";

/** Two lists that draw on the same source give a place to the fifth decimal, a metre; a hundred are no other place. */
const samePointM = 100;

export function joinAnswers(
  found: readonly (GazetteerPlace & HowMatched)[],
  { near, limit }: { near?: Position | undefined; limit: number },
): { matches: GazetteerMatch[]; leftOut: number } {
  const joined: GazetteerMatch[] = [];
  const byCell = new Map<string, GazetteerMatch[]>();
  // The fuller entry of a point stands for it.
  for (const place of [...found].sort((a, b) => compareMatches(a, b) || fullness(b) - fullness(a))) {
    const same = cellsAround(place)
      .flatMap((cell) => byCell.get(cell) ?? [])
      .find(
        (one) =>
          one.matchedBy !== "near-spelling" &&
          one.source.gazetteer !== place.source.gazetteer &&
          wayBetween(one, place).metres <= samePointM,
      );
    if (same !== undefined) {
      same.alsoIn.push(place.source);
      continue;
    }
    const match: GazetteerMatch = { ...place, variants: [...place.variants], admin: [...place.admin], alsoIn: [], ...lie(near, place) };
    joined.push(match);
    const cell = cellOf(place.lat, place.lon);
    byCell.set(cell, [...(byCell.get(cell) ?? []), match]);
  }
  joined.sort((a, b) => rank(a) - rank(b) || (near === undefined ? size(b) - size(a) : (a.distanceKm ?? 0) - (b.distanceKm ?? 0)));
  return { matches: joined.slice(0, limit), leftOut: Math.max(0, joined.length - limit) };
}

/** Names, variants and transliterations are equally good for whoever looks for what is near; the others come after. */
function rank({ matchedBy, edits }: HowMatched): number {
  return matchedBy === "consonants" ? 1 : matchedBy === "near-spelling" ? 1 + edits : 0;
}

function size({ population }: GazetteerPlace): number {
  return population ?? 0;
}

function fullness({ population, variants }: GazetteerPlace): number {
  return (population === null ? 0 : 1000) + variants.length;
}

function lie(near: Position | undefined, place: Position): { distanceKm?: number; bearingDeg?: number } {
  if (near === undefined) return {};
  const { metres, bearingDeg } = wayBetween(near, place);
  return { distanceKm: metres / 1000, bearingDeg };
}

/** Squares of a hundredth of a degree, more than a hundred metres wide as far as anybody lives. */
function cellOf(lat: number, lon: number): string {
  return `${Math.floor(lat * 100)} ${Math.floor(lon * 100)}`;
}

function cellsAround({ lat, lon }: Position): string[] {
  const cells: string[] = [];
  for (const dLat of [-0.01, 0, 0.01]) for (const dLon of [-0.01, 0, 0.01]) cells.push(cellOf(lat + dLat, lon + dLon));
  return cells;
}
