/**
 * One group on the clock of its reference clip: rates first, then the moments that pairs say were one moment, as a network of clips; what
 * does not fit is told as far as the loops tell it, and everything else rests on what is left.
 */
import { blocksOf } from "./blocks.ts";
import { findMisfits, type Suspects } from "./find-misfits.ts";
import type { Fit, Row } from "./least-squares.ts";
import { limitFactor } from "./limit-factor.ts";
import { type FoundLoop, loopsBeside, type LoopsOf, loopsOf } from "./loops.ts";
import { type Edge, fitNetwork, heldErrors, type Network, rowOf } from "./network.ts";
import { checkedParts, type Parts } from "./parts.ts";
import { type NumberedPair, type Rates, solveRates } from "./solve-rates.ts";
import { soundWay } from "./sound-bounds.ts";
import { soundExplains } from "./sound-explains.ts";
import type { SpeedUsed, Travel } from "./sound-travel.ts";
import type { SyncClip, SyncPair } from "./sync-problem.ts";

/** No offset is held to be more exact than this, seconds. */
const leastErrorS = 1e-4;

export interface SolvedGroup {
  /** Clip 0 is the reference. */
  readonly clips: readonly SyncClip[];
  readonly pairs: readonly NumberedPair[];
  readonly network: Network;
  readonly rates: Rates;
  readonly loops: LoopsOf;
  readonly factor: number;
  /** Left out of the offsets. */
  readonly outliers: ReadonlySet<number>;
  /** Those of them that ways of sound may explain. */
  readonly soundWays: ReadonlySet<number>;
  readonly oneOf: readonly Suspects[];
  /** Of each of these lists whether ways of sound may explain it. */
  readonly oneOfMayBeSound: readonly boolean[];
  /** Of every pair what its way of sound may leave, seconds. */
  readonly ways: readonly number[];
  /** Of every pair how many loops close that hold it and none that is left out or suspected. */
  readonly closing: Int32Array;
  readonly parts: Parts;
  /** Edges that no loop checks once outliers are left out. */
  readonly unchecked: ReadonlySet<number>;
  readonly fit: Fit;
  readonly rows: readonly Row[];
  /** Where each clip is known best, item time, and the group's time then. */
  anchor(clip: number): { readonly item: number; readonly group: number };
  /** Time on the group's clock of a moment of a clip. */
  groupTime(clip: number, item: number): number;
  /** The other way. */
  itemTime(clip: number, group: number): number;
  /** How far the time of one clip may be off against that of another, at moments of both. */
  errorBetween(a: number, itemA: number, b: number, itemB: number): number;
  /** The same without what is told more widely since something does not fit. */
  statedErrorBetween(a: number, itemA: number, b: number, itemB: number): number;
}

export interface SolveGiven {
  readonly travels: ReadonlyMap<string, Travel>;
  readonly unmeasuredPpm: number;
  readonly speed: SpeedUsed;
  readonly camerasApartM: number;
}

