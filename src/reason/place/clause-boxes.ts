/** The boxes of the map that hold all of a clause. */
import { choicesOf, circleOf, reachOf } from "./clause-miss.ts";
import { apart, type Box, boxesAround } from "./map-box.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";
import type { Setting } from "./solve-clauses.ts";

/** Undefined where the clause does not end, or has no region. */
export function boxesOf(clause: PlaceClause, setting: Setting, rules: PlaceRules): Box[] | undefined {
  if (reachOf(clause, setting.anchors, rules, setting.ground) === Infinity) return undefined;
  if (clause.kind === "feature") return apart(setting.ground?.boxesOf(clause) ?? []);
  return apart(
    choicesOf(clause, setting.anchors, rules).flatMap(([from, to]) => {
      const { at, metres } = circleOf(clause, from, to, rules);
      return boxesAround(at, metres);
    }),
  );
}
