/**
 * Things that stand in a line, known by how far some of them are apart: the beginnings of clips on one clock, or the logarithms of their
 * rates. Thing 0 stays where it is. Errors are 95 % half-widths.
 */
import { blocksOf, type Link } from "./blocks.ts";
import { type Fit, leastSquares, type Row } from "./least-squares.ts";

/** b stands `value` behind a, more or less. */
export interface Edge extends Link {
  readonly value: number;
  readonly error: number;
  /** What several edges are wrong by together, in units of its own error: the speed of sound, the place of a camera. */
  readonly shared: readonly { readonly of: number; readonly factor: number }[];
}

export interface Network {
  readonly nodes: number;
  readonly edges: readonly Edge[];
  /** How many things edges may be wrong by together. */
  readonly shared: number;
}

/** So many times less exact than another an edge may be, or numbers of 53 bits lose it. */
const widestRange = 1e6;

/** Edges whose errors numbers can hold beside each other: where some are vague beyond that, the most exact are told less exactly. */
export function heldErrors(edges: readonly Edge[]): Edge[] {
  const largest = edges.reduce(
    (most, { error, shared }) => shared.reduce((all, { factor }) => Math.max(all, Math.abs(factor)), Math.max(most, error)),
    0,
  );
  return edges.map((edge) => ({ ...edge, error: Math.max(edge.error, largest / widestRange) }));
}

/** Below this share nothing but the edge itself is left to say what it says, within what numbers can tell. */
const ownShare = 1e-9;

export function rowOf({ nodes }: Pick<Network, "nodes">, { a, b, value, error, shared }: Edge): Row {
  const columns: number[] = [];
  const factors: number[] = [];
  const put = (column: number, factor: number) => {
    columns.push(column);
    factors.push(factor);
  };
  if (a > 0) put(a - 1, -1);
  if (b > 0) put(b - 1, 1);
  for (const { of, factor } of shared) put(nodes - 1 + of, factor);
  return { columns, factors, value, error };
}

/** `rows`: of the edges that are kept, which join all nodes. */
export function fitNetwork({ nodes, shared }: Pick<Network, "nodes" | "shared">, rows: readonly Row[]): Fit {
  const own = Array.from({ length: shared }, (_, of): Row => ({ columns: [nodes - 1 + of], factors: [1], value: 0, error: 1 }));
  return leastSquares(nodes - 1 + shared, [...rows, ...own]);
}

/** Variance of where b stands behind a. */
export function varianceBetween(fit: Fit, nodes: number, a: number, b: number): number {
  return Math.max(0, fit.variance(rowOf({ nodes }, { a, b, value: 0, error: 1, shared: [] })));
}

/** What is left of an edge of the fit when all others say where it should be, and how much may be. Undefined where nothing else says it. */
export function againstOthers(fit: Fit, row: Row): { readonly value: number; readonly error: number } | undefined {
  const others = 1 - fit.variance(row) / row.error ** 2;
  return others < ownShare ? undefined : { value: fit.residual(row) / others, error: row.error / Math.sqrt(others) };
}

/** The same of an edge that is not in the fit. */
export function againstFit(fit: Fit, row: Row): { readonly value: number; readonly error: number } {
  return { value: fit.residual(row), error: Math.sqrt(row.error ** 2 + Math.max(0, fit.variance(row))) };
}

/** Edges of those numbers that lie on loops with each other. */
export function onLoops({ nodes, edges }: Network, numbers: readonly number[]): number[] {
  const links = numbers.map((number) => edges[number] as Edge);
  return blocksOf(nodes, links).flatMap((block) => (block.length > 1 ? block.map((at) => numbers[at] as number) : []));
}
