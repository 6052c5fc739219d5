/** Names that words measure from one another get their places together: the ways to do that, and how each is weighed at a place for the spot. */
import type { Position } from "../../core/place/region.ts";
import type { ClauseFit } from "./namesake-fit.ts";
import { countedAreaM2 } from "./namesake-hypotheses.ts";
import { fitAt, fitUnlisted, type One, roughM } from "./namesake-ones.ts";
import type { Namesake } from "./namesakes-problem.ts";
import { namesOf } from "./place-clause.ts";

/** Places that a way is said to lead between are neighbours: beyond this, kilometres, ever less so, as the square of how far. */
const neighboursKm = 20;
/** The ground that bands are counted by: any other figure gives the same shares. */
const bandUnitM2 = 1e8;
/** Ways to give three or more names that hang together their places; beyond, the smallest places are left out. */
const mostChoices = 20_000;

/**
 * The ways to give the names of a group their places. Of two names most pairs are far apart and left with the same tail: those are
 * reckoned as one, and only the others are gone through.
 */
export interface Choices {
  readonly group: readonly number[];
  /** What the words between two names leave of any pair that is not in the list; 0 where all are in it. */
  readonly rest: number;
  readonly restBand: number;
  readonly count: number;
  /** Which of its ones each name of the group means, choice after choice. */
  readonly picks: Int32Array;
  /** What the words between the names leave of each, whatever the spot. */
  readonly between: Float64Array;
  /** Clauses about the spot that are measured from two of the names. */
  readonly bands: readonly (readonly Band[])[] | undefined;
}

interface Band {
  readonly fit: ClauseFit;
  readonly from: Namesake | undefined;
  readonly to: Namesake | undefined;
}

export function choicesOf(group: readonly number[], all: readonly (readonly One[])[], fits: readonly ClauseFit[]): Choices {
  const most = group.length < 3 ? Infinity : Math.max(2, Math.floor(mostChoices ** (1 / group.length)));
  const lists = group.map((i) => likeliest(all[i] as readonly One[], most));
  const rest = group.length === 2 ? restOf(group, all, fits) : { rest: 0, restBand: 1 };
  const picks: number[] = [];
  const between: number[] = [];
  const bands: (readonly Band[])[] = [];
  const row = new Int32Array(group.length);
  const go = (w: number): void => {
    if (w < group.length) {
      for (const k of lists[w] as number[]) {
        row[w] = k;
        go(w + 1);
      }
      return;
    }
    const ones = group.map((i, at) => all[i]?.[row[at] as number] as One);
    const words = wordsBetween(ones, fits);
    if (group.length === 2 && words.between <= rest.rest) return;
    picks.push(...row);
    between.push(words.between);
    bands.push(words.bands);
  };
  go(0);
  return {
    ...{ group, ...rest, count: between.length },
    picks: Int32Array.from(picks),
    between: Float64Array.from(between),
    bands: bands.some((some) => some.length > 0) ? bands : undefined,
  };
}

/** What is left of a pair for which nothing holds. */
function restOf(
  group: readonly number[],
  all: readonly (readonly One[])[],
  fits: readonly ClauseFit[],
): { rest: number; restBand: number } {
  const names = group.map((i) => all[i]?.[0]?.name);
  let [rest, restBand] = [1, 1];
  for (const { clause, tail } of fits) {
    const bound = [...namesOf(clause), ...(clause.about === "spot" ? [] : [clause.about.anchor])];
    if (bound.length < 2 || !bound.every((name) => names.includes(name))) continue;
    rest *= tail;
    if (clause.about === "spot") restBand *= offBand(tail);
  }
  return { rest, restBand };
}

function likeliest(ones: readonly One[], most: number): number[] {
  const order = ones.map((_, k) => k);
  if (ones.length <= most) return order;
  return order.sort((a, b) => (ones[b]?.prior ?? 0) - (ones[a]?.prior ?? 0)).slice(0, most);
}

