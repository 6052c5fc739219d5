/**
 * Every place that a name of the phrase may mean, ranked: how it lies to the places beside it, which words it passes, why it is
 * rejected, and its share once all the words are weighed together. That none of them is meant is one of the answers. Explained in
 * docs/gazetteer.md.
 */
import { wayBetween } from "../../core/place/geodesic.ts";
import { allowedM, check, type CheckedPoint, checkWords, type Measure, measuresIn, type PlaceCheck } from "./namesake-checks.ts";
import { fitOf } from "./namesake-fit.ts";
import { hypothesesOf, type NamedPlace, type NameHypotheses, samePlaceKm } from "./namesake-hypotheses.ts";
import { roughM } from "./namesake-ones.ts";
import { type NamePosterior, posteriorOf } from "./namesake-posterior.ts";
import type { Namesake } from "./namesakes-problem.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import type { PlaceProblem } from "./place-problem.ts";
import type { PlaceRules } from "./place-rules.ts";

export interface CandidatePoint {
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly source: string;
  /** The smallest places that the source lists. */
  readonly floor: string;
  readonly id: string | null;
  /** How the problem uses it. */
  readonly use: "anchor" | "alternative" | "off";
  /** Held against the likeliest points of the other names, best first. */
  readonly checks: readonly PlaceCheck[];
}

export interface PlaceCandidate {
  /** As the phrase spells it, and the place among those of that name: 1 is the likeliest. */
  readonly name: string;
  readonly rank: number;
  readonly listedAs: string;
  readonly matchedBy: string;
  readonly kind: string;
  readonly country: string;
  readonly admin: readonly string[];
  readonly population: number | null;
  /** More than one where sources put the place at different points. */
  readonly points: readonly CandidatePoint[];
  /** Share before the words beside the name are weighed, and after; by the readings of the phrase in their order. */
  readonly prior: number;
  readonly posterior: number;
  readonly posteriorByReading: readonly number[];
  /** Why it is not meant as far as the words go; null where it may be. */
  readonly rejected: string | null;
}

export interface NameAnswer {
  readonly name: string;
  /** Places of that name that are listed. */
  readonly places: number;
  /** Nobody looked for namesakes: the points are a person's. */
  readonly given: boolean;
  /** Share of "none of these": a place of the name that no list holds. */
  readonly none: { readonly prior: number; readonly posterior: number };
  /** Of the points of its likeliest place. */
  readonly pointsApartKm: number | null;
  readonly says: readonly string[];
}

export interface NamesakeAnswer {
  readonly candidates: readonly PlaceCandidate[];
  readonly names: readonly NameAnswer[];
}

/** A reading of the phrase: its clauses that are used, also those about a named place, each with the rules that hold for it. */
export type Reading = readonly { readonly clause: PlaceClause; readonly rules: PlaceRules }[];

/** Points of other names that a place is held against. */
const heldAgainst = 3;
const mostChecked = 24;
/** Words that speak this much more for another place of the name reject one that no single clause rejects. */
const farBetter = 50;

export function namesakeAnswer(readings: readonly Reading[], problem: PlaceProblem): NamesakeAnswer {
  const names = [...new Set(readings.flatMap((clauses) => clauses.flatMap(({ clause }) => mentioned(clause))))];
  const hypotheses = names.map((name) => hypothesesOf(name, givenPoints(name, problem), problem.namesakes?.[name]));
  const byReading = readings.map((clauses) =>
    posteriorOf(
      hypotheses,
      clauses.flatMap(({ clause, rules }) => fitOf(clause, rules) ?? []),
    ),
  );
  const measures = readings.map(measuresIn);
  const shares = hypotheses.map((one, n) =>
    meanOf(
      one,
      byReading.map((reading) => reading[n] as NamePosterior),
    ),
  );
  const candidates = hypotheses.flatMap((one, n) =>
    ranked(
      one.places.map((place, p) => {
        const posteriorByReading = byReading.map((reading) => reading[n]?.places[p] ?? place.prior);
        return candidateOf(one.name, place, shares[n]?.places[p] ?? place.prior, {
          posteriorByReading,
          measures,
          hypotheses,
          shares,
          problem,
        });
      }),
    ),
  );
  return { candidates, names: hypotheses.map((one, n) => nameAnswer(one, shares[n] as NamePosterior, candidates, problem)) };
}

function mentioned(clause: PlaceClause): string[] {
  return [...(clause.about === "spot" ? [] : [clause.about.anchor]), ...namesOf(clause)];
}