export function solveGroup(
  clips: readonly SyncClip[],
  pairs: readonly NumberedPair[],
  { travels, unmeasuredPpm, speed, camerasApartM }: SolveGiven,
): SolvedGroup {
  const rates = solveRates(clips.length, pairs, unmeasuredPpm);
  const ways = pairs.map(({ pair, a, b }) => soundWay(pair, clips[a] as SyncClip, clips[b] as SyncClip, speed, camerasApartM).seconds);
  const moments = pairs.map(({ pair, a, b }) => momentOf(pair, clips[a] as SyncClip, clips[b] as SyncClip));
  const anchors = anchorsOf(clips.length, pairs, moments);
  const names = new Map<string, number>();
  const asMeasured = pairs.map(({ pair, a, b }, number): Edge => {
    const moment = moments[number] as { a: number; b: number };
    const [rateA, rateB] = [rates.rateOf(a), rates.rateOf(b)];
    const [alongA, alongB] = [rateA * (moment.a - (anchors[a] as number)), rateB * (moment.b - (anchors[b] as number))];
    const travel = pair.travel?.use === "correct" ? travels.get(pair.id) : undefined;
    const byRates = pair.at === undefined ? 0 : rates.variance(a, alongA, b, alongB);
    return {
      a,
      b,
      value: alongA - alongB - rateA * (travel?.delayS.value ?? 0),
      error: Math.sqrt((rateA * Math.max(pair.plusMinusS, leastErrorS)) ** 2 + byRates),
      shared: (travel?.shared ?? []).map(({ name, seconds }) => ({ of: numberOf(names, name), factor: rateA * seconds })),
    };
  });
  const edges = heldErrors(asMeasured);
  const network: Network = { nodes: clips.length, edges, shared: names.size };
  const allLoops = loopsOf(network, [...edges.keys()]);
  const factor = limitFactor(Math.max(allLoops.looked, allLoops.independent));
  const misfits = findMisfits(network, factor);
  const rows = edges.map((edge) => rowOf(network, edge));
  const fitWithout = (gone: ReadonlySet<number>) =>
    fitNetwork(
      network,
      rows.filter((_, number) => !gone.has(number)),
    );
  const named = new Set(misfits.outliers);
  const without = fitWithout(named);
  const explained = soundExplains({ network, rows, fit: without, factor, outliers: named, oneOf: misfits.oneOf, ways });
  const putBack = new Set(explained.doubted.flatMap((list) => list.edges));
  const outliers = new Set([...named].filter((number) => !putBack.has(number)));
  const fit = putBack.size === 0 ? without : fitWithout(outliers);
  const loops = loopsBeside(network, allLoops, outliers);
  const told = [...misfits.oneOf, ...explained.doubted];
  const missed = loopsBeyond({ loops, factor, outliers, ways }, told);
  const oneOf = [...told, ...missed];
  const unchecked = bridgesOf(network, outliers);
  const solved = (clip: number) => (clip === 0 ? 0 : (fit.estimate[clip - 1] as number));
  // The group's clock is the reference's item time, and its anchor stays where it is.
  const origin = anchors[0] as number;
  const anchor = (clip: number) => ({ item: anchors[clip] as number, group: origin + solved(clip) });
  const between = (a: number, itemA: number, b: number, itemB: number) => {
    const along = (clip: number, item: number) => rates.rateOf(clip) * (item - (anchors[clip] as number));
    const row = rowOf(network, { a, b, value: 0, error: 1, shared: [] });
    return { row, byRates: rates.variance(a, along(a, itemA), b, along(b, itemB)) };
  };
  return {
    clips,
    pairs,
    network,
    rates,
    loops,
    factor,
    outliers,
    soundWays: new Set([...explained.outliers].filter((number) => outliers.has(number))),
    oneOf,
    oneOfMayBeSound: [...explained.lists, ...explained.doubted.map(() => false), ...missed.map(({ mayBeSound }) => mayBeSound)],
    ways,
    closing: closingOf(loops, edges.length, factor, new Set([...outliers, ...oneOf.flatMap((list) => list.edges)])),
    unchecked,
    parts: checkedParts(clips.length, new Map([...edges.entries()].filter(([number]) => !outliers.has(number))), unchecked),
    fit,
    rows,
    anchor,
    groupTime: (clip, item) => anchor(clip).group + rates.rateOf(clip) * (item - anchor(clip).item),
    itemTime: (clip, group) => anchor(clip).item + (group - anchor(clip).group) / rates.rateOf(clip),
    errorBetween(...of) {
      const { row, byRates } = between(...of);
      const { variance, moves } = overSuspects(fit, rows, oneOf, row);
      return Math.sqrt(variance + byRates) + moves;
    },
    statedErrorBetween(...of) {
      const { row, byRates } = between(...of);
      return Math.sqrt(Math.max(0, fit.variance(row)) + byRates);
    },
  };
}

