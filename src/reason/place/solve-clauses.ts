/** The region that clauses leave together, and, when they leave none, the point that comes nearest. */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { type AnchorPoint, type Anchors, choicesOf, type Condition, conditionsOf, type Miss, missOf, reachOf } from "./clause-miss.ts";
import { boxesOf } from "./clause-boxes.ts";
import { findRegion } from "./find-region.ts";
import type { Ground } from "./ground-lines.ts";
import { leastMiss } from "./least-miss.ts";
import { type Box, sizeOf } from "./map-box.ts";
import { type Fineness, type Outline, outlineOf } from "./outline-region.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";
import { rangeOf } from "./stated-range.ts";

/** A clause with what its words are taken to mean. */
export interface RuledClause {
  readonly clause: PlaceClause;
  readonly rules: PlaceRules;
}

/** What clauses are measured from. */
export interface Setting {
  readonly anchors: Anchors;
  readonly ground?: Ground;
}

export interface SolvedRegion extends Outline {
  /** "More than 40 km" and nothing else: cut off at so many times as far, by a rule of the house. */
  readonly cutOff: boolean;
}

/** Undefined where no clause has a region. */
export function solveClauses(given: readonly RuledClause[], setting: Setting, fineness: Fineness): SolvedRegion | undefined {
  const endless =
    given.length > 0 && given.every(({ clause, rules }) => reachOf(clause, setting.anchors, rules, setting.ground) === Infinity);
  const clauses = endless ? given.map(cutOffOf) : given;
  const misses = missesOf(clauses, setting);
  if (misses.length === 0) return undefined;
  const parts = findRegion(worstOf(misses), searchBoxes(clauses, setting));
  const cutOff = endless && clauses.some(({ clause }, i) => clause !== given[i]?.clause);
  return { ...outlineOf((box) => worstOf(missesOf(clauses, setting, box)), parts, fineness), cutOff };
}

function missesOf(clauses: readonly RuledClause[], { anchors, ground }: Setting, within?: Box): Miss[] {
  return clauses.flatMap(({ clause, rules }) => missOf(clause, anchors, rules, ground, within) ?? []);
}

/** The worst of several conditions. */
function worstOf(misses: readonly Miss[]): Miss {
  return (at) => {
    let worst = -Infinity;
    for (const miss of misses) {
      const by = miss(at);
      if (by > worst) worst = by;
    }
    return worst;
  };
}

/** The same least distance, and a far end. */
function cutOffOf({ clause, rules }: RuledClause): RuledClause {
  if (clause.kind === "offset" && clause.distance.wording === "beyond") {
    const { value: middle, vague, unit } = clause.distance;
    const value = vague === undefined ? middle : vague.times * rules.counts[vague.count][0];
    return { clause: { ...clause, distance: { value, upTo: value * rules.beyondTimes, unit, halfPrecision: 0, wording: "plain" } }, rules };
  }
  if (clause.kind === "travel" && clause.wording === "beyond")
    return { clause: { ...clause, upToMinutes: clause.minutes * rules.beyondTimes, halfPrecision: 0, wording: "plain" }, rules };
  return { clause, rules };
}

/** Where the clause that reaches least may hold: the region lies in there. */
function searchBoxes(clauses: readonly RuledClause[], setting: Setting): Box[] {
  let best: Box[] | undefined;
  for (const { clause, rules } of clauses) {
    const boxes = boxesOf(clause, setting, rules);
    if (boxes !== undefined && (best === undefined || sizeOf(boxes) < sizeOf(best))) best = boxes;
  }
  return best ?? [];
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

/** Points of a clause's names that are looked through at most. */
const choicesAtMost = 12;

/** For each condition: of all the points at which everything else holds, the one that misses it by least. Nearest first. */
export function nearestMisses(clauses: readonly RuledClause[], setting: Setting): NearestMiss[] {
  const { anchors, ground } = setting;
  const best = new Map<string, NearestMiss>();
  for (const { clause, rules } of clauses) {
    if (clause.kind === "feature") continue;
    const rest = clauses.filter((one) => one.clause !== clause);
    const elsewhere = missesOf(rest, setting);
    const boxes = searchBoxes(rest, setting);
    for (const [from, to] of choicesOf(clause, anchors, rules).slice(0, choicesAtMost)) {
      const conditions = conditionsOf(clause, from, to, rules, ground);
      for (const condition of conditions) {
        const own = conditions.filter((other) => other !== condition);
        const key = `${clause.span[0]} ${condition.asks}`;
        const others = worstOf([...elsewhere, ...own.map(({ miss }) => miss)]);
        const found = leastMiss(condition.miss, others, boxes, best.get(key)?.metres);
        if (found === undefined || found.metres <= 0) continue;
        const { metres: distanceM, bearingDeg } = wayBetween(from, found.at);
        const allowedM = clause.kind === "offset" ? rangeOf(clause.distance, rules) : null;
        best.set(key, {
          ...{ ...found, clause, asks: condition.asks, from, distanceM, bearingDeg, allowedM },
          toward: condition.nearest(found.at),
        });
      }
    }
  }
  return [...best.values()].sort((one, other) => one.metres - other.metres);
}
