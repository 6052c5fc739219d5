/**
 * Ways through a network that say something else than one of its edges, no two of them by a common edge. Whoever holds that the edge is
 * right must hold that each of them has a wrong one. Short ways first; not always as many as there are.
 */
import type { Edge, Network } from "./network.ts";
import { addUp } from "./loops.ts";

export function disjointWays(
  network: Network,
  rest: readonly number[],
  number: number,
  { factor, atMost }: { readonly factor: number; readonly atMost: number },
): number[][] {
  const { a, b } = network.edges[number] as Edge;
  const at: { readonly number: number; readonly to: number }[][] = Array.from({ length: network.nodes }, () => []);
  for (const one of rest) {
    const edge = network.edges[one] as Edge;
    at[edge.a]?.push({ number: one, to: edge.b });
    at[edge.b]?.push({ number: one, to: edge.a });
  }
  const gone = new Set<number>();
  const ways: number[][] = [];
  while (ways.length < atMost) {
    const way = shortest(at, gone, a, b);
    if (way === undefined) break;
    for (const one of way) gone.add(one);
    const { closure, limit } = addUp(network, [number, ...way], a);
    if (Math.abs(closure) > limit * factor) ways.push(way);
  }
  return ways;
}

/** By the fewest edges, from b back to a, so that with the edge itself it is a loop. */
function shortest(
  at: readonly (readonly { readonly number: number; readonly to: number }[])[],
  gone: ReadonlySet<number>,
  a: number,
  b: number,
): number[] | undefined {
  const from = new Map<number, { readonly node: number; readonly by: number }>([[a, { node: a, by: -1 }]]);
  const queue = [a];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    for (const { number, to } of at[node] ?? []) {
      if (gone.has(number) || from.has(to)) continue;
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