/** The points that the problem holds for a name. */
function givenPoints(name: string, { anchors, alternatives = {} }: PlaceProblem): Namesake[] {
  return [...(anchors[name] ?? []), ...(alternatives[name] ?? [])].map(({ lat, lon, radiusKm, source, id, admin }) => ({
    ...{ lat, lon, radiusKm, name },
    source: source ?? "given",
    floor: "not known",
    ...(id === undefined ? {} : { id }),
    ...{ kind: "unknown", country: "", admin: admin ?? [], population: null, matchedBy: "name" },
  }));
}

/** Which reading is meant is for a person to say: until then each counts alike. */
function meanOf({ name, places, priorNone }: NameHypotheses, readings: readonly NamePosterior[]): NamePosterior {
  if (readings.length === 0) return { name, places: places.map(({ prior }) => prior), none: priorNone };
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / readings.length;
  return {
    name,
    places: places.map((_, p) => mean(readings.map((one) => one.places[p] ?? 0))),
    none: mean(readings.map(({ none }) => none)),
  };
}

interface Around {
  readonly posteriorByReading: readonly number[];
  readonly measures: readonly (readonly Measure[])[];
  readonly hypotheses: readonly NameHypotheses[];
  readonly shares: readonly NamePosterior[];
  readonly problem: PlaceProblem;
}

function candidateOf(name: string, { points, prior }: NamedPlace, posterior: number, around: Around): Omit<PlaceCandidate, "rank"> {
  const { posteriorByReading, problem } = around;
  const first = points[0] as Namesake;
  const checked = points.map((point) => ({ point, checks: checksOf(name, point, around) }));
  const all = checked.flatMap(({ checks }) => checks);
  const at = around.hypotheses.findIndex((one) => one.name === name);
  const best = Math.max(...(around.hypotheses[at]?.places ?? []).map((one, p) => (around.shares[at]?.places[p] ?? 0) / one.prior));
  return {
    name,
    ...{ listedAs: first.name, matchedBy: first.matchedBy, kind: first.kind, country: first.country, admin: first.admin },
    population: points.reduce<number | null>((most, point) => most ?? point.population, null),
    points: checked.map(({ point, checks }) => ({
      ...{ lat: point.lat, lon: point.lon, radiusKm: point.radiusKm, source: point.source, floor: point.floor },
      id: point.id ?? null,
      use: useOf(name, point, problem),
      checks: checks.slice(0, 2 * heldAgainst),
    })),
    ...{ prior, posterior, posteriorByReading },
    rejected: whyRejected(name, all, best / Math.max(Number.MIN_VALUE, posterior / prior)),
  };
}

/** Each reading's measures once, nearest to what the words ask first. */
function checksOf(name: string, point: Namesake, { measures, hypotheses, shares }: Around): PlaceCheck[] {
  const own: CheckedPoint = { name, lat: point.lat, lon: point.lon, source: point.source };
  const found = new Map<string, PlaceCheck>();
  for (const measure of measures.flat()) {
    if (measure.from !== name && measure.to !== name) continue;
    const other = measure.from === name ? measure.to : measure.from;
    for (const against of nearestTo(measure, point, pointsOf(other, hypotheses, shares))) {
      const one = measure.from === name ? check(measure, own, against) : check(measure, against, own);
      const key = `${measure.clause.span[0]} ${measure.from} ${measure.to} ${against.lat} ${against.lon}`;
      const before = found.get(key);
      // A clause about the place itself is the sharper question; what another reading leaves room for still counts as possible.
      if (before === undefined || one.slackKm < before.slackKm)
        found.set(key, { ...one, possible: one.possible || before?.possible === true });
      else found.set(key, { ...before, possible: before.possible || one.possible });
    }
  }
  return [...found.values()].sort((a, b) => Number(b.possible) - Number(a.possible) || missOf(a) - missOf(b));
}

/** Of hundreds of points those whose distance comes nearest to what the words allow, by a rough reckoning that the check then makes exact. */
function nearestTo({ clause, rules }: Measure, point: Namesake, points: readonly CheckedPoint[]): readonly CheckedPoint[] {
  if (points.length <= mostChecked) return points;
  const [low, high] = allowedM(clause, rules);
  const by = (one: CheckedPoint) => {
    const far = roughM(one, point);
    return Math.max(0, low - far, far - high);
  };
  return points
    .map((one) => ({ one, miss: by(one) }))
    .sort((a, b) => a.miss - b.miss)
    .slice(0, mostChecked)
    .map(({ one }) => one);
}

