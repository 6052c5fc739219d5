/** The place reasoner as a whole: every way to read a phrase, each with its clauses, its region and its area. Which reading is meant is for a person to say. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { auditPlace, type PlaceAudit } from "./audit-place.ts";
import type { AnchorPoint, Anchors } from "./clause-miss.ts";
import { extentOf, type MultiPolygon, outlineOf } from "./outline-region.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import type { PlaceProblem } from "./place-problem.ts";
import { metresOf, type PlaceRules } from "./place-rules.ts";
import { readPhrase, type ReadClause } from "./read-phrase.ts";
import { type Relaxation, relaxations } from "./relax-rules.ts";
import { type NearestMiss, nearestMisses, type RuledClause, solveClauses } from "./solve-clauses.ts";

export interface PlaceAnswer {
  readonly text: string;
  readonly rules: PlaceRules;
  /** Empty when the phrase says nothing of a place that is understood. */
  readonly parses: readonly ParseAnswer[];
}

export interface ParseAnswer {
  /** The reading in words. */
  readonly reads: string;
  readonly clauses: readonly AnsweredClause[];
  /** Where each clause holds by itself, in the order of the clauses; null where it has no region. */
  readonly clauseRegions: readonly (MultiPolygon | null)[];
  readonly clauseAreasKm2: readonly (number | null)[];
  readonly region: MultiPolygon;
  readonly areaKm2: number;
  /** Of the region; null when there is none. `radiusKm` reaches its farthest corner. */
  readonly centroid: { readonly lat: number; readonly lon: number } | null;
  readonly radiusKm: number | null;
  /**
   * Null while there is a region, and where nothing comes near. A stated distance that is missed goes first: it is the speaker's,
   * while the width of a heading is a rule of the house. The others follow, nearest first.
   */
  readonly nearestMiss: MissAnswer | null;
  readonly furtherMisses: readonly MissAnswer[];
  /** Looser readings that leave a region, when this one leaves none. */
  readonly relaxations: readonly Relaxation[];
  /** For each clause about a named place: how that place lies. */
  readonly audits: readonly { readonly clause: string; readonly place: string; readonly found: readonly PlaceAudit[] }[];
  /** Words that were read and not used. */
  readonly notUsed: readonly string[];
}

export type AnsweredClause = PlaceClause & {
  /** Switched off by a person, itself or every point of a place that it names. */
  readonly off: boolean;
  /** Why it does not narrow the region; null when it does. */
  readonly unused: string | null;
};

export interface MissAnswer {
  readonly says: string;
  /** The point that comes nearest, the anchor it is measured from, and the nearest point at which the missed clause would hold. */
  readonly lat: number;
  readonly lon: number;
  readonly metres: number;
  readonly from: { readonly lat: number; readonly lon: number };
  readonly toward: { readonly lat: number; readonly lon: number };
  readonly clause: string;
  readonly span: PlaceClause["span"];
  readonly asks: NearestMiss["asks"];
  readonly distance: { readonly value: number; readonly unit: string };
  readonly bearingDeg: number;
}

/** Ambiguous clauses that are read both ways; more are read as being about the spot. */
const ambiguousAtMost = 3;

/** Squares a side of the outline of a clause by itself: drawn under the region, so coarser. */
const coarse = 64;

/** Throws ProblemUnreadable. */
export function answerPlace(problem: PlaceProblem): PlaceAnswer {
  const { text, anchors, alternatives = {}, rules } = problem;
  const clauses = readPhrase(text, new Set([...Object.keys(anchors), ...Object.keys(alternatives)]));
  for (const name of clauses.flatMap(namesOf)) {
    if (!(name in anchors) && !(name in alternatives))
      throw new ProblemUnreadable("anchors", `expected points for every place that the text names; found none for ${JSON.stringify(name)}`);
  }
  const points = { anchors: new Map(Object.entries(anchors)), alternatives: new Map(Object.entries(alternatives)) };
  return { text, rules, parses: clauses.length === 0 ? [] : readings(clauses).map((reading) => parseAnswer(reading, points, problem)) };
}

/** Each ambiguous clause as being about the spot, and as being about the place before it. */
function readings(clauses: readonly ReadClause[]): PlaceClause[][] {
  let ambiguous = 0;
  return clauses.reduce<PlaceClause[][]>(
    (all, { mayBeAbout, ...clause }) => {
      const ways: PlaceClause[] = [clause];
      if (mayBeAbout !== null && clause.kind === "offset" && ++ambiguous <= ambiguousAtMost)
        ways.push({ ...clause, about: { anchor: mayBeAbout } });
      return ways.flatMap((way) => all.map((some) => [...some, way]));
    },
    [[]],
  );
}

interface Points {
  readonly anchors: Anchors;
  readonly alternatives: Anchors;
}

