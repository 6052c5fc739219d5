/**
 * By how many metres a point misses what a clause says: 0 or less inside. Distances and azimuths on the WGS 84 ellipsoid. An
 * anchor with several points counts with whichever fits best: a name does not say which point of the place is meant.
 */
import { destination, type Way, wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { bandMiss, circleAround, intoBand, sharesOf } from "./band-between.ts";
import { type Circle, leastMissOf } from "./far-from-circle.ts";
import type { Ground } from "./ground-lines.ts";
import { type Box, boxesAround, meets } from "./map-box.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import { bearingOf, type CompassPoint, halfWidthOf, type PlaceRules } from "./place-rules.ts";
import { waysFrom } from "./short-way.ts";
import { rangeOf, travelRange } from "./stated-range.ts";

/** A point of a named place; `radiusKm` is its extent, 0 where that is not known. */
export interface AnchorPoint extends Position {
  readonly radiusKm: number;
}

export type Anchors = ReadonlyMap<string, readonly AnchorPoint[]>;

/** Metres by which a point misses; 0 or less inside. */
export type Miss = (at: Position) => number;

/** One of the things that a clause asks of a point: that it lies so far, in that direction, within reach. */
export interface Condition {
  readonly asks: "distance" | "heading" | "reach";
  readonly miss: Miss;
  /** The point nearest to a missing one at which it holds; the point itself where that is not worked out. */
  nearest(at: Position): Position;
}

/** Conditions of a clause measured from chosen points of the places that it names. A clause about something on the ground has none without map data. */
export function conditionsOf(
  clause: PlaceClause,
  from: AnchorPoint,
  to: AnchorPoint | undefined,
  rules: PlaceRules,
  ground?: Ground,
): Condition[] {
  const wayTo = lastWay(from);
  const extentM = from.radiusKm * 1000;
  const edgeM = extentM > 0 ? extentM : rules.inKm * 1000;
  const ring = (asks: "distance" | "reach", low: number, high: number): Condition => ({
    asks,
    miss: (at) => outOf(wayTo(at).metres, low, high),
    nearest(at) {
      const way = wayTo(at);
      return destination(from, way.bearingDeg, Math.min(high, Math.max(low, way.metres)));
    },
  });
  const toward = (heading: CompassPoint | null, halfWidthDeg: number, slackM = 0): Condition[] =>
    heading === null ? [] : [sector(from, wayTo, bearingOf(heading), halfWidthDeg, slackM)];
  /** What is measured from a place may be measured from anywhere within its extent (GBIF: the extent adds to both errors). */
  const measured = ([low, high]: readonly [number, number], heading: CompassPoint | null): Condition[] => [
    ring("distance", low - extentM, high + extentM),
    ...toward(heading, heading === null ? 180 : halfWidthOf(heading, rules), extentM),
  ];
  const along = (): Condition[] => {
    const shares = sharesOf(clause, rules);
    if (to === undefined || shares === undefined) return [];
    return [{ asks: "reach", miss: bandMiss(from, to, shares, rules), nearest: (at) => intoBand(at, from, to, shares, rules) }];
  };
  switch (clause.kind) {
    case "offset":
      return [
        ...measured(rangeOf(clause.distance, rules), clause.heading),
        ...(clause.bearing === undefined
          ? []
          : [
              sector(
                from,
                wayTo,
                clause.bearing.deg,
                Math.max(rules.figures.bearingHalfWidthDeg, clause.bearing.halfPrecisionDeg),
                extentM,
              ),
            ]),
      ];
    case "travel":
      return measured(travelRange(clause, rules), clause.heading);
    case "side":
      return [ring("reach", 0, extentM + rules.sideOf.maxKm * 1000), ...toward(clause.heading, rules.sideOf.halfWidthDeg)];
    case "near":
      return [ring("reach", 0, extentM + rules.nearKm * 1000)];
    case "in":
      return [ring("reach", 0, edgeM)];
    case "part":
      return clause.heading === null
        ? [ring("reach", 0, edgeM * rules.centreShare)]
        : [ring("reach", 0, edgeM), ...toward(clause.heading, rules.partHalfWidthDeg)];
    case "edge":
      return [
        ring("reach", edgeM * rules.edgeFromShare, edgeM + rules.edgeBeyondKm * 1000),
        ...toward(clause.heading, rules.sideOf.halfWidthDeg),
      ];
    case "outside":
      return [ring("reach", edgeM, edgeM + rules.outsideKm * 1000)];
    case "opposite":
      return [ring("reach", 0, extentM + rules.oppositeKm * 1000)];
    case "across":
      return [ring("reach", 0, extentM + rules.acrossKm * 1000)];
    case "between":
      return [...along(), ...(clause.road ? (ground?.conditionsOf(clause) ?? []) : [])];
    case "halfway":
    case "towards":
      return along();
    case "feature":
      return ground?.conditionsOf(clause) ?? [];
  }
}

/**
 * The clause as a whole, whichever points of the names fit best; undefined for one that has no region. `within`: asked for points
 * of that box alone, so points of names from which the clause does not reach it are left out.
 */
export function missOf(clause: PlaceClause, anchors: Anchors, rules: PlaceRules, ground?: Ground, within?: Box): Miss | undefined {
  const choices = choicesOf(clause, anchors, rules).map(([from, to]) => ({
    misses: conditionsOf(clause, from, to, rules, ground).map(({ miss }) => miss),
    circle: circleOf(clause, from, to, rules),
  }));
  if (clause.kind === "feature" && (choices[0]?.misses.length ?? 0) === 0) return undefined;
  const kept = within === undefined || choices.length === 1 ? choices : choices.filter(({ circle }) => reaches(circle, within));
  const missBy = (misses: readonly Miss[], at: Position, best: number): number => {
    let worst = -Infinity;
    for (const miss of misses) {
      const by = miss(at);
      if (by > worst) worst = by;
      // Nothing that follows can make this choice the best one.
      if (worst >= best) return worst;
    }
    return worst;
  };
  const [only, ...others] = kept;
  if (only === undefined) return () => Infinity;
  if (others.length === 0) return (at) => missBy(only.misses, at, Infinity);
  const lists = kept.map(({ misses }) => misses);
  const leastOf = leastMissOf(kept.map(({ circle }) => circle));
  return (at) => {
    const least = leastOf(at);
    let first = 0;
    for (let i = 1; i < least.length; i++) if ((least[i] as number) < (least[first] as number)) first = i;
    let best = missBy(lists[first] as readonly Miss[], at, Infinity);
    for (let i = 0; i < least.length; i++) {
      if (i === first || (least[i] as number) >= best) continue;
      const by = missBy(lists[i] as readonly Miss[], at, best);
      if (by < best) best = by;
    }
    return best;
  };
}

function reaches({ at, metres }: Circle, box: Box): boolean {
  return metres === Infinity || boxesAround(at, metres).some((one) => meets(one, box));
}

/** Stands for the place of a clause that names none. */
const nowhere: AnchorPoint = { lat: 0, lon: 0, radiusKm: 0 };

/** So near, two places are neighbours whatever else bears their names. */
const neighboursM = 300_000;

type Choice = readonly [from: AnchorPoint, to: AnchorPoint | undefined];

/** Every choice of points for the names of a clause. */
export function choicesOf(clause: PlaceClause, anchors: Anchors, rules: PlaceRules): Choice[] {
  const [name, other] = namesOf(clause);
  if (name === undefined) return [[nowhere, undefined]];
  const points = anchors.get(name) ?? [];
  if (other === undefined) return points.map((from) => [from, undefined] as const);
  const pairs = points.flatMap((from) => (anchors.get(other) ?? []).map((to) => ({ from, to, metres: waysFrom(from)(to).metres })));
  const farthest = Math.max(neighboursM, rules.pairTimes * pairs.reduce((least, { metres }) => Math.min(least, metres), Infinity));
  return pairs.filter(({ metres }) => metres <= farthest).map(({ from, to }) => [from, to] as const);
}

/** Metres from the anchor at which nothing of the clause is left; Infinity where it does not end, or has no region. */
export function reachOf(clause: PlaceClause, anchors: Anchors, rules: PlaceRules, ground?: Ground): number {
  if (clause.kind === "feature") return (ground?.conditionsOf(clause).length ?? 0) > 0 ? 0 : Infinity;
  return Math.max(0, ...choicesOf(clause, anchors, rules).map(([from]) => reachFrom(clause, from, rules)));
}

/** A circle that holds the clause, measured from these points. */
export function circleOf(clause: PlaceClause, from: AnchorPoint, to: AnchorPoint | undefined, rules: PlaceRules): Circle {
  const shares = sharesOf(clause, rules);
  return to === undefined || shares === undefined
    ? { at: from, metres: reachFrom(clause, from, rules) }
    : circleAround(from, to, shares, rules);
}

function reachFrom(clause: PlaceClause, { radiusKm }: AnchorPoint, rules: PlaceRules): number {
  const extentM = radiusKm * 1000;
  const edgeM = extentM > 0 ? extentM : rules.inKm * 1000;
  switch (clause.kind) {
    case "offset":
      return extentM + rangeOf(clause.distance, rules)[1];
    case "travel":
      return extentM + travelRange(clause, rules)[1];
    case "side":
      return extentM + rules.sideOf.maxKm * 1000;
    case "near":
      return extentM + rules.nearKm * 1000;
    case "in":
    case "part":
      return edgeM;
    case "edge":
      return edgeM + rules.edgeBeyondKm * 1000;
    case "outside":
      return edgeM + rules.outsideKm * 1000;
    case "opposite":
      return extentM + rules.oppositeKm * 1000;
    case "across":
      return extentM + rules.acrossKm * 1000;
    // Those between two places are asked for their circle.
    case "between":
    case "halfway":
    case "towards":
    case "feature":
      return 0;
  }
}

const outOf = (value: number, low: number, high: number) => Math.max(low - value, value - high);

/** The way to the point that was asked for last is kept: the conditions of a clause ask for the same one in turn. */
function lastWay(from: Position): (at: Position) => Way {
  const wayTo = waysFrom(from);
  let last: Position | undefined;
  let way: Way = { metres: 0, bearingDeg: 0 };
  return (at) => {
    if (at !== last) {
      way = wayTo(at);
      last = at;
    }
    return way;
  };
}

function sector(from: Position, wayTo: (at: Position) => Way, headingDeg: number, halfWidthDeg: number, slackM: number): Condition {
  return {
    asks: "heading",
    miss(at) {
      const { bearingDeg, metres } = wayTo(at);
      return offHeading(bearingDeg, metres, headingDeg, halfWidthDeg) - slackM;
    },
    nearest(at) {
      const { bearingDeg, metres } = wayTo(at);
      const turn = wrap(bearingDeg - headingDeg);
      if (Math.abs(turn) <= halfWidthDeg) return at;
      const side = headingDeg + Math.sign(turn) * halfWidthDeg;
      return destination(from, side, metres * Math.max(0, Math.cos((wrap(bearingDeg - side) * Math.PI) / 180)));
    },
  };
}

/** Metres across the line of sight by which a point lies outside of a sector; nothing has a heading from where it stands. */
function offHeading(seenDeg: number, metres: number, headingDeg: number, halfWidthDeg: number): number {
  const off = turnBetween(seenDeg, headingDeg) - halfWidthDeg;
  const across = metres * Math.sin((Math.min(90, Math.abs(off)) * Math.PI) / 180);
  return off <= 0 ? -across : across;
}

/** Degrees between two directions, 0 to 180. */
export function turnBetween(a: number, b: number): number {
  return Math.abs(((((a - b + 180) % 360) + 360) % 360) - 180);
}
