/** Numbers by rank, the least first (a binary heap). */

export interface Heap {
  push(value: number, rank: number): void;
  pop(): { readonly value: number; readonly rank: number } | undefined;
}

export function createHeap(): Heap {
  const values: number[] = [];
  const ranks: number[] = [];
  const swap = (a: number, b: number) => {
    [values[a], values[b]] = [values[b] as number, values[a] as number];
    [ranks[a], ranks[b]] = [ranks[b] as number, ranks[a] as number];
  };
  const rank = (at: number) => ranks[at] ?? Infinity;
  return {
    push(value, own) {
      values.push(value);
      ranks.push(own);
      for (let at = values.length - 1; at > 0;) {
        const above = (at - 1) >> 1;
        if (rank(above) <= rank(at)) break;
        swap(above, at);
        at = above;
      }
    },
    pop() {
      const [value, own] = [values[0], ranks[0]];
      if (value === undefined || own === undefined) return undefined;
      const [last, lastRank] = [values.pop() as number, ranks.pop() as number];
      if (values.length > 0) {
        [values[0], ranks[0]] = [last, lastRank];
        for (let at = 0; ;) {
          const [left, right] = [2 * at + 1, 2 * at + 2];
          const least = rank(right) < rank(left) ? right : left;
          if (rank(least) >= rank(at)) break;
          swap(least, at);
          at = least;
        }
      }
      return { value, rank: own };
    },
  };
}
