/** The region that clauses leave together, and, when they leave none, the point that comes nearest. */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import {
  type AnchorPoint,
  type Anchors,
  choicesOf,
  type Condition,
  conditionsOf,
  type Miss,
  missOf,
  rangeOf,
  reachOf,
} from "./clause-miss.ts";
import { areaOf, type Box, boxAround, boxOfAny, boxOfBoth, leastMiss, worstOf } from "./find-region.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";

export interface SolvedRegion {
  readonly areaKm2: number;
  readonly box: Box | undefined;
  /** Undefined where no clause has a region. */
  readonly miss: Miss | undefined;
}

/** A clause with what its words are taken to mean. */
export interface RuledClause {
  readonly clause: PlaceClause;
  readonly rules: PlaceRules;
}

export function solveClauses(clauses: readonly RuledClause[], anchors: Anchors): SolvedRegion {
  const misses = clauses.flatMap(({ clause, rules }) => missOf(clause, anchors, rules) ?? []);
  if (misses.length === 0) return { areaKm2: 0, box: undefined, miss: undefined };
  const miss = worstOf(misses);
  const box = boxFor(clauses, anchors);
  if (box === undefined) return { areaKm2: 0, box: undefined, miss };
  return { ...areaOf(miss, box), miss };
}

/** Undefined where the boxes of two clauses do not meet, or none of them ends. */
function boxFor(clauses: readonly RuledClause[], anchors: Anchors): Box | undefined {
  let box: Box | undefined;
  for (const { clause, rules } of clauses) {
    const reach = reachOf(clause, anchors, rules);
    if (reach === Infinity) continue;
    const own = boxOfAny(choicesOf(clause, anchors).map(([from]) => boxAround(from, reach)));
    box = box === undefined || own === undefined ? (own ?? box) : boxOfBoth(box, own);
    if (box === undefined) return undefined;
  }
  return box;
}

export interface NearestMiss {
  readonly at: Position;
  readonly metres: number;
  /** The clause that is missed there while all else holds, and what it asks. */
  readonly clause: PlaceClause;
  readonly asks: Condition["asks"];
  /** How the point lies from the place that the clause measures from. */
  readonly from: AnchorPoint;
  readonly distanceM: number;
  readonly bearingDeg: number;
  /** What the words allow, metres; null where the clause asks for no distance. */
  readonly allowedM: readonly [low: number, high: number] | null;
  /** The nearest point at which the missed condition would hold. */
  readonly toward: Position;
}

/** Choices of points that are looked through at most. */
const choicesAtMost = 64;

/** For each condition: of all the points at which everything else holds, the one that misses it by least. Nearest first. */
export function nearestMisses(clauses: readonly RuledClause[], anchors: Anchors): NearestMiss[] {
  const used = clauses.filter(({ clause }) => clause.kind !== "feature");
  const best = new Map<string, NearestMiss>();
  for (const choice of allChoices(used.map(({ clause }) => choicesOf(clause, anchors))).slice(0, choicesAtMost)) {
    const parts = used.flatMap(({ clause, rules }, i) => {
      const [from, to] = choice[i] as readonly [AnchorPoint, AnchorPoint | undefined];
      return conditionsOf(clause, from, to, rules).map((condition) => ({ clause, rules, from, condition }));
    });
    for (const [i, { clause, rules, from, condition }] of parts.entries()) {
      const others = parts.filter((_, at) => at !== i);
      const within = others.filter((other) => other.condition.asks !== "heading" && reachOf(other.clause, anchors, other.rules) < Infinity);
      const box = within
        .map((other) => boxAround(other.from, reachOf(other.clause, anchors, other.rules)))
        .reduce<Box | undefined | "none">((all, one) => (all === "none" ? one : all && boxOfBoth(all, one)), "none");
      if (box === undefined || box === "none") continue;
      const found = leastMiss(condition.miss, worstOf(others.map((other) => other.condition.miss)), box);
      const key = `${clause.span[0]} ${condition.asks}`;
      if (found === undefined || found.metres <= 0 || (best.get(key)?.metres ?? Infinity) <= found.metres) continue;
      const { metres: distanceM, bearingDeg } = wayBetween(from, found.at);
      const allowedM = clause.kind === "offset" ? rangeOf(clause.distance, rules) : null;
      best.set(key, {
        ...{ ...found, clause, asks: condition.asks, from, distanceM, bearingDeg, allowedM },
        toward: condition.nearest(found.at),
      });
    }
  }
  return [...best.values()].sort((one, other) => one.metres - other.metres);
}

function allChoices<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((some) => list.map((one) => [...some, one])), [[]]);
}
