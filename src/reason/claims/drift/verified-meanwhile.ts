/** A derived text says that something was verified of which the first text says no such thing. */
import type { CaseClaim } from "../claim-case.ts";
import type { Step } from "./find-drifts.ts";

export function verifiedMeanwhile(
  derived: readonly CaseClaim[],
  pairs: readonly (readonly [CaseClaim, CaseClaim])[],
  there: readonly CaseClaim[],
): Step[] {
  return derived.flatMap((claim): Step[] => {
    const { value, polarity } = claim.statement;
    if (value.is !== "verification" || value.outcome !== "verified" || polarity !== "affirmed") return [];
    // Where the first text speaks of verifying too, the pair of both tells the change.
    if (pairs.some(([one]) => one === claim)) return [];
    const of = there.filter(({ event, aspect }) => event === claim.event && (value.of === "unstated" || aspect === value.of));
    const [first] = of;
    if (first === undefined) return [];
    const was = first.statement.basisWords ?? (first.statement.basis === "unstated" ? "no basis stated" : first.statement.basis);
    return [{ change: { kind: "evidence-to-fact", was, became: value.words }, derived: [claim], from: of }];
  });
}
