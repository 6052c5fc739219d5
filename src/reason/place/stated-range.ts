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
  const give = giveOf(far, halfPrecision, wording, rules);
  return [value - give, far + give];
}

/** To either side. "Around" counts in what the figure is stated to: 1 for "about 7", 10 for "about 80", 5 for "about 25", which was rounded to fives. */
function giveOf(value: number, halfPrecision: number, wording: StatedDistance["wording"], rules: PlaceRules): number {
  if (wording !== "around") return halfPrecision;
  const step = 2 * halfPrecision;
  const fives = value > 10 * step && Math.abs((value / step) % 10) === 5;
  return Math.max(halfPrecision, rules.around * step * (fives ? rules.figures.fives : 1));
}

/** Metres in a straight line that so many minutes allow: the way is never shorter than that line, and not much longer. */
export function travelRange(clause: PlaceClause & { readonly kind: "travel" }, rules: PlaceRules): Range {
  const { walkKmh, cycleKmh, driveKmh, leastShare } = rules.travel;
  const metresAMinute = ({ walk: walkKmh, cycle: cycleKmh, drive: driveKmh }[clause.by] * 1000) / 60;
  const { minutes, upToMinutes = minutes, halfPrecision, wording } = clause;
  const give = giveOf(upToMinutes, halfPrecision, wording, rules);
  if (wording === "within") return [0, upToMinutes * metresAMinute];
  const low = Math.max(0, minutes - (wording === "beyond" ? 0 : give)) * metresAMinute * leastShare;
  return [low, wording === "beyond" ? Infinity : (upToMinutes + give) * metresAMinute];
}
