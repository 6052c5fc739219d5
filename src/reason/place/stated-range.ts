/** From how far to how far a stated distance or travelling time reaches, under the rules. */
import type { PlaceClause, StatedDistance } from "./place-clause.ts";
import { metresOf, type PlaceRules } from "./place-rules.ts";

export type Range = readonly [low: number, high: number];

/** Least and greatest distance that the words allow, metres. */
export function rangeOf(distance: StatedDistance, rules: PlaceRules): Range {
  const [low, high] = unitsOf(distance, rules);
  const metre = metresOf[distance.unit];
  return [Math.max(0, low) * metre * (distance.byRoad === true ? rules.travel.leastShare : 1), high * metre];
}

function unitsOf({ value, upTo, vague, halfPrecision, wording }: StatedDistance, rules: PlaceRules): Range {
  if (vague !== undefined) {
    const [least, most] = rules.counts[vague.count];
    return wording === "within"
      ? [0, most * vague.times]
      : wording === "beyond"
        ? [least * vague.times, Infinity]
        : [least * vague.times, most * vague.times];
  }
  const far = upTo ?? value;
  if (wording === "within") return [0, far];
  if (wording === "beyond") return [value, Infinity];
  // "Around" counts in what the figure is stated to: 1 for "about 7", 10 for "about 80".
  const give = wording === "around" ? Math.max(halfPrecision, rules.around * halfPrecision * 2) : halfPrecision;
  return [value - give, far + give];
}

/** Metres in a straight line that so many minutes allow: the way is never shorter than that line, and not much longer. */
export function travelRange(clause: PlaceClause & { readonly kind: "travel" }, rules: PlaceRules): Range {
  const { walkKmh, cycleKmh, driveKmh, leastShare } = rules.travel;
  const metresAMinute = ({ walk: walkKmh, cycle: cycleKmh, drive: driveKmh }[clause.by] * 1000) / 60;
  const { minutes, upToMinutes = minutes, halfPrecision, wording } = clause;
  const give = wording === "around" ? Math.max(halfPrecision, rules.around * halfPrecision * 2) : halfPrecision;
  if (wording === "within") return [0, upToMinutes * metresAMinute];
  const low = Math.max(0, minutes - (wording === "beyond" ? 0 : give)) * metresAMinute * leastShare;
  return [low, wording === "beyond" ? Infinity : (upToMinutes + give) * metresAMinute];
}
