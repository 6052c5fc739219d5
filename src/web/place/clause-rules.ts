/** Which rules a clause is read by: those that a person may want to loosen for it. */
import type { PlaceClause } from "../../reason/place/place-clause.ts";
import { type RuleField, ruleFields } from "./rule-fields.ts";

export function fieldsOf(clause: PlaceClause): RuleField[] {
  const heading = "heading" in clause && clause.heading !== null ? [headingField(clause.heading)] : [];
  switch (clause.kind) {
    case "offset":
      return [...(clause.distance.wording === "around" ? [ruleFields.around] : []), ...heading];
    case "side":
      return [ruleFields.sideHalfWidth, ruleFields.sideReach];
    case "near":
      return [ruleFields.nearKm];
    case "in":
      return [ruleFields.inKm];
    case "outside":
      return [ruleFields.inKm, ruleFields.outsideKm];
    case "between":
      return [ruleFields.bandShare, ruleFields.bandLeastKm];
    default:
      return [];
  }
}

function headingField(heading: string): RuleField {
  return (
    [ruleFields.cardinalHalfWidthDeg, ruleFields.headingHalfWidthDeg, ruleFields.sixteenthHalfWidthDeg][heading.length - 1] ??
    ruleFields.headingHalfWidthDeg
  );
}
