/** Numbers by rank, the least first (a binary heap). */

export interface Heap {
  push(value: number, rank: number): void;
  pop(): { readonly value: number; readonly rank: number } | undefined;
}

export function createHeap(): Heap {
  // Two columns and a hole that moves: swapping pairs took three times as long.
  const values: number[] = [];
  const ranks: number[] = [];
  const put = (at: number, value: number, rank: number): void => {
    values[at] = value;
    ranks[at] = rank;
  };
  return {
    push(value, rank) {
      let hole = values.length;
      while (hole > 0) {
        const above = (hole - 1) >> 1;
        if ((ranks[above] as number) <= rank) break;
        put(hole, values[above] as number, ranks[above] as number);
        hole = above;
      }
      put(hole, value, rank);
    },
    pop() {
      const value = values[0];
      const rank = ranks[0];
      const last = values.pop();
      const lastRank = ranks.pop();
      if (value === undefined || rank === undefined || last === undefined || lastRank === undefined) return undefined;
      const size = values.length;
      if (size > 0) {
        let hole = 0;
        for (;;) {
          let least = 2 * hole + 1;
          if (least >= size) break;
          if (least + 1 < size && (ranks[least + 1] as number) < (ranks[least] as number)) least += 1;
          if ((ranks[least] as number) >= lastRank) break;
          put(hole, values[least] as number, ranks[least] as number);
          hole = least;
        }
        put(hole, last, lastRank);
      }
      return { value, rank };
    },
  };
}
