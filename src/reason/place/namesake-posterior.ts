/**
 * Which of its namesakes each name of a phrase means, weighed by how well the words hold together: over all places where the spot can
 * be, over all places that each name can mean, and with "none of these" among them. The spot is looked for around every namesake, at
 * points that are spread evenly and counted by the ground that each stands for; nothing is drawn by chance.
 */
import type { Position } from "../../core/place/region.ts";
import { countedAreaM2, type NameHypotheses } from "./namesake-hypotheses.ts";
import { areaOfRing, type ClauseFit, isInRing, pointsOfRing, type RingPart } from "./namesake-fit.ts";
import type { Namesake } from "./namesakes-problem.ts";
import { namesOf } from "./place-clause.ts";

export interface NamePosterior {
  readonly name: string;
  /** In the order of the places. */
  readonly places: readonly number[];
  readonly none: number;
}

/** Points around each namesake at which the spot is looked for. */
const rows = 4;
const columns = 12;
/** Places that a way is said to lead between are neighbours: beyond this, kilometres, ever less so, as the square of how far. */
const neighboursKm = 20;
/** The ground that bands are counted by: any other figure gives the same shares. */
const bandUnitM2 = 1e8;
/** Ways to give two or more names that hang together their places; beyond, the least likely are left at their tail. */
const mostChoices = 20_000;