function wordsBetween(ones: readonly One[], fits: readonly ClauseFit[]): { between: number; bands: Band[] } {
  const named = (name: string) => ones.find((one) => one.name === name);
  let between = 1;
  const bands: Band[] = [];
  for (const fit of fits) {
    const { clause } = fit;
    if (clause.kind === "feature") continue;
    const from = named(clause.anchor);
    if (from === undefined) continue;
    if (clause.about !== "spot") {
      const about = named(clause.about.anchor);
      if (about === undefined) continue;
      between *= from.point === undefined || about.point === undefined ? fitUnlisted(fit) : fitAt(fit, about.point, from.point);
    } else if ("other" in clause) {
      const to = named(clause.other)?.point;
      between *= neighbourhood(from.point, to, fit.tail);
      bands.push({ fit, from: from.point, to });
    }
  }
  return { between, bands };
}

/** Fills in the marginals of the names of the group, and gives their sum. */
export function weighChoices(
  { group, rest, restBand, count, picks, between, bands }: Choices,
  own: readonly Float64Array[],
  at: Position | undefined,
  marginals: readonly Float64Array[],
): number {
  const width = group.length;
  for (const i of group) (marginals[i] as Float64Array).fill(0);
  const far = rest * (at === undefined ? 1 : restBand);
  let total = far === 0 ? 0 : weighRest(group, far, own, marginals);
  for (let c = 0; c < count; c++) {
    let words = between[c] as number;
    if (at !== undefined && bands !== undefined) for (const { fit, from, to } of bands[c] ?? []) words *= bandFit(fit, at, from, to);
    // What was reckoned with the rest is not reckoned twice.
    let product = words - far;
    for (let w = 0; w < width; w++) product *= (own[group[w] as number] as Float64Array)[picks[c * width + w] as number] as number;
    total += product;
    for (let w = 0; w < width; w++) {
      const marginal = marginals[group[w] as number] as Float64Array;
      const k = picks[c * width + w] as number;
      marginal[k] = (marginal[k] as number) + product;
    }
  }
  return total;
}

/** As if every pair of the two names were left with the same. */
function weighRest(group: readonly number[], far: number, own: readonly Float64Array[], marginals: readonly Float64Array[]): number {
  const [first, second] = group as [number, number];
  const sums = [first, second].map((i) => (own[i] as Float64Array).reduce((sum, one) => sum + one, 0)) as [number, number];
  for (const [i, other] of [
    [first, sums[1]],
    [second, sums[0]],
  ] as const) {
    const [marginal, mine] = [marginals[i] as Float64Array, own[i] as Float64Array];
    for (let k = 0; k < mine.length; k++) marginal[k] = far * (mine[k] as number) * other;
  }
  return far * sums[0] * sums[1];
}

function neighbourhood(from: Namesake | undefined, to: Namesake | undefined, tail: number): number {
  if (from === undefined || to === undefined) return Math.max(tail, Math.min(1, (Math.PI * (neighboursKm * 1000) ** 2) / countedAreaM2));
  return Math.max(tail, Math.min(1, ((neighboursKm * 1000) / Math.max(1, roughM(from, to))) ** 2));
}

/**
 * A long way covers much ground, and each spot on it is told of the less: its fit is spread over the band. Off it, what is left of the
 * fit is spread over all the land around.
 */
function bandFit(one: ClauseFit, at: Position, from: Namesake | undefined, to: Namesake | undefined): number {
  const off = offBand(one.tail);
  if (from === undefined || to === undefined) return off;
  const [whole, first, second] = [roughM(from, to), roughM(from, at), roughM(at, to)];
  if (first + second > 1.4 * whole + 5000) return off;
  const area = Math.max(1000, whole) * 2 * Math.max(one.rules.bandShare * whole, one.rules.bandLeastKm * 1000);
  return Math.max(off, (one.fit(at, from, to) * bandUnitM2) / area);
}

function offBand(tail: number): number {
  return (tail * bandUnitM2) / countedAreaM2;
}
