/** Which readings of the words would leave a region where the strict ones leave none, singly and by twos. */
import type { Anchors } from "./clause-miss.ts";
import { namesOf } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";
import { type RuledClause, solveClauses } from "./solve-clauses.ts";

export interface Relaxation {
  /** What is taken more loosely, in words. */
  readonly says: readonly string[];
  readonly areaKm2: number;
  /** The same as a change of the problem: what its `rules` would be, and which names would also, or instead, count with their `alternatives`. */
  readonly change: {
    readonly rules?: PlaceRules;
    readonly anchors?: readonly { readonly name: string; readonly use: "too" | "instead" }[];
  };
}

interface Step {
  readonly says: string;
  /** What is taken more loosely: two steps of one sort exclude each other. */
  readonly of: string;
  readonly rules?: Partial<PlaceRules>;
  readonly anchor?: { readonly name: string; readonly use: "too" | "instead" };
}

export function relaxations(clauses: readonly RuledClause[], anchors: Anchors, alternatives: Anchors, rules: PlaceRules): Relaxation[] {
  const steps = stepsFor(clauses, anchors, alternatives, rules);
  const pairs = steps.flatMap((one, i) => steps.slice(i + 1).flatMap((other) => (one.of === other.of ? [] : [[one, other]])));
  return [...steps.map((one) => [one]), ...pairs].flatMap((some): Relaxation[] => {
    const looser = Object.assign({}, ...some.map((step) => step.rules ?? {})) as Partial<PlaceRules>;
    const swapped = some.flatMap(({ anchor }) => anchor ?? []);
    const points = new Map(anchors);
    for (const { name, use } of swapped)
      points.set(name, [...(use === "too" ? (anchors.get(name) ?? []) : []), ...(alternatives.get(name) ?? [])]);
    const ruled = clauses.map((clause) => ({ ...clause, rules: { ...clause.rules, ...looser } }));
    const { areaKm2 } = solveClauses(ruled, points);
    if (areaKm2 <= 0) return [];
    const change = {
      ...(Object.keys(looser).length > 0 && { rules: { ...rules, ...looser } }),
      ...(swapped.length > 0 && { anchors: swapped }),
    };
    return [{ says: some.map(({ says }) => says), areaKm2, change }];
  });
}

function stepsFor(clauses: readonly RuledClause[], anchors: Anchors, alternatives: Anchors, rules: PlaceRules): Step[] {
  const steps: Step[] = [];
  const around = clauses.some(({ clause }) => clause.kind === "offset" && clause.distance.wording === "around");
  if (around && rules.around < 1) steps.push({ says: "around: 1 of the last unit to either side", of: "around", rules: { around: 1 } });
  if (clauses.some(({ clause }) => clause.kind === "offset" && clause.heading?.length === 2) && rules.headingHalfWidthDeg < 45)
    steps.push({ says: "heading: 45 degrees to either side", of: "heading", rules: { headingHalfWidthDeg: 45 } });
  if (clauses.some(({ clause }) => clause.kind === "side")) {
    const maxKm = rules.sideOf.maxKm * 2;
    steps.push({ says: `side of a place: up to ${maxKm} km`, of: "side", rules: { sideOf: { ...rules.sideOf, maxKm } } });
  }
  for (const name of alternatives.keys()) {
    if (!clauses.some(({ clause }) => namesOf(clause).includes(name)) || alternatives.get(name)?.length === 0) continue;
    if ((anchors.get(name)?.length ?? 0) > 0)
      steps.push({ says: `${name}: its other points too`, of: `points of ${name}`, anchor: { name, use: "too" } });
    steps.push({ says: `${name}: its other points instead`, of: `points of ${name}`, anchor: { name, use: "instead" } });
  }
  return steps;
}
