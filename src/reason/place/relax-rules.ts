/** Which readings of the words would leave a region where the strict ones leave none, singly and by twos. */
import type { Anchors } from "./clause-miss.ts";
import { coarse as drawn } from "./outline-region.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";
import { type RuledClause, type Setting, solveClauses } from "./solve-clauses.ts";

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

export function relaxationsOf(clauses: readonly RuledClause[], setting: Setting, alternatives: Anchors, rules: PlaceRules): Relaxation[] {
  const { anchors } = setting;
  const steps = stepsFor(clauses, anchors, alternatives, rules);
  const pairs = steps.flatMap((one, i) => steps.slice(i + 1).flatMap((other) => (one.of === other.of ? [] : [[one, other]])));
  return [...steps.map((one) => [one]), ...pairs].flatMap((some): Relaxation[] => {
    const looser = Object.assign({}, ...some.map((step) => step.rules ?? {})) as Partial<PlaceRules>;
    const swapped = some.flatMap(({ anchor }) => anchor ?? []);
    const points = new Map(anchors);
    for (const { name, use } of swapped)
      points.set(name, [...(use === "too" ? (anchors.get(name) ?? []) : []), ...(alternatives.get(name) ?? [])]);
    const ruled = clauses.map((clause) => ({ ...clause, rules: { ...clause.rules, ...looser } }));
    const areaKm2 = solveClauses(ruled, { ...setting, anchors: points }, drawn)?.areaKm2 ?? 0;
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
  const has = (fits: (clause: PlaceClause) => boolean) => clauses.some(({ clause }) => fits(clause));
  if (has((clause) => clause.kind === "offset" && clause.distance.wording === "around") && rules.around < 1)
    steps.push({ says: "around: 1 of the last unit to either side", of: "around", rules: { around: 1 } });
  // Half of the way to the next heading but one: whoever says "south-west" of eight points may mean the neighbours too.
  for (const [points, rule, half] of [
    [1, "cardinalHalfWidthDeg", 67.5],
    [2, "headingHalfWidthDeg", 45],
    [3, "sixteenthHalfWidthDeg", 22.5],
  ] as const)
    if (has((clause) => (clause.kind === "offset" || clause.kind === "travel") && clause.heading?.length === points) && rules[rule] < half)
      steps.push({ says: `heading: ${half} degrees to either side`, of: rule, rules: { [rule]: half } });
  if (has(({ kind }) => kind === "side")) {
    const maxKm = rules.sideOf.maxKm * 2;
    steps.push({ says: `side of a place: up to ${maxKm} km`, of: "side", rules: { sideOf: { ...rules.sideOf, maxKm } } });
  }
  if (has(({ kind }) => kind === "near")) {
    const nearKm = rules.nearKm * 2;
    steps.push({ says: `near: up to ${nearKm} km`, of: "near", rules: { nearKm } });
  }
  if (has(({ kind }) => kind === "between" || kind === "halfway" || kind === "towards") && rules.bandShare < 0.5) {
    const bandShare = Math.min(1, rules.bandShare * 2);
    steps.push({ says: `between two places: up to ${Math.round(bandShare * 100)} % of the way aside`, of: "band", rules: { bandShare } });
  }
  for (const name of alternatives.keys()) {
    if (!clauses.some(({ clause }) => namesOf(clause).includes(name)) || alternatives.get(name)?.length === 0) continue;
    if ((anchors.get(name)?.length ?? 0) > 0)
      steps.push({ says: `${name}: its other points too`, of: `points of ${name}`, anchor: { name, use: "too" } });
    steps.push({ says: `${name}: its other points instead`, of: `points of ${name}`, anchor: { name, use: "instead" } });
  }
  return steps;
}
