/** Which texts hang together. Joining and finding take nearly no time (union by size, halved paths: Tarjan 1975). */

export interface Components {
  find(one: number): number;
  /** Gives the name of what both are in now. */
  join(one: number, other: number): number;
}

export function createComponents(count: number): Components {
  const parent = Int32Array.from({ length: count }, (_, n) => n);
  const sizes = new Int32Array(count).fill(1);
  const find = (one: number): number => {
    let at = one;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  return {
    find,
    join(one, other) {
      let [large, small] = [find(one), find(other)];
      if (large === small) return large;
      if ((sizes[large] as number) < (sizes[small] as number)) [large, small] = [small, large];
      parent[small] = large;
      sizes[large] = (sizes[large] as number) + (sizes[small] as number);
      return large;
    },
  };
}