interface One {
  readonly name: string;
  /** -1 for "none of these". */
  readonly place: number;
  readonly point: Namesake | undefined;
  readonly prior: number;
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
  const marginals = all.map((ones) => new Float64Array(ones.length));
  for (const { at, weight } of samples) {
    const own = all.map((ones, i) => spotFits(ones, at, fitsOf[i] as ClauseFit[]));
    const totals = choices.map((one) => weighChoices(one, own, at, marginals));
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

/** The fit of each thing that a name may mean, at one place for the spot, times its share before. */
function spotFits(ones: readonly One[], at: Position | undefined, fits: readonly ClauseFit[]): Float64Array {
  return Float64Array.from(ones, ({ point, prior }) => {
    let product = prior;
    if (at !== undefined) for (const one of fits) product *= point === undefined ? fitUnlisted(one) : fitAt(one, at, point);
    return product;
  });
}

/** A place that is not listed may lie anywhere around: it fits as often as its words cover ground. */
function fitUnlisted({ ring, tail }: ClauseFit): number {
  return Math.max(tail, ring === undefined ? 0.01 : Math.min(1, areaOfRing(ring) / countedAreaM2));
}

function fitAt(one: ClauseFit, at: Position, point: Namesake): number {
  return roughM(at, point) > 3 * one.reachM + 30_000 ? one.tail : one.fit(at, point, undefined);
}

interface Sample {
  /** Undefined where no words narrow the spot by themselves. */
  readonly at: Position | undefined;
  /** The ground that it stands for. */
  readonly weight: number;
}

function samplesOf(all: readonly (readonly One[])[], spot: readonly ClauseFit[]): Sample[] {
  const around: { point: Namesake; ring: RingPart; density: number }[] = [];
  for (const ones of all) {
    for (const { name, point } of ones) {
      if (point === undefined) continue;
      const rings = spot.flatMap((one) => (namesOf(one.clause).includes(name) ? (one.ring ?? []) : []));
      const ring = rings.sort((a, b) => areaOfRing(a) - areaOfRing(b))[0];
      if (ring !== undefined) around.push({ point, ring, density: (rows * columns) / areaOfRing(ring) });
    }
  }
  // Words that set no end to where the spot may be, or only a way between two places, weigh no spot: each choice of places counts alike.
  if (around.length === 0) return [{ at: undefined, weight: 1 }];
  return around.flatMap(({ point, ring }) =>
    pointsOfRing(point, ring, rows, columns).map((at) => {
      let density = 0;
      for (const one of around)
        if (roughM(at, one.point) <= 1.2 * one.ring.highM + 1000 && isInRing(one.point, one.ring, at)) density += one.density;
      return { at, weight: density > 0 ? 1 / density : areaOfRing(ring) / (rows * columns) };
    }),
  );
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

/** Every way to give the names of a group their places; in flat rows, since there may be thousands for each place of the spot. */
interface Choices {
  readonly group: readonly number[];
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

function choicesOf(group: readonly number[], all: readonly (readonly One[])[], fits: readonly ClauseFit[]): Choices {
  const most = group.length === 1 ? Infinity : Math.max(2, Math.floor(mostChoices ** (1 / group.length)));
  const lists = group.map((i) => likeliest(all[i] as readonly One[], most));
  let rows: (readonly number[])[] = [[]];
  for (const list of lists) rows = rows.flatMap((some) => list.map((k) => [...some, k]));
  const named = rows.map(
    (row) => new Map(row.map((k, at) => [all[group[at] as number]?.[k]?.name ?? "", all[group[at] as number]?.[k] as One])),
  );
  const words = named.map((ones) => wordsBetween(ones, fits));
  return {
    group,
    count: rows.length,
    picks: Int32Array.from(rows.flat()),
    between: Float64Array.from(words, ({ between }) => between),
    bands: words.some(({ bands }) => bands.length > 0) ? words.map(({ bands }) => bands) : undefined,
  };
}

function likeliest(ones: readonly One[], most: number): number[] {
  const order = ones.map((_, k) => k);
  if (ones.length <= most) return order;
  return order.sort((a, b) => (ones[b]?.prior ?? 0) - (ones[a]?.prior ?? 0)).slice(0, most);
}

function wordsBetween(ones: ReadonlyMap<string, One>, fits: readonly ClauseFit[]): { between: number; bands: Band[] } {
  let between = 1;
  const bands: Band[] = [];
  for (const fit of fits) {
    const { clause } = fit;
    if (clause.kind === "feature") continue;
    const from = ones.get(clause.anchor);
    if (from === undefined) continue;
    if (clause.about !== "spot") {
      const about = ones.get(clause.about.anchor);
      if (about === undefined) continue;
      between *= from.point === undefined || about.point === undefined ? fitUnlisted(fit) : fitAt(fit, about.point, from.point);
    } else if ("other" in clause) {
      const to = ones.get(clause.other)?.point;
      between *= neighbourhood(from.point, to, fit.tail);
      bands.push({ fit, from: from.point, to });
    }
  }
  return { between, bands };
}

/** Fills in the marginals of the names of the group, and gives their sum. */
function weighChoices(
  { group, count, picks, between, bands }: Choices,
  own: readonly Float64Array[],
  at: Position | undefined,
  marginals: readonly Float64Array[],
): number {
  const width = group.length;
  for (const i of group) (marginals[i] as Float64Array).fill(0);
  let total = 0;
  for (let c = 0; c < count; c++) {
    let product = between[c] as number;
    for (let w = 0; w < width; w++) product *= (own[group[w] as number] as Float64Array)[picks[c * width + w] as number] as number;
    if (at !== undefined && bands !== undefined) for (const { fit, from, to } of bands[c] ?? []) product *= bandFit(fit, at, from, to);
    total += product;
    for (let w = 0; w < width; w++) {
      const marginal = marginals[group[w] as number] as Float64Array;
      const k = picks[c * width + w] as number;
      marginal[k] = (marginal[k] as number) + product;
    }
  }
  return total;
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
  const off = (one.tail * bandUnitM2) / countedAreaM2;
  if (from === undefined || to === undefined) return off;
  const [whole, first, second] = [roughM(from, to), roughM(from, at), roughM(at, to)];
  if (first + second > 1.4 * whole + 5000) return off;
  const area = Math.max(1000, whole) * 2 * Math.max(one.rules.bandShare * whole, one.rules.bandLeastKm * 1000);
  return Math.max(off, (one.fit(at, from, to) * bandUnitM2) / area);
}

/** Good to a few in a hundred as far as it is used: whether to look closer. */
function roughM(a: Position, b: Position): number {
  const across = ((((b.lon - a.lon + 540) % 360) - 180) * Math.cos(((a.lat + b.lat) * Math.PI) / 360)) as number;
  return Math.hypot(b.lat - a.lat, across) * 111_200;
}
