/**
 * Which edges of a network do not fit, told only as far as the loops tell it. An edge is held against what all others say of it (W. Baarda,
 * "A testing procedure for use in geodetic networks", 1968); the worst are taken out one by one until the rest agrees. One that was taken out
 * is named only when no other explanation is as small: when it alone makes its block agree, or by `ownWays`. Otherwise at least one of a list
 * is wrong, and which is left open.
 */
import { blocksOf } from "./blocks.ts";
import { ownWays, type OwnWays } from "./own-ways.ts";
import type { Fit, Row } from "./least-squares.ts";
import { againstFit, againstOthers, type Edge, fitNetwork, type Network, rowOf } from "./network.ts";

export interface Misfits {
  /** Numbers of edges that are wrong. */
  readonly outliers: readonly number[];
  /** At least one of each list is wrong. */
  readonly oneOf: readonly Suspects[];
}

export interface Suspects {
  readonly edges: readonly number[];
  /** How many were taken out until the rest agreed. */
  readonly taken: number;
}

/** `factor`: how far limits are widened. The edges join all nodes. */
export function findMisfits(network: Network, factor: number): Misfits {
  const rows = network.edges.map((edge) => rowOf(network, edge));
  const outliers: number[] = [];
  for (;;) {
    const gone = new Set(outliers);
    const kept = [...network.edges.keys()].filter((number) => !gone.has(number));
    const fit = fitNetwork(
      network,
      kept.map((number) => rows[number] as Row),
    );
    const oneOf: Suspects[] = [];
    const found: number[] = [];
    for (const places of blocksOf(
      network.nodes,
      kept.map((number) => network.edges[number] as Edge),
    )) {
      if (places.length === 1) continue;
      const judged = judge({ network, rows, kept, fit, factor, block: places.map((place) => kept[place] as number) });
      found.push(...judged.outliers);
      oneOf.push(...judged.oneOf);
    }
    if (found.length === 0) return { outliers: outliers.sort((a, b) => a - b), oneOf };
    outliers.push(...found);
  }
}

/** Named is only what misses its limit by half as much again: a little beyond it lies a right one now and then. */
const grossBy = 1.5;

interface Block {
  readonly network: Network;
  readonly rows: readonly Row[];
  /** Edges of the fit, and those of them that lie on common loops. */
  readonly kept: readonly number[];
  readonly block: readonly number[];
  readonly fit: Fit;
  readonly factor: number;
}

function judge(block: Block): Misfits {
  const taken = takeOut(block);
  if (taken.length === 0) return { outliers: [], oneOf: [] };
  const numbers = taken.map(({ number }) => number);
  const gross = taken.flatMap(({ number, share }) => (share > block.factor * grossBy ? [number] : []));
  const gone = new Set(numbers);
  const ways = () =>
    ownWays(
      block.network,
      block.block.filter((number) => !gone.has(number)),
      numbers,
      block.factor,
    );
  if (numbers.length === 1) {
    const candidates = block.block.filter((number) => agreesWithout(block, number, numbers[0] as number));
    if (candidates.length > 1) return { outliers: [], oneOf: [{ edges: candidates, taken: 1 }] };
    return gross.length === 1 ? { outliers: gross, oneOf: [] } : suspects(numbers, ways());
  }
  const found = ways();
  const outliers = gross.filter((number) => found.named.includes(number));
  return outliers.length > 0 ? { outliers, oneOf: [] } : suspects(numbers, found);
}

function suspects(taken: readonly number[], { ways }: OwnWays): Misfits {
  return { outliers: [], oneOf: [{ edges: [...new Set([...taken, ...ways.flat()])].sort((a, b) => a - b), taken: taken.length }] };
}

/** The edges that are taken out until what is left of the block agrees; those that turn out to fit it are put back. */
function takeOut({ network, rows, block, fit: whole, factor }: Block): { readonly number: number; readonly share: number }[] {
  const fit = whole.copy();
  const taken: number[] = [];
  const left = new Set(block);
  for (;;) {
    const worst = sharesOf(rows, fit, left);
    const most = worst[0]?.share ?? 0;
    if (most <= factor) break;
    // Several at once where they do not touch, so that none stands out only because of another.
    const touched = new Set<number>();
    const before = taken.length;
    for (const { number, share } of worst) {
      if (share <= factor || share < most / 2) break;
      const { a, b } = network.edges[number] as Edge;
      if (touched.has(a) || touched.has(b)) continue;
      const now = shareOf(rows, fit, number);
      if (now === undefined || now <= factor) continue;
      touched.add(a).add(b);
      fit.remove(rows[number] as Row);
      left.delete(number);
      taken.push(number);
    }
    // Within what numbers hold the worst is at its limit.
    if (taken.length === before) break;
  }
  const share = (number: number) => {
    const { value, error } = againstFit(fit, rows[number] as Row);
    return Math.abs(value) / error;
  };
  for (const number of [...taken].sort((a, b) => share(a) - share(b) || a - b)) {
    if (share(number) > factor) continue;
    fit.add(rows[number] as Row);
    left.add(number);
    if ((sharesOf(rows, fit, left)[0]?.share ?? 0) <= factor) continue;
    left.delete(number);
    fit.remove(rows[number] as Row);
  }
  return taken.flatMap((number) => (left.has(number) ? [] : [{ number, share: share(number) }]));
}

/** What is left of an edge against all others, as a share of its limit; a bridge has no others. */
function shareOf(rows: readonly Row[], fit: Fit, number: number): number | undefined {
  const against = againstOthers(fit, rows[number] as Row);
  return against === undefined ? undefined : Math.abs(against.value) / against.error;
}

/** Largest first; of equal ones the first, since all edges of a single loop are equal but for what numbers cannot hold. */
function sharesOf(rows: readonly Row[], fit: Fit, numbers: Iterable<number>): { readonly number: number; readonly share: number }[] {
  const shares: { number: number; share: number }[] = [];
  for (const number of numbers) {
    const share = shareOf(rows, fit, number);
    if (share !== undefined) shares.push({ number, share: Number(share.toPrecision(9)) });
  }
  return shares.sort((a, b) => b.share - a.share || a.number - b.number);
}

/** Whether the block agrees when one edge is left out, though another, which stood out most, stays. */
function agreesWithout({ network, rows, kept, block, fit, factor }: Block, without: number, most: number): boolean {
  const row = rows[without] as Row;
  const others = 1 - fit.variance(row) / row.error ** 2;
  if (without !== most && others > 1e-6) {
    // What is left of the one that stood out most, in closed form: it settles nearly every question without another fit.
    const stays = rows[most] as Row;
    const between = fit.covariance(stays, row);
    const scale = 1 / (row.error ** 2 * others);
    const residual = fit.residual(stays) + between * scale * fit.residual(row);
    const own = 1 - (fit.variance(stays) + between ** 2 * scale) / stays.error ** 2;
    if (own > 1e-6 && Math.abs(residual) / (stays.error * Math.sqrt(own)) > factor) return false;
  }
  const left = kept.filter((number) => number !== without);
  const anew = fitNetwork(
    network,
    left.map((number) => rows[number] as Row),
  );
  return block.every((number) => number === without || (shareOf(rows, anew, number) ?? 0) <= factor);
}
