/**
 * A phrase and what gazetteers list under its names, made into a problem that is complete in itself: the namesakes that may be meant
 * are anchors, those near enough to be mixed up with them are alternatives, and all of them are kept beside.
 */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { PlaceCandidate } from "./namesakes.ts";
import type { Namesake, NamesakesByName } from "./namesakes-problem.ts";
import type { PlaceProblem } from "./place-problem.ts";

/** Points of one name that are put into a problem: beyond, words alone do not tell them apart, and a person chooses. */
const mostAnchors = 20;
const mostAlternatives = 10;
/** When every namesake is rejected: the best of them, so that the answer can say by how much they miss. */
const whenAllAreRejected = 5;
/** A rejected namesake this near to what is meant may be what a speaker mixed up. */
const mixedUpKm = 100;

type Points = PlaceProblem["anchors"][string];

/** `namesakes` of the names that have no anchors yet; `candidates` were worked out with all of them as anchors. */
export function withAnchors(problem: PlaceProblem, namesakes: NamesakesByName, candidates: readonly PlaceCandidate[]): PlaceProblem {
  const anchors: Record<string, Points> = { ...problem.anchors };
  const alternatives: Record<string, Points> = { ...problem.alternatives };
  const chosen = Object.keys(namesakes).map((name) => {
    const own = candidates.filter((one) => one.name === name);
    const kept = own.filter(({ rejected }) => rejected === null);
    return { name, own, kept: kept.length > 0 ? kept : own.slice(0, whenAllAreRejected) };
  });
  const meant = [...Object.values(problem.anchors).flat(), ...chosen.flatMap(({ kept }) => kept.flatMap(({ points }) => points))];
  for (const { name, own, kept } of chosen) {
    const listed = namesakes[name] ?? [];
    anchors[name] = kept.flatMap((one) => pointsOf(one, listed)).slice(0, mostAnchors);
    const others = own
      .filter(
        (one) => !kept.includes(one) && one.points.some((point) => meant.some((at) => wayBetween(at, point).metres <= mixedUpKm * 1000)),
      )
      .flatMap((one) => pointsOf(one, listed))
      .slice(0, mostAlternatives);
    if (others.length > 0) alternatives[name] = [...(alternatives[name] ?? []), ...others];
  }
  return {
    ...problem,
    anchors,
    ...(Object.keys(alternatives).length > 0 ? { alternatives } : {}),
    namesakes: { ...problem.namesakes, ...namesakes },
  };
}

function pointsOf({ points }: PlaceCandidate, listed: readonly Namesake[]): Points {
  return points.flatMap(({ lat, lon }) => {
    const one = listed.find((namesake) => namesake.lat === lat && namesake.lon === lon);
    if (one === undefined) return [];
    const { radiusKm, source, id, admin } = one;
    return [{ lat, lon, radiusKm, source, ...(id === undefined ? {} : { id }), ...(admin.length > 0 ? { admin } : {}) }];
  });
}
