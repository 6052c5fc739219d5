/** Whether a named place lies where words say it does: distance and direction apart, from every point of the one to every point of the other. */
import { wayBetween } from "../../core/place/geodesic.ts";
import { type AnchorPoint, turnBetween } from "./clause-miss.ts";
import type { PlaceClause } from "./place-clause.ts";
import { bearingOf, type CompassPoint, halfWidthOf, metresOf, type PlaceRules, pointOf } from "./place-rules.ts";
import { rangeOf } from "./stated-range.ts";

export interface PlaceAudit {
  readonly from: { readonly lat: number; readonly lon: number };
  readonly to: { readonly lat: number; readonly lon: number };
  readonly km: number;
  readonly mi: number;
  readonly bearingDeg: number;
  readonly compass: CompassPoint;
  readonly distance: "pass" | "warn";
  /** Null where the words name no heading. */
  readonly heading: { readonly verdict: "pass" | "warn"; readonly offByDeg: number } | null;
}

export function auditPlace(
  clause: PlaceClause & { kind: "offset" },
  places: readonly AnchorPoint[],
  from: readonly AnchorPoint[],
  rules: PlaceRules,
): PlaceAudit[] {
  const [low, high] = rangeOf(clause.distance, rules);
  const stated = statedHeading(clause, rules);
  return from.flatMap((start) =>
    places.map((place): PlaceAudit => {
      const { metres, bearingDeg } = wayBetween(start, place);
      const off = stated === null ? null : turnBetween(bearingDeg, stated.deg);
      return {
        from: { lat: start.lat, lon: start.lon },
        to: { lat: place.lat, lon: place.lon },
        km: metres / 1000,
        mi: metres / metresOf.mi,
        bearingDeg,
        compass: pointOf(bearingDeg),
        distance: metres >= low && metres <= high ? "pass" : "warn",
        heading: off === null || stated === null ? null : { verdict: off <= stated.halfWidthDeg ? "pass" : "warn", offByDeg: off },
      };
    }),
  );
}

function statedHeading(
  { heading, bearing }: PlaceClause & { kind: "offset" },
  rules: PlaceRules,
): { readonly deg: number; readonly halfWidthDeg: number } | null {
  if (heading !== null) return { deg: bearingOf(heading), halfWidthDeg: halfWidthOf(heading, rules) };
  return bearing === undefined
    ? null
    : { deg: bearing.deg, halfWidthDeg: Math.max(rules.figures.bearingHalfWidthDeg, bearing.halfPrecisionDeg) };
}