/** Every point of the other name: the likeliest place first. */
function pointsOf(name: string, hypotheses: readonly NameHypotheses[], shares: readonly NamePosterior[]): CheckedPoint[] {
  const at = hypotheses.findIndex((one) => one.name === name);
  const places = hypotheses[at]?.places ?? [];
  const share = (place: number) => shares[at]?.places[place] ?? 0;
  return places
    .map(({ points }, place) => ({ points, place }))
    .sort((a, b) => share(b.place) - share(a.place))
    .flatMap(({ points }) => points.map(({ lat, lon, source }) => ({ name, lat, lon, source })));
}

function missOf({ distance: { low, high, found, unit } }: PlaceCheck): number {
  const by = Math.max(0, low - found, high === null ? 0 : found - high);
  return unit === "mi" ? by * 1609.344 : by * 1000;
}

/** `better`: how much more the words speak for another place of the name. */
function whyRejected(name: string, checks: readonly PlaceCheck[], better: number): string | null {
  const [nearest] = checks;
  if (nearest !== undefined && !checks.some(({ possible }) => possible)) {
    const words = checkWords([...checks].sort((a, b) => missOf(a) - missOf(b))[0] as PlaceCheck);
    const other = nearest.from.name === name ? nearest.to.name : nearest.from.name;
    return nearest.from.name === name ? `no ${other} lies as the words say: the nearest is ${words}` : words;
  }
  return better > farBetter
    ? `the words together speak ${better < 1000 ? `${Math.round(better)} times` : "more than a thousand times"} more for another place of the name`
    : null;
}

function useOf(name: string, { lat, lon }: Namesake, { anchors, alternatives = {} }: PlaceProblem): CandidatePoint["use"] {
  const has = (points: readonly { readonly lat: number; readonly lon: number }[] | undefined) =>
    points?.some((one) => one.lat === lat && one.lon === lon) === true;
  return has(anchors[name]) ? "anchor" : has(alternatives[name]) ? "alternative" : "off";
}

function ranked(candidates: readonly Omit<PlaceCandidate, "rank">[]): PlaceCandidate[] {
  return [...candidates]
    .sort((a, b) => Number(a.rejected !== null) - Number(b.rejected !== null) || byShare(a, b) || leastMissOf(a) - leastMissOf(b))
    .map((candidate, i) => ({ ...candidate, rank: i + 1 }));
}

/** Shares that differ by a hundredth of themselves are those of the tail: how far off the place lies then says more. */
function byShare(a: { readonly posterior: number }, b: { readonly posterior: number }): number {
  return Math.abs(a.posterior - b.posterior) <= 0.01 * Math.max(a.posterior, b.posterior) ? 0 : b.posterior - a.posterior;
}

function leastMissOf({ points }: Omit<PlaceCandidate, "rank">): number {
  return Math.min(Infinity, ...points.flatMap(({ checks }) => checks.map(missOf)));
}

function nameAnswer(
  { name, places, priorNone }: NameHypotheses,
  { none }: NamePosterior,
  candidates: readonly PlaceCandidate[],
  { namesakes }: PlaceProblem,
): NameAnswer {
  const likeliest = candidates.find((one) => one.name === name);
  const apart = likeliest === undefined ? null : widest(likeliest.points);
  const given = namesakes?.[name] === undefined;
  return {
    name,
    places: places.length,
    given,
    none: { prior: priorNone, posterior: none },
    pointsApartKm: apart === null ? null : apart.km,
    says: [
      ...(places.length === 0 ? [`no list that was asked holds a ${name}: a place that none lists may still exist`] : []),
      ...(likeliest?.matchedBy === "near-spelling"
        ? [`no list that was asked holds a ${name}: what is listed are spellings one or two letters apart`]
        : []),
      ...(apart === null
        ? []
        : [
            `two points of ${name} lie ${apart.km.toFixed(2)} km apart (${apart.sources.join("; ")}): the precision cannot be finer than that until a feature match exists`,
          ]),
      ...(given || places.length === 0 ? [] : [`that none of the ${places.length} listed is meant has a share of ${percent(none)}`]),
    ],
  };
}

function widest(points: readonly CandidatePoint[]): { km: number; sources: string[] } | null {
  let most: { km: number; sources: string[] } | null = null;
  for (const [i, one] of points.entries())
    for (const other of points.slice(i + 1)) {
      const km = wayBetween(one, other).metres / 1000;
      // Lists that round to the fifth decimal do not disagree by a few metres.
      if (km > 0.05 && km <= 2 * samePlaceKm && km > (most?.km ?? 0)) most = { km, sources: [one.source, other.source] };
    }
  return most;
}

function percent(share: number): string {
  return share > 0 && share < 0.001 ? "below 0.1 %" : `${(share * 100).toFixed(1)} %`;
}
