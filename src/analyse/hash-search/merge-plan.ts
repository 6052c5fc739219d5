/**
 * Which segments become one. Sizes fall into tiers a factor of four apart; four of a tier become one of the next, so that a
 * row is written at most once a tier (six times up to a million rows) and a search meets few segments.
 */

const fanIn = 4;
const leastRows = 1024;
/** A segment this large stays as it is, so that none has more than four million: 150 MB, what an erasure may have to write again. */
const mostRows = 1 << 20;

const tierOf = (rows: number): number => Math.max(0, Math.floor(Math.log(Math.max(1, rows) / leastRows) / Math.log(fanIn)));

/** Places in the list of segments whose rows to put together, or undefined when it is well as it is. */
export function planMerge(rows: readonly number[]): readonly number[] | undefined {
  const tiers = Map.groupBy(rows.keys(), (at) => tierOf(rows[at] ?? 0));
  for (const [tier, places] of [...tiers].toSorted(([a], [b]) => a - b))
    if (places.length >= fanIn && tier < tierOf(mostRows)) return places.slice(0, fanIn);
  return undefined;
}
