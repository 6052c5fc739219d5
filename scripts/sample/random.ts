/**
 * Seeded random numbers. Each piece of the sample draws from its own named stream, so that
 * adding a draw in one piece does not change the bytes of another.
 */

export type Random = () => number;

/** Uniform numbers in [0, 1) from a seed and the name of the piece (mulberry32 over FNV-1a). */
export function randomStream(seed: number, name: string): Random {
  let state = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < name.length; i++) {
    state = Math.imul(state ^ name.charCodeAt(i), 0x01000193) >>> 0;
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A normal deviate (mean 0, deviation 1), by summing: good to about three deviations. */
export function bellCurve(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += random();
  return sum - 6;
}
