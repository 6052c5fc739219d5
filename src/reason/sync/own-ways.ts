/**
 * Which of several edges that were taken out must be wrong. Each is given ways through the rest that say something else than it, no edge being
 * on two ways, also not on those of another. Whoever holds some of the taken edges to be right must hold that each of their ways has a wrong one:
 * where all have a way and one has two, that is a larger explanation than the one at hand, so that in every smallest one it is wrong. Edges
 * without a way could make up for others, and then one needs so many ways more.
 */
import { addUp } from "./loops.ts";
import type { Edge, Network } from "./network.ts";

export interface OwnWays {
  readonly named: readonly number[];
  /** All ways that were found. */
  readonly ways: readonly (readonly number[])[];
}

interface Step {
  readonly number: number;
  readonly to: number;
}

/** Short ways first; not always as many as there are, so that what is named is named rightly and some is not that could be. */
export function ownWays(network: Network, rest: readonly number[], taken: readonly number[], factor: number): OwnWays {
  const at: Step[][] = Array.from({ length: network.nodes }, () => []);
  for (const number of rest) {
    const { a, b } = network.edges[number] as Edge;
    at[a]?.push({ number, to: b });
    at[b]?.push({ number, to: a });
  }
  const used = new Set<number>();
  const counts = new Map(taken.map((number) => [number, 0]));
  const ways: (readonly number[])[] = [];
  const giveEach = (): void => {
    for (const number of taken) {
      const way = contradicting(network, at, used, number, factor);
      if (way === undefined) continue;
      for (const one of way) used.add(one);
      counts.set(number, (counts.get(number) as number) + 1);
      ways.push(way);
    }
  };
  giveEach();
  const without = [...counts.values()].filter((count) => count === 0).length;
  for (let round = 0; round < 1 + without; round++) giveEach();
  return { named: taken.filter((number) => (counts.get(number) as number) >= 2 + without), ways };
}

/** A way that is not used and says something else than the edge; undefined when none is found. */
function contradicting(
  network: Network,
  at: readonly (readonly Step[])[],
  used: ReadonlySet<number>,
  number: number,
  factor: number,
): readonly number[] | undefined {
  const { a, b } = network.edges[number] as Edge;
  const passed = new Set(used);
  for (;;) {
    const way = shortest(at, passed, a, b);
    if (way === undefined) return undefined;
    const { closure, limit } = addUp(network, [number, ...way], a);
    if (Math.abs(closure) > limit * factor) return way;
    for (const one of way) passed.add(one);
  }
}

/** By the fewest edges, from b back to a, so that with the edge itself it is a loop. */
function shortest(at: readonly (readonly Step[])[], passed: ReadonlySet<number>, a: number, b: number): number[] | undefined {
  const from = new Map<number, { readonly node: number; readonly by: number }>([[a, { node: a, by: -1 }]]);
  const queue = [a];
  for (const node of queue) {
    for (const { number, to } of at[node] as readonly Step[]) {
      if (passed.has(number) || from.has(to)) continue;
      from.set(to, { node, by: number });
      if (to !== b) {
        queue.push(to);
        continue;
      }
      const way: number[] = [];
      for (let back = b; back !== a;) {
        const step = from.get(back) as { readonly node: number; readonly by: number };
        way.push(step.by);
        back = step.node;
      }
      return way;
    }
  }
  return undefined;
}
