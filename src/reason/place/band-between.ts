/** A band along the straight way between two places, or along a part of it. */
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { Circle } from "./far-from-circle.ts";
import type { PlaceRules } from "./place-rules.ts";
import { waysFrom } from "./short-way.ts";

/** Shares of the way, from its beginning. */
export interface WayShares {
  readonly from: number;
  readonly to: number;
}

/** Undefined for a clause that is no way between two places. */
export function sharesOf(clause: PlaceClause, rules: PlaceRules): WayShares | undefined {
  if (clause.kind === "between") return { from: 0, to: 1 };
  if (clause.kind === "towards") return { from: 0, to: rules.towardsShare };
  if (clause.kind !== "halfway") return undefined;
  return { from: Math.max(0, clause.share - rules.halfwayShare), to: Math.min(1, clause.share + rules.halfwayShare) };
}

function halfWidthM(lengthM: number, rules: PlaceRules): number {
  return Math.max(rules.bandShare * lengthM, rules.bandLeastKm * 1000);
}

/** Metres by which a point lies beside the band, before its beginning or past its end. */
export function bandMiss(from: Position, to: Position, shares: WayShares, rules: PlaceRules): (at: Position) => number {
  const way = wayBetween(from, to);
  const wayTo = waysFrom(from);
  const half = halfWidthM(way.metres, rules);
  const [first, last] = [shares.from * way.metres, shares.to * way.metres];
  return (at) => {
    const here = wayTo(at);
    const angle = ((here.bearingDeg - way.bearingDeg) * Math.PI) / 180;
    const along = here.metres * Math.cos(angle);
    return Math.max(Math.abs(here.metres * Math.sin(angle)) - half, first - along, along - last);
  };
}

export function intoBand(at: Position, from: Position, to: Position, shares: WayShares, rules: PlaceRules): Position {
  const way = wayBetween(from, to);
  const here = wayBetween(from, at);
  const angle = ((here.bearingDeg - way.bearingDeg) * Math.PI) / 180;
  const half = halfWidthM(way.metres, rules);
  const along = Math.min(shares.to * way.metres, Math.max(shares.from * way.metres, here.metres * Math.cos(angle)));
  const across = Math.min(half, Math.max(-half, here.metres * Math.sin(angle)));
  return destination(from, way.bearingDeg + (Math.atan2(across, along) * 180) / Math.PI, Math.hypot(along, across));
}

/** A circle that holds the band. */
export function circleAround(from: Position, to: Position, shares: WayShares, rules: PlaceRules): Circle {
  const way = wayBetween(from, to);
  const middle = (shares.from + shares.to) / 2;
  const long = ((shares.to - shares.from) / 2) * way.metres;
  return {
    at: destination(from, way.bearingDeg, middle * way.metres),
    metres: 1.02 * Math.hypot(long, halfWidthM(way.metres, rules)) + 10,
  };
}
