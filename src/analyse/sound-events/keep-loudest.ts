/** Keeps what counts most of a stream of things, within a bound. */
export interface Keeping<T> {
  add(one: T): void;
  /** In no order. */
  kept(): readonly T[];
  /** How many had to go. */
  left(): number;
}

export function keepLoudest<T>(most: number, weight: (one: T) => number): Keeping<T> {
  let all: T[] = [];
  let left = 0;
  /** Twice as many are held before the least go: sorting is rare then. */
  const trim = () => {
    if (all.length <= most) return;
    left += all.length - most;
    all = all.toSorted((one, other) => weight(other) - weight(one)).slice(0, most);
  };
  return {
    add(one) {
      all.push(one);
      if (all.length >= 2 * most) trim();
    },
    kept() {
      trim();
      return all;
    },
    left: () => left,
  };
}
