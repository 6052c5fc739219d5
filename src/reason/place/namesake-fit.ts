/**
 * How well a point fits words: 1 where they hold, falling off beyond as fast as the rules of the house are wide, and never to
 * nothing, since people say left for right and miles for kilometres.
 */
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { type AnchorPoint, type Condition, conditionsOf } from "./clause-miss.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import { bearingOf, halfWidthOf, type PlaceRules } from "./place-rules.ts";
import { rangeOf, travelRange } from "./stated-range.ts";

/**
 * What is left of the fit where words are plainly wrong. A speaker is taken to be wrong about a distance once in a hundred times and
 * about a direction once in ten, and to be wrong by anything; a third of such errors would not be told from the truth.
 */
const tails = { heading: 0.03, other: 0.003 } as const;

function tailOf(asked: Condition["asks"]): number {
  return asked === "heading" ? tails.heading : tails.other;
}

export interface ClauseFit {
  readonly clause: PlaceClause;
  readonly rules: PlaceRules;
  /** Farther from the anchor than this nothing but the tail is left, metres; Infinity where the words set no end. */
  readonly reachM: number;
  /** Where it holds around a point; undefined where the words set no end, and for a way between two places. */
  readonly ring: RingPart | undefined;
  /** The fit where nothing holds. */
  readonly tail: number;
  /** Of the spot, measured from a point of the anchor and, where the clause names two places, of the other. */
  fit(at: Position, from: AnchorPoint, to: AnchorPoint | undefined): number;
}

/** Undefined for a clause that is measured from no place. */
export function fitOf(clause: PlaceClause, rules: PlaceRules): ClauseFit | undefined {
  const [name, other] = namesOf(clause);
  if (name === undefined) return undefined;
  const probe: AnchorPoint = { lat: 0, lon: 0, radiusKm: 0 };
  const asks = conditionsOf(clause, probe, other === undefined ? undefined : { lat: 0, lon: 1, radiusKm: 0 }, rules);
  if (asks.length === 0) return undefined;
  const reachM = reachMOf(clause, rules);
  /** A point is asked about at thousands of places. */
  const made = new Map<AnchorPoint, Map<AnchorPoint | undefined, readonly Condition[]>>();
  return {
    ...{ clause, rules, reachM },
    ring: ringOf(clause, reachM, rules),
    tail: asks.reduce((product, { asks: what }) => product * tailOf(what), 1),
    fit(at, from, to) {
      let product = 1;
      for (const { asks: what, miss } of conditionsAt(from, to)) {
        const by = miss(at);
        if (by > 0) product *= Math.max(tailOf(what), Math.exp(-0.5 * (by / softnessM(what, at, from, to)) ** 2));
      }
      return product;
    },
  };

  function conditionsAt(from: AnchorPoint, to: AnchorPoint | undefined): readonly Condition[] {
    const ofFrom = made.get(from) ?? new Map<AnchorPoint | undefined, readonly Condition[]>();
    const conditions = ofFrom.get(to) ?? conditionsOf(clause, from, to, rules);
    made.set(from, ofFrom.set(to, conditions));
    return conditions;
  }

  /** Half of the half width that the rules give, metres: what they call the edge is taken as two standard deviations from the middle. */
  function softnessM(asked: Condition["asks"], at: Position, from: AnchorPoint, to: AnchorPoint | undefined): number {
    if (asked === "heading") return Math.max(50, wayBetween(from, at).metres * Math.sin((headingHalfWidth(clause, rules) * Math.PI) / 360));
    const [low, high] = to === undefined ? rangeM(clause, reachM, rules) : [0, wayBetween(from, to).metres];
    return Math.max(50, (Number.isFinite(high) ? high - low : low) / 4);
  }
}

/** Farthest that the spot may be from a point without extent, metres; Infinity where the words set no end, and for a way between places. */
export function reachMOf(clause: PlaceClause, rules: PlaceRules): number {
  switch (clause.kind) {
    case "offset":
      return rangeOf(clause.distance, rules)[1];
    case "travel":
      return travelRange(clause, rules)[1];
    case "side":
      return rules.sideOf.maxKm * 1000;
    case "near":
      return rules.nearKm * 1000;
    case "in":
    case "part":
      return rules.inKm * 1000;
    case "edge":
      return (rules.inKm + rules.edgeBeyondKm) * 1000;
    case "outside":
      return (rules.inKm + rules.outsideKm) * 1000;
    case "opposite":
      return rules.oppositeKm * 1000;
    case "across":
      return rules.acrossKm * 1000;
    default:
      return Infinity;
  }
}

function rangeM(clause: PlaceClause, reachM: number, rules: PlaceRules): readonly [low: number, high: number] {
  if (clause.kind === "offset") return rangeOf(clause.distance, rules);
  return clause.kind === "travel" ? travelRange(clause, rules) : [0, reachM];
}

function headingHalfWidth(clause: PlaceClause, rules: PlaceRules): number {
  if (!("heading" in clause) || clause.heading === null) return 180;
  if (clause.kind === "part") return rules.partHalfWidthDeg;
  return clause.kind === "side" || clause.kind === "edge" ? rules.sideOf.halfWidthDeg : halfWidthOf(clause.heading, rules);
}

/** A part of a ring around a point: where a clause that is measured from it holds. */
export interface RingPart {
  readonly lowM: number;
  readonly highM: number;
  readonly middleDeg: number;
  readonly halfWidthDeg: number;
}

function ringOf(clause: PlaceClause, reachM: number, rules: PlaceRules): RingPart | undefined {
  if (!Number.isFinite(reachM)) return undefined;
  const heading = "heading" in clause ? clause.heading : null;
  const around =
    heading === null
      ? { middleDeg: 0, halfWidthDeg: 180 }
      : { middleDeg: bearingOf(heading), halfWidthDeg: headingHalfWidth(clause, rules) };
  return { lowM: rangeM(clause, reachM, rules)[0], highM: reachM, ...around };
}

export function areaOfRing({ lowM, highM, halfWidthDeg }: RingPart): number {
  return (halfWidthDeg / 180) * Math.PI * (highM ** 2 - lowM ** 2);
}

/** Points spread evenly over the part: `rows` by distance, of equal area, and `columns` by direction. */
export function pointsOfRing(
  from: Position,
  { lowM, highM, middleDeg, halfWidthDeg }: RingPart,
  rows: number,
  columns: number,
): Position[] {
  const points: Position[] = [];
  for (let row = 0; row < rows; row++) {
    const metres = Math.sqrt(lowM ** 2 + ((row + 0.5) / rows) * (highM ** 2 - lowM ** 2));
    for (let column = 0; column < columns; column++) {
      // Rows are shifted against each other, so that directions are not looked at in the same few lines.
      const share = (column + ((row * 0.382) % 1)) / columns;
      points.push(destination(from, middleDeg + (2 * share - 1) * halfWidthDeg, metres));
    }
  }
  return points;
}

export function isInRing(from: Position, part: RingPart, at: Position): boolean {
  const { metres, bearingDeg } = wayBetween(from, at);
  const turn = Math.abs(((((bearingDeg - part.middleDeg + 180) % 360) + 360) % 360) - 180);
  return metres >= part.lowM && metres <= part.highM && turn <= part.halfWidthDeg;
}
