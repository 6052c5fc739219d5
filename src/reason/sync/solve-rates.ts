/**
 * How fast the clocks of a group run against each other, from the pairs whose rate was measured. Clocks that no measured rate joins to the
 * reference's are taken to run alike, within the error that the problem states for that. Rates multiply along a loop: their logarithms add.
 */
import { partsOf } from "./blocks.ts";
import { findMisfits } from "./find-misfits.ts";
import { limitFactor } from "./limit-factor.ts";
import { againstOthers, type Edge, fitNetwork, heldErrors, type Network, rowOf, varianceBetween } from "./network.ts";
import type { SyncPair } from "./sync-problem.ts";

/** A pair by the numbers of its clips in the group; clip 0 is the reference. */
export interface NumberedPair {
  readonly pair: SyncPair;
  readonly a: number;
  readonly b: number;
}

export interface Rates {
  /** Seconds of the group's clock per second of the clip. */
  rateOf(clip: number): number;
  /** Whether some measured rate says so. */
  measured(clip: number): boolean;
  /** Of the time on a so many seconds from where it is known, less that on b: what the rates make it wrong by, squared. */
  variance(a: number, secondsA: number, b: number, secondsB: number): number;
  readonly doubted: ReadonlySet<string>;
}

/** Rates are not known better than this, millionths. */
const leastPpm = 0.01;
/** A rate that may be off by a tenth says nothing. */
const vaguePpm = 100_000;

export function solveRates(clips: number, pairs: readonly NumberedPair[], unmeasuredPpm: number): Rates {
  const logarithm = new Float64Array(clips);
  const measured = new Uint8Array(clips);
  // Which clips' rates are wrong together, and by what.
  const partOf = new Int32Array(clips).fill(-1);
  const within: ((a: number, b: number) => number)[] = [];
  const doubted = new Set<string>();
  const withRate = pairs.filter(({ pair }) => pair.rate !== undefined && pair.rate.plusMinusPpm < vaguePpm);
  for (const nodes of partsOf(clips, withRate)) {
    const number = within.length;
    for (const node of nodes) partOf[node] = number;
    const own = nodes[0] === 0 ? 0 : (unmeasuredPpm * 1e-6) ** 2;
    if (nodes.length === 1) {
      within.push(() => own);
      continue;
    }
    const places = new Map(nodes.map((node, place) => [node, place]));
    const inPart = withRate.filter(({ a }) => places.has(a));
    const solved = solvePart(nodes.length, inPart, places);
    for (const node of nodes) {
      measured[node] = 1;
      logarithm[node] = solved.estimate(places.get(node) as number);
    }
    for (const pair of solved.doubted) doubted.add(pair);
    within.push((a, b) => own + solved.covariance(places.get(a) as number, places.get(b) as number));
  }
  // Without a moment nobody knows where an offset holds, so that it can only be taken to hold throughout.
  const timed = pairs.some(({ pair }) => pair.at !== undefined);
  const covariance = (a: number, b: number): number =>
    partOf[a] === partOf[b] ? (within[partOf[a] as number] as (typeof within)[number])(a, b) : 0;
  return {
    rateOf: (clip) => Math.exp(logarithm[clip] as number),
    measured: (clip) => measured[clip] === 1,
    variance: (a, secondsA, b, secondsB) =>
      timed
        ? Math.max(0, secondsA ** 2 * covariance(a, a) + secondsB ** 2 * covariance(b, b) - 2 * secondsA * secondsB * covariance(a, b))
        : 0,
    doubted,
  };
}

function solvePart(nodes: number, pairs: readonly NumberedPair[], places: ReadonlyMap<number, number>) {
  const asMeasured = pairs.map(({ pair, a, b }): Edge => {
    const { ppm, plusMinusPpm } = pair.rate as NonNullable<SyncPair["rate"]>;
    const rate = 1 + ppm * 1e-6;
    return {
      a: places.get(a) as number,
      b: places.get(b) as number,
      value: Math.log(rate),
      error: (Math.max(plusMinusPpm, leastPpm) * 1e-6) / rate,
      shared: [],
    };
  });
  const edges = heldErrors(asMeasured);
  const network: Network = { nodes, edges, shared: 0 };
  const factor = limitFactor(edges.length - nodes + 1);
  const { outliers, oneOf } = findMisfits(network, factor);
  const kept = edges.filter((_, number) => !outliers.includes(number)).map((edge) => rowOf(network, edge));
  const fit = fitNetwork(network, kept);
  const suspects = oneOf.flatMap((list) => list.edges);
  // Nothing tells which of them is wrong: all of the part is told as much less exactly as the worst of them is beyond its error.
  const scale = suspects.reduce((worst, number) => {
    const against = againstOthers(fit, rowOf(network, edges[number] as Edge));
    return against === undefined ? worst : Math.max(worst, Math.abs(against.value) / against.error);
  }, 1);
  return {
    doubted: [...outliers, ...suspects].map((number) => (pairs[number] as NumberedPair).pair.id),
    estimate: (node: number) => (node === 0 ? 0 : (fit.estimate[node - 1] as number)),
    covariance: (a: number, b: number) =>
      (scale ** 2 * (varianceBetween(fit, nodes, 0, a) + varianceBetween(fit, nodes, 0, b) - varianceBetween(fit, nodes, a, b))) / 2,
  };
}