/** When an offset holds, on both clocks: as measured, or amid what the two share when it is taken to hold throughout. */
export function momentOf({ at, offsetS }: SyncPair, a: SyncClip, b: SyncClip): { readonly a: number; readonly b: number } {
  if (at !== undefined) return at;
  const middle = (Math.max(b.startS, a.startS - offsetS) + Math.min(b.endS, a.endS - offsetS)) / 2;
  return { a: middle + offsetS, b: middle };
}

/** Of every clip the middle of the moments that were compared. */
function anchorsOf(
  clips: number,
  pairs: readonly NumberedPair[],
  moments: readonly { readonly a: number; readonly b: number }[],
): Float64Array {
  const sums = new Float64Array(clips);
  const counts = new Int32Array(clips);
  const add = (clip: number, moment: number) => {
    sums[clip] = (sums[clip] as number) + moment;
    counts[clip] = (counts[clip] as number) + 1;
  };
  for (const [number, { a, b }] of pairs.entries()) {
    const moment = moments[number] as { a: number; b: number };
    add(a, moment.a);
    add(b, moment.b);
  }
  return sums.map((sum, clip) => sum / (counts[clip] as number));
}

function bridgesOf({ nodes, edges }: Network, outliers: ReadonlySet<number>): ReadonlySet<number> {
  const kept = [...edges.keys()].filter((number) => !outliers.has(number));
  const blocks = blocksOf(
    nodes,
    kept.map((number) => edges[number] as Edge),
  );
  return new Set(blocks.flatMap((block) => (block.length === 1 ? block.map((place) => kept[place] as number) : [])));
}

function numberOf(names: Map<string, number>, name: string): number {
  let number = names.get(name);
  if (number === undefined) names.set(name, (number = names.size));
  return number;
}

/** A loop may miss though each of its pairs is within what all others allow it: one of them is wrong all the same. */
function loopsBeyond(
  { loops, factor, outliers, ways }: Pick<SolvedGroup, "loops" | "factor" | "outliers" | "ways">,
  known: readonly Suspects[],
): (Suspects & { readonly mayBeSound: boolean })[] {
  const suspected = new Set(known.flatMap(({ edges }) => edges));
  const found: (Suspects & { readonly mayBeSound: boolean })[] = [];
  loops.each(({ edges, closure, limit }: FoundLoop) => {
    const over = Math.abs(closure) - limit * factor;
    if (over <= 0 || edges.some((number) => outliers.has(number) || suspected.has(number))) return;
    const way = edges.reduce((sum, number) => sum + (ways[number] as number), 0);
    found.push({ edges: [...edges].sort((a, b) => a - b), taken: 1, mayBeSound: over <= way });
    for (const number of edges) suspected.add(number);
  });
  return found;
}

function closingOf(loops: LoopsOf, edges: number, factor: number, doubted: ReadonlySet<number>): Int32Array {
  const counts = new Int32Array(edges);
  loops.each(({ edges: along, closure, limit }) => {
    if (Math.abs(closure) > limit * factor || along.some((number) => doubted.has(number))) return;
    for (const number of along) counts[number] = (counts[number] as number) + 1;
  });
  return counts;
}

/**
 * What a row may be when any of the suspects is left out: the largest variance, and how far it moves. Where more than one is wrong their
 * moves are added up, which no set of them exceeds by much.
 */
function overSuspects(fit: Fit, rows: readonly Row[], oneOf: readonly Suspects[], row: Row): { variance: number; moves: number } {
  let [variance, moves] = [Math.max(0, fit.variance(row)), 0];
  for (const { edges, taken } of oneOf) {
    const each = edges.map((number) => {
      const suspect = rows[number] as Row;
      const others = suspect.error ** 2 - fit.variance(suspect);
      if (others <= 1e-9 * suspect.error ** 2) return 0;
      const between = fit.covariance(row, suspect);
      variance = Math.max(variance, fit.variance(row) + between ** 2 / others);
      return Math.abs((between * fit.residual(suspect)) / others);
    });
    moves += taken > 1 ? each.reduce((sum, one) => sum + one, 0) : Math.max(...each);
  }
  return { variance, moves };
}
