/**
 * Which of its namesakes each name of a phrase means, weighed by how well the words hold together: over all places where the spot can
 * be, over all places that each name can mean, and with "none of these" among them. The spot is looked for around every namesake, at
 * points that are spread evenly and counted by the ground that each stands for; nothing is drawn by chance.
 */
import type { Position } from "../../core/place/region.ts";
import type { NameHypotheses } from "./namesake-hypotheses.ts";
import type { ClauseFit } from "./namesake-fit.ts";
import { fitAt, fitUnlisted, type One } from "./namesake-ones.ts";
import { samplesOf } from "./namesake-samples.ts";
import { type Choices, choicesOf, weighChoices } from "./namesake-choices.ts";
import { namesOf } from "./place-clause.ts";

export interface NamePosterior {
  readonly name: string;
  /** In the order of the places. */
  readonly places: readonly number[];
  readonly none: number;
}

/** `fits`: the clauses of one reading that are used. */
export function posteriorOf(names: readonly NameHypotheses[], fits: readonly ClauseFit[]): NamePosterior[] {
  const all = names.map(onesOf);
  const groups = groupsOf(names, fits);
  const spot = fits.filter(({ clause }) => clause.about === "spot");
  const touched = new Set(fits.flatMap(({ clause }) => [...namesOf(clause), ...(clause.about === "spot" ? [] : [clause.about.anchor])]));
  if (touched.size < 2)
    return names.map(({ name, places, priorNone }) => ({ name, places: places.map(({ prior }) => prior), none: priorNone }));
  const samples = samplesOf(all, spot);
  const sums = all.map((ones) => new Float64Array(ones.length));
  const choices = groups.map((group) => choicesOf(group, all, fits));
  const fitsOf = names.map(({ name }) =>
    spot.filter(({ clause }) => clause.kind !== "feature" && !("other" in clause) && clause.anchor === name),
  );
  // Filled anew for each place of the spot: thousands of small arrays would cost more than what is in them.
  const marginals = all.map((ones) => new Float64Array(ones.length));
  const own = all.map((ones) => new Float64Array(ones.length));
  const totals = new Float64Array(choices.length);
  for (const { at, weight } of samples) {
    for (let i = 0; i < all.length; i++) spotFits(all[i] as One[], at, fitsOf[i] as ClauseFit[], own[i] as Float64Array);
    for (let g = 0; g < choices.length; g++) totals[g] = weighChoices(choices[g] as Choices, own, at, marginals);
    for (const [g, { group }] of choices.entries()) {
      const others = totals.reduce((product, total, i) => (i === g ? product : product * total), weight);
      for (const i of group) {
        const [sum, marginal] = [sums[i] as Float64Array, marginals[i] as Float64Array];
        for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + (marginal[k] as number) * others;
      }
    }
  }
  return names.map((name, i) => gathered(name, all[i] as One[], sums[i] as Float64Array));
}

function onesOf({ name, places, priorNone }: NameHypotheses): One[] {
  const listed = places.flatMap(({ points, prior }, place) =>
    points.map((point) => ({ name, place, point, prior: prior / points.length })),
  );
  return priorNone > 0 ? [...listed, { name, place: -1, point: undefined, prior: priorNone }] : listed;
}

function gathered({ name, places, priorNone }: NameHypotheses, ones: readonly One[], sums: Float64Array): NamePosterior {
  const total = sums.reduce((all, one) => all + one, 0);
  const shares = new Float64Array(places.length);
  let none = 0;
  for (const [k, { place, prior }] of ones.entries()) {
    const share = total > 0 ? (sums[k] as number) / total : prior;
    if (place < 0) none += share;
    else shares[place] = (shares[place] as number) + share;
  }
  return { name, places: [...shares], none: priorNone === 0 ? 0 : none };
}

/** Fills in the fit of each thing that a name may mean, at one place for the spot, times its share before. */
function spotFits(ones: readonly One[], at: Position | undefined, fits: readonly ClauseFit[], filled: Float64Array): void {
  for (let k = 0; k < ones.length; k++) {
    const { point, prior } = ones[k] as One;
    let product = prior;
    if (at !== undefined) for (const one of fits) product *= point === undefined ? fitUnlisted(one) : fitAt(one, at, point);
    filled[k] = product;
  }
}

/** Names that a clause measures from one another, or from two of which it measures; each other name by itself. */
function groupsOf(names: readonly NameHypotheses[], fits: readonly ClauseFit[]): number[][] {
  const at = names.map((_, i) => i);
  const root = (i: number): number => (at[i] === i ? i : root(at[i] as number));
  for (const { clause } of fits) {
    const bound = [...namesOf(clause), ...(clause.about === "spot" ? [] : [clause.about.anchor])].map((name) =>
      names.findIndex((one) => one.name === name),
    );
    for (const i of bound) if (i >= 0 && (bound[0] as number) >= 0) at[root(i)] = root(bound[0] as number);
  }
  const groups = new Map<number, number[]>();
  for (const i of names.keys()) groups.set(root(i), [...(groups.get(root(i)) ?? []), i]);
  return [...groups.values()];
}
