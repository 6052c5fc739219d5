/**
 * By how many metres a point misses what a clause says: 0 or less inside. Distances and azimuths on the WGS 84 ellipsoid. An
 * anchor with several points counts with whichever fits best: a name does not say which point of the place is meant.
 */
import { destination, wayBetween, wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { PlaceClause, StatedDistance } from "./place-clause.ts";
import { bearingOf, type CompassPoint, halfWidthOf, metresOf, type PlaceRules } from "./place-rules.ts";

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
  /** The point nearest to a missing one at which it holds. */
  nearest(at: Position): Position;
}

/** Conditions of a clause measured from chosen points of the places that it names. A clause about something on the ground has none. */
export function conditionsOf(clause: PlaceClause, from: AnchorPoint, to: AnchorPoint | undefined, rules: PlaceRules): Condition[] {
  const ring = (asks: "distance" | "reach", low: number, high: number): Condition => ({
    asks,
    miss: (at) => outOf(wayBetween(from, at).metres, low, high),
    nearest(at) {
      const way = wayBetween(from, at);
      return destination(from, way.bearingDeg, Math.min(high, Math.max(low, way.metres)));
    },
  });
  const sector = (heading: CompassPoint, halfWidthDeg: number): Condition => ({
    asks: "heading",
    miss(at) {
      const way = wayBetween(from, at);
      return offHeading(way.bearingDeg, way.metres, bearingOf(heading), halfWidthDeg);
    },
    nearest(at) {
      const { bearingDeg, metres } = wayBetween(from, at);
      const turn = wrap(bearingDeg - bearingOf(heading));
      if (Math.abs(turn) <= halfWidthDeg) return at;
      const side = bearingOf(heading) + Math.sign(turn) * halfWidthDeg;
      return destination(from, side, metres * Math.max(0, Math.cos((wrap(bearingDeg - side) * Math.PI) / 180)));
    },
  });
  const edge = (from.radiusKm > 0 ? from.radiusKm : rules.inKm) * 1000;
  switch (clause.kind) {
    case "offset": {
      const distance = ring("distance", ...rangeOf(clause.distance, rules));
      return clause.heading === null ? [distance] : [distance, sector(clause.heading, halfWidthOf(clause.heading, rules))];
    }
    case "side":
      return [ring("reach", 0, rules.sideOf.maxKm * 1000), sector(clause.heading, rules.sideOf.halfWidthDeg)];
    case "near":
      return [ring("reach", 0, rules.nearKm * 1000)];
    case "in":
      return [ring("reach", 0, edge)];
    case "outside":
      return [ring("reach", edge, edge + rules.outsideKm * 1000)];
    case "between":
      return to === undefined
        ? []
        : [{ asks: "reach", miss: (at) => outOfBand(at, from, to, rules), nearest: (at) => intoBand(at, from, to, rules) }];
    case "feature":
      return [];
  }
}

/** The clause as a whole, whichever points of the names fit best; undefined for one that has no region. */
export function missOf(clause: PlaceClause, anchors: Anchors, rules: PlaceRules): Miss | undefined {
  const choices = choicesOf(clause, anchors).map(([from, to]) => conditionsOf(clause, from, to, rules).map(({ miss }) => miss));
  if (clause.kind === "feature") return undefined;
  return (at) => {
    let best = Infinity;
    for (const misses of choices) {
      let worst = -Infinity;
      for (const miss of misses) worst = Math.max(worst, miss(at));
      best = Math.min(best, worst);
    }
    return best;
  };
}

/** Every choice of points for the names of a clause. */
export function choicesOf(clause: PlaceClause, anchors: Anchors): (readonly [from: AnchorPoint, to: AnchorPoint | undefined])[] {
  if (clause.kind === "feature") return [];
  const points = anchors.get(clause.anchor) ?? [];
  if (clause.kind !== "between") return points.map((from) => [from, undefined] as const);
  return points.flatMap((from) => (anchors.get(clause.other) ?? []).map((to) => [from, to] as const));
}

/** Least and greatest distance that the words allow, metres. */
export function rangeOf({ value, unit, halfPrecision, wording }: StatedDistance, rules: PlaceRules): readonly [low: number, high: number] {
  const give = wording === "around" ? Math.max(halfPrecision, rules.around) : halfPrecision;
  const metre = metresOf[unit];
  if (wording === "within") return [0, value * metre];
  if (wording === "beyond") return [value * metre, Infinity];
  return [Math.max(0, value - give) * metre, (value + give) * metre];
}

/** How far from an anchor a clause reaches at most, metres: where to look for its region. */
export function reachOf(clause: PlaceClause, anchors: Anchors, rules: PlaceRules): number {
  switch (clause.kind) {
    case "offset":
      return rangeOf(clause.distance, rules)[1];
    case "side":
      return rules.sideOf.maxKm * 1000;
    case "near":
      return rules.nearKm * 1000;
    case "in":
      return Math.max(rules.inKm, ...(anchors.get(clause.anchor) ?? []).map(({ radiusKm }) => radiusKm)) * 1000;
    case "outside":
      return (Math.max(rules.inKm, ...(anchors.get(clause.anchor) ?? []).map(({ radiusKm }) => radiusKm)) + rules.outsideKm) * 1000;
    case "between": {
      const pairs = (anchors.get(clause.anchor) ?? []).flatMap((from) =>
        (anchors.get(clause.other) ?? []).map((to) => wayBetween(from, to).metres),
      );
      return Math.max(0, ...pairs) * (1 + rules.bandShare) + rules.bandLeastKm * 1000;
    }
    case "feature":
      return Infinity;
  }
}

const outOf = (value: number, low: number, high: number) => Math.max(low - value, value - high);

/** Metres across the line of sight by which a point lies outside of a sector; nothing has a heading from where it stands. */
function offHeading(seenDeg: number, metres: number, headingDeg: number, halfWidthDeg: number): number {
  const off = turnBetween(seenDeg, headingDeg) - halfWidthDeg;
  return off <= 0 ? -metres * Math.sin((Math.min(90, -off) * Math.PI) / 180) : metres * Math.sin((Math.min(90, off) * Math.PI) / 180);
}

/** Degrees between two directions, 0 to 180. */
export function turnBetween(a: number, b: number): number {
  return Math.abs(((((a - b + 180) % 360) + 360) % 360) - 180);
}

/** A band along the straight way between two places: beside it, before its beginning or past its end. */
function outOfBand(at: Position, from: Position, to: Position, rules: PlaceRules): number {
  const way = wayBetween(from, to);
  const here = wayBetween(from, at);
  const angle = ((here.bearingDeg - way.bearingDeg) * Math.PI) / 180;
  const [along, across] = [here.metres * Math.cos(angle), Math.abs(here.metres * Math.sin(angle))];
  const half = Math.max(rules.bandShare * way.metres, rules.bandLeastKm * 1000);
  return Math.max(across - half, -along, along - way.metres);
}

function intoBand(at: Position, from: Position, to: Position, rules: PlaceRules): Position {
  const way = wayBetween(from, to);
  const here = wayBetween(from, at);
  const angle = ((here.bearingDeg - way.bearingDeg) * Math.PI) / 180;
  const half = Math.max(rules.bandShare * way.metres, rules.bandLeastKm * 1000);
  const along = Math.min(way.metres, Math.max(0, here.metres * Math.cos(angle)));
  const across = Math.min(half, Math.max(-half, here.metres * Math.sin(angle)));
  return destination(from, way.bearingDeg + (Math.atan2(across, along) * 180) / Math.PI, Math.hypot(along, across));
}
