/**
 * Loops of a network and how well they close: every pair of edges between the same two, every three that lead back, and for an edge that is
 * in none of these the shortest loop through it. Where there are too many, some of each edge are looked at, and the answer says so.
 */
import type { Edge, Network } from "./network.ts";
import { onLoops } from "./network.ts";

export interface FoundLoop {
  readonly from: number;
  /** In order from there. */
  readonly edges: readonly number[];
  readonly closure: number;
  readonly limit: number;
}

export interface LoopsOf {
  readonly looked: number;
  readonly independent: number;
  readonly all: boolean;
  /** Of every edge, how many loops hold it. */
  readonly of: Int32Array;
  /** Goes through them again: they are too many to be kept. */
  each(tell: (loop: FoundLoop) => void): void;
}

/** Loops of three that are looked at where all of them would be more: so many of each edge. */
const threesAtMost = 400_000;
const someOfEach = 8;

/** Sum of the edges along a way that begins at a node, and the root of the sum of squares of their errors. */
export function addUp({ edges, shared }: Network, way: readonly number[], from: number): { closure: number; limit: number } {
  let [at, closure, squares] = [from, 0, 0];
  const together = shared === 0 ? undefined : new Float64Array(shared);
  for (const number of way) {
    const edge = edges[number] as Edge;
    const sign = edge.a === at ? 1 : -1;
    at = sign === 1 ? edge.b : edge.a;
    closure += sign * edge.value;
    squares += edge.error ** 2;
    if (together !== undefined) for (const { of, factor } of edge.shared) together[of] = (together[of] as number) + sign * factor;
  }
  if (together !== undefined) for (const one of together) squares += one ** 2;
  return { closure, limit: Math.sqrt(squares) };
}

/** `numbers`: the edges that are looked at. */
export function loopsOf(network: Network, numbers: readonly number[]): LoopsOf {
  const { nodes, edges } = network;
  // Of edges between the same two the most exact stands for all of them in loops of three.
  const best = new Int32Array(nodes * nodes).fill(-1);
  const twos: [number, number][] = [];
  for (const number of numbers) {
    const { a, b, error } = edges[number] as Edge;
    const before = best[a * nodes + b] as number;
    if (before === -1 || error < (edges[before] as Edge).error) best[a * nodes + b] = best[b * nodes + a] = number;
  }
  for (const number of numbers) {
    const { a, b } = edges[number] as Edge;
    const other = best[a * nodes + b] as number;
    if (other !== number) twos.push([other, number]);
  }
  const near = Array.from({ length: nodes }, (_, a) =>
    Array.from({ length: nodes }, (_, b) => b).filter((b) => best[a * nodes + b] !== -1),
  );
  const joined = (a: number, b: number) => best[a * nodes + b] !== -1;
  const allThrees = (tell: (i: number, j: number, k: number) => boolean): void => {
    for (let i = 0; i < nodes; i++)
      for (const j of near[i] as number[]) {
        if (j < i) continue;
        for (const k of near[j] as number[]) if (k > j && joined(i, k) && !tell(i, j, k)) return;
      }
  };
  const someThrees = (tell: (i: number, j: number, k: number) => void): void => {
    const told = new Set<number>();
    for (let i = 0; i < nodes; i++)
      for (const j of near[i] as number[]) {
        if (j < i) continue;
        let count = 0;
        for (const third of near[j] as number[]) {
          if (third === i || !joined(i, third)) continue;
          const [x, y, z] = [i, j, third].sort((p, q) => p - q) as [number, number, number];
          const key = (x * nodes + y) * nodes + z;
          if (!told.has(key)) tell(x, y, z);
          told.add(key);
          if (++count >= someOfEach) break;
        }
      }
  };
  let count = 0;
  allThrees(() => ++count <= threesAtMost);
  const all = count <= threesAtMost;
  const each = (tell: (way: readonly number[], from: number) => void): void => {
    for (const [one, other] of twos) tell([one, other], (edges[one] as Edge).a);
    const three = (i: number, j: number, k: number): true => {
      tell([best[i * nodes + j] as number, best[j * nodes + k] as number, best[i * nodes + k] as number], i);
      return true;
    };
    if (all) allThrees(three);
    else someThrees(three);
  };
  const of = new Int32Array(edges.length);
  let looked = 0;
  each((way) => {
    looked++;
    for (const number of way) of[number] = (of[number] as number) + 1;
  });
  const longer = longLoops(network, numbers, of);
  for (const { way } of longer) {
    looked++;
    for (const number of way) of[number] = (of[number] as number) + 1;
  }
  return {
    looked,
    independent: numbers.length - nodes + 1,
    all,
    of,
    each(tell) {
      const add = (way: readonly number[], from: number) => tell({ from, edges: way, ...addUp(network, way, from) });
      each(add);
      for (const { way, from } of longer) add(way, from);
    },
  };
}

/** Loops through outliers, and those of what is left: what shows that they do not fit, and what checks the rest. */
export function loopsBeside(network: Network, before: LoopsOf, outliers: ReadonlySet<number>): LoopsOf {
  if (outliers.size === 0) return before;
  const rest = loopsOf(
    network,
    [...network.edges.keys()].filter((number) => !outliers.has(number)),
  );
  const through = (tell: (loop: FoundLoop) => void) =>
    before.each((loop) => {
      if (loop.edges.some((number) => outliers.has(number))) tell(loop);
    });
  const of = rest.of.slice();
  let looked = rest.looked;
  through(({ edges }) => {
    looked++;
    for (const number of edges) of[number] = (of[number] as number) + 1;
  });
  return {
    looked,
    independent: before.independent,
    all: before.all && rest.all,
    of,
    each(tell) {
      rest.each(tell);
      through(tell);
    },
  };
}

/** For edges on loops that no short loop holds: the shortest through each, once. */
function longLoops(network: Network, numbers: readonly number[], of: Int32Array): { readonly way: number[]; readonly from: number }[] {
  const bare = onLoops(network, numbers).filter((number) => of[number] === 0);
  const held = new Set<number>();
  const loops: { readonly way: number[]; readonly from: number }[] = [];
  for (const number of bare.sort((a, b) => a - b)) {
    if (held.has(number)) continue;
    const { a, b } = network.edges[number] as Edge;
    const back = fewest(network, numbers, number, b, a);
    const way = [number, ...back];
    for (const one of way) held.add(one);
    loops.push({ way, from: a });
  }
  return loops;
}

/** The way by the fewest edges from one node to another, not by one edge. */
function fewest({ nodes, edges }: Network, numbers: readonly number[], not: number, from: number, to: number): number[] {
  const at: number[][] = Array.from({ length: nodes }, () => []);
  for (const number of numbers) {
    if (number === not) continue;
    const { a, b } = edges[number] as Edge;
    at[a]?.push(number);
    at[b]?.push(number);
  }
  const by = new Int32Array(nodes).fill(-1);
  const queue = [from];
  const other = (number: number, node: number) =>
    (edges[number] as Edge).a === node ? (edges[number] as Edge).b : (edges[number] as Edge).a;
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    if (node === to) break;
    for (const number of at[node] as number[]) {
      const next = other(number, node);
      if (next === from || by[next] !== -1) continue;
      by[next] = number;
      queue.push(next);
    }
  }
  const way: number[] = [];
  for (let node = to; node !== from; node = other(way.at(-1) as number, node)) way.push(by[node] as number);
  return way.reverse();
}
