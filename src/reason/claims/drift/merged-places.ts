/**
 * Two places merged: a derived text puts two events at one place that the first text has at different places, or one of them at none.
 * A filming is where what it shows is: there, nothing was merged while the first text does not have it elsewhere.
 */
import type { CaseClaim } from "../claim-case.ts";
import type { CaseTexts } from "../derive/derivation-graph.ts";
import { folded } from "../derive/words.ts";
import type { Step } from "./find-drifts.ts";

export function mergedPlaces(
  derived: readonly CaseClaim[],
  pairs: readonly (readonly [CaseClaim, CaseClaim])[],
  there: readonly CaseClaim[],
  { oneScene }: Pick<CaseTexts, "oneScene">,
): Step[] {
  const places = derived.filter(isPlace);
  return places.flatMap((claim, at) =>
    places.slice(0, at).flatMap((before): Step[] => {
      if (before.event === claim.event || before.event === "unassigned" || claim.event === "unassigned" || !isOnePlace(before, claim))
        return [];
      const origins = (one: CaseClaim) => there.filter((other) => isPlace(other) && other.event === one.event);
      const [first, second] = [origins(before), origins(claim)];
      // One of them at least must be a place that the first text has.
      if (first.length + second.length === 0) return [];
      if (oneScene(before.event, claim.event) && (first.length === 0 || second.length === 0)) return [];
      if (first.some((one) => second.some((other) => isOnePlace(one, other)))) return [];
      const from = pairs.filter(([one]) => one === before || one === claim).map(([, other]) => other);
      const was = [...first, ...second].map(({ statement }) => statement.value.words).join(" / ");
      return [
        {
          change: { kind: "places-merged", was, became: claim.statement.value.words },
          derived: [before, claim],
          from: [...new Set(from.length > 0 ? from : [...first, ...second])],
        },
      ];
    }),
  );
}

function isPlace({ aspect, statement }: CaseClaim): boolean {
  return aspect === "where" && statement.value.is === "place" && statement.polarity === "affirmed";
}

/** The same words, or words that stand in the same place of the text. */
function isOnePlace(a: CaseClaim, b: CaseClaim): boolean {
  const [one, other] = [a.statement, b.statement];
  if (folded(one.value.words) === folded(other.value.words)) return true;
  const sameText = a.text.item === b.text.item && JSON.stringify(a.text) === JSON.stringify(b.text);
  return sameText && one.valueSpan.start < other.valueSpan.end && other.valueSpan.start < one.valueSpan.end;
}
