/**
 * Votes of many marks for places on a plane of offset and speed, apart for each owner. Counters lie in one table by a hash:
 * two places that fall on one counter make somebody a candidate for nothing, and leave nobody out.
 */

export interface Votes {
  /** Counts for a cell and its neighbour before, so that half of each two votes for one place meet. */
  add(owner: number, offsetCell: number, speedCell: number): void;
  /** Calls `use` with the most votes that one place of an owner got, and with all of them. */
  eachOwner(use: (owner: number, most: number, all: number) => void): void;
  clear(): void;
}

const slots = 1 << 22;
/** Places that one vote counts for: at own speed, and with a speed. */
export const [cellsOfPlainVote, cellsOfBentVote] = [2, 4];

export function createVotes(): Votes {
  const counts = new Uint16Array(slots);
  const most = new Map<number, number>();
  const all = new Map<number, number>();

  function count(owner: number, offsetCell: number, speedCell: number): number {
    // Odd multipliers spread neighbours apart (Knuth, TAOCP 3, 6.4); the high bits are the mixed ones.
    const mixed = Math.imul(owner, 0x9e3779b1) ^ Math.imul(offsetCell, 0x85ebca6b) ^ Math.imul(speedCell, 0xc2b2ae35);
    const slot = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 10;
    const value = Math.min(65_535, counts[slot]! + 1);
    counts[slot] = value;
    return value;
  }

  return {
    add(owner, offsetCell, speedCell) {
      let value = Math.max(count(owner, offsetCell, speedCell), count(owner, offsetCell - 1, speedCell));
      if (speedCell > 0) value = Math.max(value, count(owner, offsetCell, speedCell - 1), count(owner, offsetCell - 1, speedCell - 1));
      if (value > (most.get(owner) ?? 0)) most.set(owner, value);
      all.set(owner, (all.get(owner) ?? 0) + 1);
    },
    eachOwner(use) {
      for (const [owner, value] of most) use(owner, value, all.get(owner) ?? 0);
    },
    clear() {
      counts.fill(0);
      most.clear();
      all.clear();
    },
  };
}
