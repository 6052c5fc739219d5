/** Which readings of the words would leave a region where the strict ones leave none, singly and by twos. */
import type { Anchors } from "./clause-miss.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";
import { solveClauses } from "./solve-clauses.ts";

export interface Relaxation {
  /** What is taken more loosely, in words. */
  readonly says: readonly string[];
  readonly areaKm2: number;
}

interface Step {
  readonly says: string;
  readonly apply: (rules: PlaceRules, anchors: Anchors) => readonly [PlaceRules, Anchors];
}

export function relaxations(clauses: readonly PlaceClause[], anchors: Anchors, alternatives: Anchors, rules: PlaceRules): Relaxation[] {
  const steps = stepsFor(clauses, alternatives, rules);
  const sets = [...steps.map((one) => [one]), ...steps.flatMap((one, i) => steps.slice(i + 1).map((other) => [one, other]))];
  const found: Relaxation[] = [];
  for (const some of sets) {
    const [looser, more] = some.reduce<readonly [PlaceRules, Anchors]>((now, step) => step.apply(...now), [rules, anchors]);
    const { areaKm2 } = solveClauses(clauses, more, looser);
    if (areaKm2 > 0) found.push({ says: some.map(({ says }) => says), areaKm2 });
  }
  return found;
}

function stepsFor(clauses: readonly PlaceClause[], alternatives: Anchors, rules: PlaceRules): Step[] {
  const steps: Step[] = [];
  const around = clauses.some((clause) => clause.kind === "offset" && clause.distance.wording === "around");
  if (around && rules.around < 1)
    steps.push({ says: "around: 1 of the last unit to either side", apply: (now, anchors) => [{ ...now, around: 1 }, anchors] });
  if (clauses.some((clause) => clause.kind === "offset" && clause.heading?.length === 2) && rules.headingHalfWidthDeg < 45)
    steps.push({ says: "heading: 45 degrees to either side", apply: (now, anchors) => [{ ...now, headingHalfWidthDeg: 45 }, anchors] });
  if (clauses.some(({ kind }) => kind === "side")) {
    const maxKm = rules.sideOf.maxKm * 2;
    steps.push({
      says: `side of a place: up to ${maxKm} km`,
      apply: (now, anchors) => [{ ...now, sideOf: { ...now.sideOf, maxKm } }, anchors],
    });
  }
  for (const [name, points] of alternatives) {
    if (!clauses.some((clause) => ("anchor" in clause && clause.anchor === name) || ("other" in clause && clause.other === name))) continue;
    steps.push({
      says: `${name}: its other points too`,
      apply: (now, anchors) => [now, new Map([...anchors, [name, [...(anchors.get(name) ?? []), ...points]]])],
    });
  }
  return steps;
}
