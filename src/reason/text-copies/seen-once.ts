/**
 * Whether a number came once or more often, in a bit or two for each: a counter that only ever says too much. What it calls
 * single is single for certain, and single features can never be shared; in a case most of them are.
 */

/** 2^27 counters of two bits: 32 MB, wrong for a fifth of the singles of a million posts, which then only take room. */
const counters = 2 ** 27;

export interface SeenOnce {
  note(value: number): void;
  /** True: came at most once. */
  isSingle(value: number): boolean;
}

export function createSeenOnce(size = counters): SeenOnce {
  const bits = new Uint32Array(size / 16);
  return {
    note(value) {
      const at = value % size;
      const shift = (at & 15) * 2;
      const word = bits[at >>> 4] as number;
      const count = (word >>> shift) & 3;
      if (count < 2) bits[at >>> 4] = word + 2 ** shift;
    },
    isSingle(value) {
      const at = value % size;
      return (((bits[at >>> 4] as number) >>> ((at & 15) * 2)) & 3) < 2;
    },
  };
}
