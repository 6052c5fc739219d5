/** Which rules a clause is read by: those that a person may want to loosen for it. */
import type { PlaceClause, StatedDistance } from "../../reason/place/place-clause.ts";
import { type RuleField, ruleFields } from "./rule-fields.ts";

export function fieldsOf(clause: PlaceClause): RuleField[] {
  switch (clause.kind) {
    case "offset":
      return [...distanceFields(clause.distance), ...headingFields(clause.heading), ...("bearing" in clause ? [ruleFields.bearing] : [])];
    case "travel":
      return [ruleFields[`${clause.by}Kmh`], ruleFields.leastShare, ...headingFields(clause.heading)];
    case "side":
      return [ruleFields.sideHalfWidth, ruleFields.sideReach];
    case "near":
      return [ruleFields.nearKm];
    case "in":
      return [ruleFields.inKm];
    case "outside":
      return [ruleFields.inKm, ruleFields.outsideKm];
    case "part":
      return [ruleFields.inKm, clause.heading === null ? ruleFields.centreShare : ruleFields.partHalfWidthDeg];
    case "edge":
      return [ruleFields.edgeFromShare, ruleFields.edgeBeyondKm, ...(clause.heading === null ? [] : [ruleFields.partHalfWidthDeg])];
    case "opposite":
      return [ruleFields.oppositeKm];
    case "across":
      return [ruleFields.acrossKm];
    case "between":
      return [ruleFields.bandShare, ruleFields.bandLeastKm];
    case "halfway":
      return [ruleFields.halfwayShare, ruleFields.bandShare, ruleFields.bandLeastKm];
    case "towards":
      return [ruleFields.towardsShare, ruleFields.bandShare, ruleFields.bandLeastKm];
    case "feature":
      return [];
  }
}

function distanceFields({ value, wording, vague, byRoad }: StatedDistance): RuleField[] {
  return [
    ...(wording === "around" ? [ruleFields.around] : []),
    ...(wording === "around" && value % 10 === 5 ? [ruleFields.fives] : []),
    ...(wording === "beyond" ? [ruleFields.beyondTimes] : []),
    ...(vague === undefined ? [] : [ruleFields[`${vague.count}Low`], ruleFields[`${vague.count}High`]]),
    ...(byRoad === true ? [ruleFields.leastShare] : []),
  ];
}

function headingFields(heading: string | null): RuleField[] {
  if (heading === null) return [];
  const bySize = [ruleFields.cardinalHalfWidthDeg, ruleFields.headingHalfWidthDeg, ruleFields.sixteenthHalfWidthDeg];
  return [bySize[heading.length - 1] ?? ruleFields.headingHalfWidthDeg];
}
