/** Events by distance, the nearest first: a binary heap. An event may be in it more than once. */
export class NearestFirst {
  private readonly heap: { readonly event: number; readonly distance: number }[] = [];

  put(event: number, distance: number): void {
    const { heap } = this;
    let at = heap.length;
    const one = { event, distance };
    heap.push(one);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as { event: number; distance: number };
      if (above.distance <= distance) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = one;
  }

  take(): { readonly event: number; readonly distance: number } | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      const right = heap[child + 1];
      if (right !== undefined && right.distance < (heap[child] as { distance: number }).distance) child++;
      const below = heap[child] as { event: number; distance: number };
      if (below.distance >= last.distance) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
