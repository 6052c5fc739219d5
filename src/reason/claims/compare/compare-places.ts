/**
 * Place phrases by the regions that they leave: the place reasoner is asked for each alone and for both together. Where a name has no
 * point, or a phrase nothing that narrows, nothing is told. Each way to put a phrase together is a reading.
 */
import { groundOf, type Ground } from "../../place/ground-lines.ts";
import type { Anchors } from "../../place/clause-miss.ts";
import { coarse } from "../../place/outline-region.ts";
import { namesOf, type PlaceClause } from "../../place/place-clause.ts";
import type { PlaceProblem } from "../../place/place-problem.ts";
import { readingsOfProblem } from "../../place/problem-readings.ts";
import { nearestMisses, type RuledClause, solveClauses } from "../../place/solve-clauses.ts";
import { kmWords } from "./figures.ts";
import type { Relation } from "./relation.ts";

export interface PlaceReading {
  readonly clauses: readonly RuledClause[];
  /** In words: which clauses narrow it. */
  readonly reads: string;
  readonly anchors: Anchors;
  readonly ground: Ground;
  readonly region: { readonly areaKm2: number; readonly errorKm2: number };
}

export type ReadPlace = { readonly readings: readonly PlaceReading[] } | { readonly why: string };

/** Regions whose areas differ by no more than this share, or by what the outlines may be off, count as one. */
const sameShare = 0.02;
/** Nearer than outlines are told apart: "in" and "outside" a place have an edge in common. */
const touchingM = 10;
/** Readings of one phrase that are compared. */
const readingsAtMost = 4;

export function readPlace(words: string, problem: PlaceProblem | undefined): ReadPlace {
  if (problem === undefined) return { why: `"${words}": nobody stated which points its names stand for` };
  const anchors: Anchors = new Map(Object.entries(problem.anchors));
  const ground = groundOf(problem.lines ?? [], problem.rules);
  const found = new Map<string, PlaceReading>();
  const chosen = problem.reading;
  const all = readingsOfProblem(problem);
  for (const reading of chosen === undefined ? all : all.slice(chosen, chosen + 1)) {
    const about = reading.filter(({ clause }) => clause.about === "spot");
    const unknown = about.flatMap(({ clause }) => namesOf(clause)).find((name) => (anchors.get(name)?.length ?? 0) === 0);
    if (unknown !== undefined) return { why: `"${words}": no point of ${unknown} is known` };
    const clauses = about.filter(({ clause }) => clause.kind !== "feature" || ground.conditionsOf(clause).length > 0);
    const key = JSON.stringify(clauses.map(({ clause }) => clause.span));
    if (clauses.length === 0 || found.has(key)) continue;
    const region = solveClauses(clauses, { anchors, ground }, coarse);
    if (region === undefined) continue;
    found.set(key, { clauses, reads: clauses.map(({ clause }) => clause.text).join("; "), anchors, ground, region });
  }
  const readings = [...found.values()].slice(0, readingsAtMost);
  return readings.length > 0 ? { readings } : { why: `"${words}": nothing in it leaves a region` };
}

export function comparePlaces(first: PlaceReading, second: PlaceReading): Relation {
  const told = `"${first.reads}" leaves ${areaWords(first.region.areaKm2)}, "${second.reads}" ${areaWords(second.region.areaKm2)}`;
  for (const one of [first, second])
    if (one.region.areaKm2 === 0)
      return { is: "unknown", words: `${told}: what "${one.reads}" asks has no place in common by itself, as its names are placed` };
  const together = bothOf(first, second);
  const both = solveClauses(together.clauses, together, coarse);
  const area = both?.areaKm2 ?? 0;
  if (area === 0) {
    const [near] = nearestMisses(together.clauses, together);
    if (near === undefined) return { is: "apart", words: `${told}, and nothing in common` };
    if (near.metres <= touchingM) return { is: "overlap", words: `${told}, and only an edge in common`, touching: true };
    const km = near.metres / 1000;
    const by = `the nearest point misses "${near.clause.text}" (${near.asks}) by ${kmWords(km)}`;
    return { is: "apart", words: `${told}, and nothing in common: ${by}`, gap: { in: "km", km: Math.round(km * 1000) / 1000 } };
  }
  const words = `${told}, ${areaWords(area)} in common`;
  const slack = (both?.errorKm2 ?? 0) + first.region.errorKm2 + second.region.errorKm2;
  const isAll = (one: PlaceReading) => area >= one.region.areaKm2 * (1 - sameShare) - slack;
  if (isAll(first) && isAll(second)) return { is: "same", words };
  if (isAll(first)) return { is: "inside", words };
  return { is: isAll(second) ? "around" : "overlap", words };
}

/** Both phrases as one: names of the second keep apart from those of the first, which may stand for other points. */
function bothOf(first: PlaceReading, second: PlaceReading): { clauses: RuledClause[]; anchors: Anchors; ground: Ground } {
  const grounds = new Map<PlaceClause, readonly [Ground, PlaceClause]>();
  const anchors = new Map<string, NonNullable<ReturnType<Anchors["get"]>>>();
  const clauses = [first, second].flatMap((one, i) => {
    const own = (name: string) => `${i + 1} ${name}`;
    for (const [name, points] of one.anchors) anchors.set(own(name), points);
    return one.clauses.map(({ clause, rules }): RuledClause => {
      const renamed = (
        clause.kind === "feature"
          ? { ...clause }
          : { ...clause, anchor: own(clause.anchor), ...("other" in clause ? { other: own(clause.other) } : {}) }
      ) as PlaceClause;
      grounds.set(renamed, [one.ground, clause]);
      return { clause: renamed, rules };
    });
  });
  const ownOf = (clause: PlaceClause) => grounds.get(clause);
  const ground: Ground = {
    conditionsOf(clause) {
      const [from, asked] = ownOf(clause) ?? [];
      return from === undefined || asked === undefined ? [] : from.conditionsOf(asked);
    },
    boxesOf(clause) {
      const [from, asked] = ownOf(clause) ?? [];
      return from === undefined || asked === undefined ? [] : from.boxesOf(asked);
    },
  };
  return { clauses, anchors, ground };
}

function areaWords(km2: number): string {
  return `${km2 === 0 ? "0" : km2 < 10 ? km2.toFixed(2) : km2.toFixed(0)} km2`;
}
