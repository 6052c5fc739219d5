/** How places of different names lie to each other, held against each clause that says so: distance and direction apart, with the numbers. */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { turnBetween } from "./clause-miss.ts";
import { reachMOf } from "./namesake-fit.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import { bearingOf, type CompassPoint, halfWidthOf, metresOf, type PlaceRules, pointOf, type Unit } from "./place-rules.ts";
import { rangeOf, travelRange } from "./stated-range.ts";

export interface CheckedPoint extends Position {
  readonly name: string;
  readonly source: string;
}

export interface PlaceCheck {
  readonly clause: string;
  readonly span: PlaceClause["span"];
  readonly from: CheckedPoint;
  readonly to: CheckedPoint;
  readonly km: number;
  readonly mi: number;
  /** From `from` to `to`, clockwise from north. */
  readonly bearingDeg: number;
  readonly compass: CompassPoint;
  /** What the words allow; `high` null where they set no end. */
  readonly distance: {
    readonly verdict: "PASS" | "WARN";
    readonly low: number;
    readonly high: number | null;
    readonly found: number;
    readonly unit: Unit;
  };
  /** Null where the words name no heading. */
  readonly heading: {
    readonly verdict: "PASS" | "WARN";
    readonly stated: CompassPoint;
    readonly offByDeg: number;
    readonly halfWidthDeg: number;
  } | null;
  /** The spot may lie so far from `to` by other words, kilometres; 0 where the clause is about `to` itself. */
  readonly slackKm: number;
  /** Whether the two may be meant together: distance within the slack, and heading within twice its width and the slack. */
  readonly possible: boolean;
}

/** A clause with a distance, the name that it measures from, the name that it is held against, and how far the spot may be from that. */
export interface Measure {
  readonly clause: PlaceClause & { readonly kind: "offset" | "travel" };
  readonly rules: PlaceRules;
  readonly from: string;
  readonly to: string;
  readonly slackM: number;
}

/** Kinds that put the spot at a place or close by it. */
const local: ReadonlySet<string> = new Set(["in", "part", "edge", "side", "near", "outside", "opposite"]);

/** Clauses of one reading. */
export function measuresIn(clauses: readonly { readonly clause: PlaceClause; readonly rules: PlaceRules }[]): Measure[] {
  return clauses.flatMap(({ clause, rules }): Measure[] => {
    if (clause.kind !== "offset" && clause.kind !== "travel") return [];
    if (clause.about !== "spot") return [{ clause, rules, from: clause.anchor, to: clause.about.anchor, slackM: 0 }];
    return clauses.flatMap(({ clause: other, rules: own }) => {
      if (!local.has(other.kind) || other.about !== "spot") return [];
      const [to] = namesOf(other);
      if (to === undefined || to === clause.anchor) return [];
      return [{ clause, rules, from: clause.anchor, to, slackM: reachMOf(other, own) }];
    });
  });
}

export function check({ clause, rules, slackM }: Measure, from: CheckedPoint, to: CheckedPoint): PlaceCheck {
  const { metres, bearingDeg } = wayBetween(from, to);
  const [low, high] = allowedM(clause, rules);
  const unit = clause.kind === "offset" ? clause.distance.unit : "km";
  const { heading } = clause;
  const off = heading === null ? 0 : turnBetween(bearingDeg, bearingOf(heading));
  const halfWidth = heading === null ? 180 : halfWidthOf(heading, rules);
  const slackDeg = slackM >= metres ? 180 : (Math.asin(slackM / metres) * 180) / Math.PI;
  return {
    ...{
      clause: clause.text,
      span: clause.span,
      from,
      to,
      km: metres / 1000,
      mi: metres / metresOf.mi,
      bearingDeg,
      compass: pointOf(bearingDeg),
    },
    distance: {
      verdict: metres >= low && metres <= high ? "PASS" : "WARN",
      low: low / metresOf[unit],
      high: Number.isFinite(high) ? high / metresOf[unit] : null,
      found: metres / metresOf[unit],
      unit,
    },
    heading:
      heading === null ? null : { verdict: off <= halfWidth ? "PASS" : "WARN", stated: heading, offByDeg: off, halfWidthDeg: halfWidth },
    slackKm: slackM / 1000,
    possible: metres >= low - slackM && metres <= high + slackM && off <= Math.min(180, 2 * halfWidth + slackDeg),
  };
}

/** Metres that the words allow. */
export function allowedM(clause: Measure["clause"], rules: PlaceRules): readonly [low: number, high: number] {
  return clause.kind === "offset" ? rangeOf(clause.distance, rules) : travelRange(clause, rules);
}

/** What a check found, in words: "10.74 km = 6.67 mi SSW of Bucha, where the words allow 6.5 to 7.5 mi SW". */
export function checkWords({ from, km, mi, bearingDeg, compass, distance, heading }: PlaceCheck): string {
  const { low, high, unit } = distance;
  const allowed = high === null ? `more than ${short(low)}` : `${short(low)} to ${short(high)}`;
  const far = unit === "mi" ? `${km.toFixed(2)} km = ${mi.toFixed(2)} mi` : `${km.toFixed(2)} km`;
  return `${far} ${compass} (${bearingDeg.toFixed(1)} deg) of ${from.name}, where the words allow ${allowed} ${unit}${heading === null ? "" : ` ${heading.stated}`}`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
