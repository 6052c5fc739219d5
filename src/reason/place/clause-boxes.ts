/** The boxes of the map that hold all of a clause. */
import { circleAround, sharesOf } from "./band-between.ts";
import { choicesOf, reachFrom, reachOf } from "./clause-miss.ts";
import { apart, type Box, boxesAround } from "./map-box.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";
import type { Setting } from "./solve-clauses.ts";

/** Undefined where the clause does not end, or has no region. */
export function boxesOf(clause: PlaceClause, setting: Setting, rules: PlaceRules): Box[] | undefined {
  if (reachOf(clause, setting.anchors, rules, setting.ground) === Infinity) return undefined;
  if (clause.kind === "feature") return apart(setting.ground?.boxesOf(clause) ?? []);
  const shares = sharesOf(clause, rules);
  return apart(
    choicesOf(clause, setting.anchors).flatMap(([from, to]) => {
      if (shares === undefined || to === undefined) return boxesAround(from, reachFrom(clause, from, rules));
      const circle = circleAround(from, to, shares, rules);
      return boxesAround(circle.at, circle.metres);
    }),
  );
}
