/** Sets of moments as closed intervals of whole milliseconds since 1970, sorted, apart from each other by at least one. */

/** First and last moment, both included. */
export type Interval = readonly [from: number, to: number];
export type Moments = readonly Interval[];

/** Sorted and joined where they overlap or follow on each other; empty ones (to before from) are left out. */
export function momentsOf(intervals: Iterable<Interval>): Moments {
  const sorted = [...intervals].filter(([from, to]) => from <= to).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The first interval that does not end before `at`; undefined when all do. */
export function intervalFrom(moments: Moments, at: number): Interval | undefined {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as Interval)[1] < at) low = middle + 1;
    else high = middle;
  }
  return moments[low];
}

/** The first moment of the set that is not before `at`; undefined when there is none. */
export function firstFrom(moments: Moments, at: number): number | undefined {
  const found = intervalFrom(moments, at);
  return found === undefined ? undefined : Math.max(at, found[0]);
}

/** The last moment of the set that is not after `at`; undefined when there is none. */
export function lastUntil(moments: Moments, at: number): number | undefined {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as Interval)[0] <= at) low = middle + 1;
    else high = middle;
  }
  const found = moments[low - 1];
  return found === undefined ? undefined : Math.min(at, found[1]);
}

/** Every interval longer by `by` at both ends; negative narrows, and a single moment or what would turn empty stays as it is. */
export function widened(moments: Moments, by: number): Moments {
  return momentsOf(
    moments.map(([from, to]): Interval => (to - from + 2 * by < 0 || (by < 0 && from === to) ? [from, to] : [from - by, to + by])),
  );
}
