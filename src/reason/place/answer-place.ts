/** The place reasoner as a whole: every way to read a phrase, each with its clauses, its region and its area. Which reading is meant is for a person to say. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { auditPlace, type PlaceAudit } from "./audit-place.ts";
import type { AnchorPoint, Anchors } from "./clause-miss.ts";
import { type MultiPolygon, outlineOf } from "./outline-region.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { PlaceProblem } from "./place-problem.ts";
import { metresOf, type PlaceRules } from "./place-rules.ts";
import { readPhrase, type ReadClause } from "./read-phrase.ts";
import { type Relaxation, relaxations } from "./relax-rules.ts";
import { type NearestMiss, nearestMisses, solveClauses } from "./solve-clauses.ts";

export interface PlaceAnswer {
  readonly text: string;
  readonly rules: PlaceRules;
  /** Empty when the phrase says nothing of a place that is understood. */
  readonly parses: readonly ParseAnswer[];
}

export interface ParseAnswer {
  /** The reading in words. */
  readonly reads: string;
  readonly clauses: readonly PlaceClause[];
  readonly region: MultiPolygon;
  readonly areaKm2: number;
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

export interface MissAnswer {
  readonly says: string;
  readonly lat: number;
  readonly lon: number;
  readonly metres: number;
  readonly clause: string;
  readonly asks: NearestMiss["asks"];
  readonly distance: { readonly value: number; readonly unit: string };
  readonly bearingDeg: number;
}

/** Ambiguous clauses that are read both ways; more are read as being about the spot. */
const ambiguousAtMost = 3;

/** Throws ProblemUnreadable. */
export function answerPlace({ text, anchors: given, alternatives = {}, rules }: PlaceProblem): PlaceAnswer {
  const clauses = readPhrase(text, Object.keys(given));
  const anchors: Anchors = new Map(Object.entries(given));
  for (const clause of clauses) {
    for (const name of namesOf(clause)) {
      if (!anchors.has(name))
        throw new ProblemUnreadable(
          "anchors",
          `expected points for every place that the text names; found none for ${JSON.stringify(name)}`,
        );
    }
  }
  const other: Anchors = new Map(Object.entries(alternatives));
  return {
    text,
    rules,
    parses: clauses.length === 0 ? [] : readings(clauses).map((reading) => parseAnswer(reading, anchors, other, rules)),
  };
}

function namesOf(clause: PlaceClause): string[] {
  if (clause.kind === "feature") return [];
  return clause.kind === "between" ? [clause.anchor, clause.other] : [clause.anchor];
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

function parseAnswer(clauses: readonly PlaceClause[], anchors: Anchors, alternatives: Anchors, rules: PlaceRules): ParseAnswer {
  const spot = clauses.filter(({ about }) => about === "spot");
  const { areaKm2, box, miss } = solveClauses(spot, anchors, rules);
  const empty = miss !== undefined && areaKm2 === 0;
  const misses = empty ? nearestMisses(spot, anchors, rules) : [];
  const near = misses.find(({ asks }) => asks === "distance") ?? misses[0];
  return {
    reads: clauses.map(readingOf).join("; "),
    clauses,
    region: miss === undefined ? { type: "MultiPolygon", coordinates: [] } : outlineOf(miss, box),
    areaKm2,
    nearestMiss: near === undefined ? null : missAnswer(near),
    furtherMisses: misses.filter((one) => one !== near).map(missAnswer),
    relaxations: empty ? relaxations(spot, anchors, alternatives, rules) : [],
    audits: clauses.flatMap((clause) => {
      if (clause.about === "spot" || clause.kind !== "offset") return [];
      const points = (name: string): readonly AnchorPoint[] => [...(anchors.get(name) ?? []), ...(alternatives.get(name) ?? [])];
      return [
        {
          clause: clause.text,
          place: clause.about.anchor,
          found: auditPlace(clause, points(clause.about.anchor), points(clause.anchor), rules),
        },
      ];
    }),
    notUsed: clauses.filter(({ kind }) => kind === "feature").map(({ text }) => text),
  };
}

function readingOf(clause: PlaceClause): string {
  if (clause.about !== "spot") return `${clause.about.anchor} is ${clause.text}, which tests the place and not the spot`;
  return clause.kind === "feature" ? `the spot is ${clause.text}, which needs map data and is not used` : `the spot is ${clause.text}`;
}

function missAnswer({ at, metres, clause, asks, distanceM, bearingDeg, allowedM }: NearestMiss): MissAnswer {
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
    ...{ lat: at.lat, lon: at.lon, metres, clause: clause.text, asks, bearingDeg },
    distance: { value: inUnit(distanceM), unit },
  };
}
