/**
 * Which links of a network lie on common loops: links of one block do, and a wrong one is seen only by the others of its block. After
 * R. Tarjan, "Depth-first search and linear graph algorithms" (1972), without recursion.
 */

export interface Link {
  readonly a: number;
  readonly b: number;
}

/** Links by their number; a block of a single link is a bridge: no loop holds it. */
export function blocksOf(nodes: number, links: readonly Link[]): number[][] {
  const at: { link: number; to: number }[][] = Array.from({ length: nodes }, () => []);
  for (const [link, { a, b }] of links.entries()) {
    (at[a] as { link: number; to: number }[]).push({ link, to: b });
    (at[b] as { link: number; to: number }[]).push({ link, to: a });
  }
  const seen = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const taken = new Uint8Array(links.length);
  const open: number[] = [];
  const blocks: number[][] = [];
  let count = 0;
  for (let root = 0; root < nodes; root++) {
    if (seen[root] !== 0) continue;
    seen[root] = low[root] = ++count;
    const way: { node: number; next: number; by: number }[] = [{ node: root, next: 0, by: -1 }];
    while (way.length > 0) {
      const here = way.at(-1) as (typeof way)[number];
      const step = at[here.node]?.[here.next++];
      if (step === undefined) {
        way.pop();
        const before = way.at(-1);
        if (before === undefined) continue;
        low[before.node] = Math.min(low[before.node] as number, low[here.node] as number);
        if ((low[here.node] as number) < (seen[before.node] as number)) continue;
        blocks.push(open.splice(open.lastIndexOf(here.by)).sort((x, y) => x - y));
      } else if (taken[step.link] === 0) {
        taken[step.link] = 1;
        open.push(step.link);
        if (seen[step.to] === 0) {
          seen[step.to] = low[step.to] = ++count;
          way.push({ node: step.to, next: 0, by: step.link });
        } else low[here.node] = Math.min(low[here.node] as number, seen[step.to] as number);
      }
    }
  }
  return blocks;
}

/** The parts of a network that are joined, as lists of nodes. */
export function partsOf(nodes: number, links: Iterable<Link>): number[][] {
  const over = Int32Array.from({ length: nodes }, (_, node) => node);
  const top = (node: number): number => {
    let found = node;
    while (over[found] !== found) found = over[found] = over[over[found] as number] as number;
    return found;
  };
  for (const { a, b } of links) {
    const [x, y] = [top(a), top(b)];
    if (x !== y) over[Math.max(x, y)] = Math.min(x, y);
  }
  const parts = new Map<number, number[]>();
  for (let node = 0; node < nodes; node++) {
    const part = parts.get(top(node));
    if (part === undefined) parts.set(top(node), [node]);
    else part.push(node);
  }
  return [...parts.values()];
}
