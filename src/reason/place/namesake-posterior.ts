/**
 * Which of its namesakes each name of a phrase means, weighed by how well the words hold together: over all places where the spot can
 * be, over all places that each name can mean, and with "none of these" among them. The spot is looked for around every namesake, at
 * points that are spread evenly and counted by the ground that each stands for; nothing is drawn by chance.
 */
import type { Position } from "../../core/place/region.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
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
  for (const { at, weight } of samples) {
    const own = all.map((ones, i) => spotFits(ones, at, ofName(spot, names[i] as NameHypotheses)));
    // Each group's part for each of its choices, and in all.
    const parts = groups.map((_, g) => partsOf(choices[g] as Choice[], own, at));
    const totals = parts.map((part) => part.reduce((sum, one) => sum + one, 0));
    for (const [g, part] of parts.entries()) {
      const others = totals.reduce((product, total, i) => (i === g ? product : product * total), weight);
      for (const [c, value] of part.entries())
        for (const [i, k] of (choices[g] as Choice[])[c]?.picks ?? [])
          (sums[i] as Float64Array)[k] = ((sums[i] as Float64Array)[k] as number) + value * others;
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

/** Clauses about the spot that are measured from this name alone. */
function ofName(spot: readonly ClauseFit[], { name }: NameHypotheses): ClauseFit[] {
  return spot.filter(({ clause }) => clause.kind !== "feature" && !("other" in clause) && clause.anchor === name);
}

/** The fit of each thing that a name may mean, at one place for the spot, times its share before. */
function spotFits(ones: readonly One[], at: Position, fits: readonly ClauseFit[]): Float64Array {
  return Float64Array.from(ones, ({ point, prior }) => {
    let product = prior;
    for (const one of fits) product *= point === undefined ? fitUnlisted(one) : fitAt(one, at, point);
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
  readonly at: Position;
  /** The ground that it stands for. */
  readonly weight: number;
}

function samplesOf(all: readonly (readonly One[])[], spot: readonly ClauseFit[]): Sample[] {
  const around: { point: Namesake; ring: RingPart; density: number }[] = [];
  for (const ones of all) {
    for (const { name, point } of ones) {
      if (point === undefined) continue;
      const rings = spot.flatMap((one) => (namesOf(one.clause).includes(name) ? [one.ring ?? ringTowards(one, point, all)] : []));
      const ring = rings.sort((a, b) => areaOfRing(a) - areaOfRing(b))[0];
      if (ring !== undefined) around.push({ point, ring, density: (rows * columns) / areaOfRing(ring) });
    }
  }
  return around.flatMap(({ point, ring }) =>
    pointsOfRing(point, ring, rows, columns).map((at) => {
      let density = 0;
      for (const one of around)
        if (roughM(at, one.point) <= 1.2 * one.ring.highM + 1000 && isInRing(one.point, one.ring, at)) density += one.density;
      return { at, weight: density > 0 ? 1 / density : areaOfRing(ring) / (rows * columns) };
    }),
  );
}

/** For a clause between two places: as far as the nearest place of the other name, and no farther than roads are spoken of. */
function ringTowards({ clause }: ClauseFit, point: Namesake, all: readonly (readonly One[])[]): RingPart {
  const names = namesOf(clause);
  let nearest = 100_000;
  for (const ones of all)
    for (const other of ones)
      if (other.point !== undefined && other.point !== point && names.includes(other.name)) {
        const far = roughM(point, other.point);
        if (far > 1000 && far < nearest) nearest = far;
      }
  return { lowM: 0, highM: nearest * 1.1, middleDeg: 0, halfWidthDeg: 180 };
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

interface Choice {
  /** Which name means which of its ones. */
  readonly picks: readonly (readonly [name: number, one: number])[];
  /** What the words between the names leave of it, whatever the spot. */
  readonly between: number;
  /** Clauses about the spot that are measured from two of these names. */
  readonly bands: readonly { readonly fit: ClauseFit; readonly from: Namesake | undefined; readonly to: Namesake | undefined }[];
}

function choicesOf(group: readonly number[], all: readonly (readonly One[])[], fits: readonly ClauseFit[]): Choice[] {
  const most = group.length === 1 ? Infinity : Math.max(2, Math.floor(mostChoices ** (1 / group.length)));
  const lists = group.map((i) => likeliest(all[i] as readonly One[], most));
  let picks: (readonly (readonly [number, number])[])[] = [[]];
  for (const [at, i] of group.entries()) picks = picks.flatMap((some) => (lists[at] as number[]).map((k) => [...some, [i, k] as const]));
  return picks.map((some) => choiceOf(some, all, fits));
}

function likeliest(ones: readonly One[], most: number): number[] {
  const order = ones.map((_, k) => k);
  if (ones.length <= most) return order;
  return order.sort((a, b) => (ones[b]?.prior ?? 0) - (ones[a]?.prior ?? 0)).slice(0, most);
}

function choiceOf(picks: readonly (readonly [number, number])[], all: readonly (readonly One[])[], fits: readonly ClauseFit[]): Choice {
  const one = (name: string): One | undefined => {
    const found = picks.find(([i, k]) => all[i]?.[k]?.name === name);
    return found === undefined ? undefined : all[found[0]]?.[found[1]];
  };
  let between = 1;
  const bands: { fit: ClauseFit; from: Namesake | undefined; to: Namesake | undefined }[] = [];
  for (const fit of fits) {
    const { clause } = fit;
    if (clause.kind === "feature") continue;
    const from = one(clause.anchor);
    const to = "other" in clause ? one(clause.other) : undefined;
    if (from === undefined) continue;
    if (clause.about !== "spot") {
      const about = one(clause.about.anchor);
      if (about === undefined) continue;
      between *= from.point === undefined || about.point === undefined ? fitUnlisted(fit) : fitAt(fit, about.point, from.point);
    } else if ("other" in clause) bands.push({ fit, from: from.point, to: to?.point });
  }
  return { picks, between, bands };
}

function partsOf(choices: readonly Choice[], own: readonly Float64Array[], at: Position): Float64Array {
  return Float64Array.from(choices, ({ picks, between, bands }) => {
    let product = between;
    for (const [i, k] of picks) product *= own[i]?.[k] ?? 0;
    for (const { fit, from, to } of bands) product *= bandFit(fit, at, from, to);
    return product;
  });
}

function bandFit(one: ClauseFit, at: Position, from: Namesake | undefined, to: Namesake | undefined): number {
  if (from === undefined || to === undefined) return Math.max(one.tail, 0.01);
  const [whole, first, second] = [roughM(from, to), roughM(from, at), roughM(at, to)];
  // Places far apart are not what a way is said to lead between, and a spot off the way is not on it.
  return whole > 300_000 || first + second > 1.4 * whole + 5000 ? one.tail : one.fit(at, from, to);
}

/** Good to a few in a hundred as far as it is used: whether to look closer. */
function roughM(a: Position, b: Position): number {
  const across = ((((b.lon - a.lon + 540) % 360) - 180) * Math.cos(((a.lat + b.lat) * Math.PI) / 360)) as number;
  const far = Math.hypot(b.lat - a.lat, across) * 111_200;
  return far > 2_000_000 ? wayBetween(a, b).metres : far;
}
