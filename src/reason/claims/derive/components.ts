/** Strongly connected components (Tarjan 1972), without recursion: a chain of restatements may be long. */

/** Components of more than one node, and single nodes that lead to themselves; each in the order of the nodes. */
export function circlesIn<T>(nodes: readonly T[], next: (node: T) => readonly T[]): T[][] {
  const order = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found: T[][] = [];
  for (const start of nodes) {
    if (order.has(start)) continue;
    const path: { readonly node: T; readonly ahead: readonly T[]; at: number }[] = [];
    const enter = (node: T) => {
      order.set(node, order.size);
      lowest.set(node, order.size - 1);
      open.push(node);
      isOpen.add(node);
      path.push({ node, ahead: next(node), at: 0 });
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node } = step;
      const ahead = step.ahead[step.at++];
      if (ahead !== undefined) {
        if (!order.has(ahead)) enter(ahead);
        else if (isOpen.has(ahead)) lowest.set(node, Math.min(lowest.get(node) as number, order.get(ahead) as number));
        continue;
      }
      path.pop();
      const before = path.at(-1)?.node;
      if (before !== undefined) lowest.set(before, Math.min(lowest.get(before) as number, lowest.get(node) as number));
      if (lowest.get(node) !== order.get(node)) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) isOpen.delete(member);
      if (members.length > 1 || next(node).includes(node)) found.push(members);
    }
  }
  const places = new Map(nodes.map((node, at) => [node, at]));
  const place = (node: T) => places.get(node) ?? 0;
  return found.map((members) => members.toSorted((a, b) => place(a) - place(b))).toSorted((a, b) => place(a[0] as T) - place(b[0] as T));
}