function parseAnswer(reading: readonly PlaceClause[], { anchors, alternatives }: Points, problem: PlaceProblem): ParseAnswer {
  const { rules } = problem;
  const clauses = reading.map((clause) => answered(clause, anchors, problem));
  const ruled = clauses.map((clause) => ({ clause, rules: rulesFor(clause, problem) }));
  const used = ruled.filter(({ clause }) => clause.unused === null);
  const { areaKm2, box, miss } = solveClauses(used, anchors);
  const region = miss === undefined ? nowhere : outlineOf(miss, box);
  const empty = miss !== undefined && areaKm2 === 0;
  const misses = empty ? nearestMisses(used, anchors) : [];
  const near = misses.find(({ asks }) => asks === "distance") ?? misses[0];
  const alone = ruled.map((one) => aloneOf(one, { anchors, alternatives }));
  return {
    reads: clauses.map(readingOf).join("; "),
    clauses,
    clauseRegions: alone.map((one) => one?.region ?? null),
    clauseAreasKm2: alone.map((one) => one?.areaKm2 ?? null),
    region,
    areaKm2,
    ...extentOf(region),
    nearestMiss: near === undefined ? null : missAnswer(near),
    furtherMisses: misses.filter((one) => one !== near).map(missAnswer),
    relaxations: empty ? relaxations(used, anchors, alternatives, rules) : [],
    audits: ruled.flatMap(({ clause, rules: own }) => {
      if (clause.about === "spot" || clause.kind !== "offset") return [];
      const points = (name: string): readonly AnchorPoint[] => [...(anchors.get(name) ?? []), ...(alternatives.get(name) ?? [])];
      const found = auditPlace(clause, points(clause.about.anchor), points(clause.anchor), own);
      return [{ clause: clause.text, place: clause.about.anchor, found }];
    }),
    notUsed: clauses.filter(({ kind }) => kind === "feature").map(({ text }) => text),
  };
}

const nowhere: MultiPolygon = { type: "MultiPolygon", coordinates: [] };

function rulesFor({ span }: PlaceClause, { rules, clauseRules = [] }: PlaceProblem): PlaceRules {
  const own = clauseRules.find((one) => one.span[0] === span[0] && one.span[1] === span[1])?.rules ?? {};
  return { ...rules, ...(Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Partial<PlaceRules>) };
}

function answered(clause: PlaceClause, anchors: Anchors, { off = [] }: PlaceProblem): AnsweredClause {
  const bare = namesOf(clause).find((name) => (anchors.get(name)?.length ?? 0) === 0);
  const switched = off.some(([start, end]) => start === clause.span[0] && end === clause.span[1]);
  const unused = switched
    ? "switched off"
    : bare !== undefined
      ? `every point of ${bare} is switched off`
      : clause.about !== "spot"
        ? `it tests ${clause.about.anchor} and not the spot`
        : clause.kind === "feature"
          ? "it needs map data"
          : null;
  return { ...clause, off: switched || bare !== undefined, unused };
}

/** The clause by itself, from the points that are switched on, or else from those that are not. */
function aloneOf({ clause, rules }: RuledClause, { anchors, alternatives }: Points) {
  if (clause.kind === "feature") return undefined;
  const points = new Map(
    namesOf(clause).map((name) => [name, (anchors.get(name)?.length ? anchors.get(name) : alternatives.get(name)) ?? []]),
  );
  const { areaKm2, box, miss } = solveClauses([{ clause, rules }], points);
  return miss === undefined ? undefined : { areaKm2, region: outlineOf(miss, box, coarse) };
}

function readingOf(clause: PlaceClause): string {
  if (clause.about !== "spot") return `${clause.about.anchor} is ${clause.text}, which tests the place and not the spot`;
  return clause.kind === "feature" ? `the spot is ${clause.text}, which needs map data and is not used` : `the spot is ${clause.text}`;
}

function missAnswer({ at, metres, clause, asks, from, toward, distanceM, bearingDeg, allowedM }: NearestMiss): MissAnswer {
  const unit = clause.kind === "offset" ? clause.distance.unit : "km";
  const inUnit = (value: number) => value / metresOf[unit];
  const place = "anchor" in clause ? clause.anchor : "the place";
  const here = `nearest point ${inUnit(distanceM).toFixed(3)} ${unit} at ${bearingDeg.toFixed(1)} deg from ${place} (${at.lat.toFixed(5)}, ${at.lon.toFixed(5)})`;
  const [low, high] = allowedM ?? [0, Infinity];
  const border =
    distanceM < low ? `short of ${inUnit(low).toFixed(1)} ${unit}` : distanceM > high ? `beyond ${inUnit(high).toFixed(1)} ${unit}` : "";
  const by =
    asks === "distance" ? `${Math.round(metres)} m ${border}` : `${Math.round(metres)} m outside of what "${clause.text}" asks (${asks})`;
  return {
    says: `the clauses do not overlap: ${here}, ${by}`,
    ...{ lat: at.lat, lon: at.lon, metres, clause: clause.text, span: clause.span, asks, bearingDeg },
    from: { lat: from.lat, lon: from.lon },
    toward: { lat: toward.lat, lon: toward.lon },
    distance: { value: inUnit(distanceM), unit },
  };
}
