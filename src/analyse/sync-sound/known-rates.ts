/** Changes of speed that programs make, and what a measured rate is like. */

const known: readonly (readonly [words: string, rate: number])[] = [
  ["25 / 24 frames a second", 25 / 24],
  ["24 / 25 frames a second", 24 / 25],
  ["25 / 23.976 frames a second", 25 / (24 / 1.001)],
  ["23.976 / 25 frames a second", 24 / 1.001 / 25],
  ["24 / 23.976 frames a second", 1.001],
  ["23.976 / 24 frames a second", 1 / 1.001],
  ["25 / 29.97 frames a second", 25 / (30 / 1.001)],
  ["29.97 / 25 frames a second", 30 / 1.001 / 25],
  ["25 / 30 frames a second", 25 / 30],
  ["30 / 25 frames a second", 30 / 25],
];

/** Speeds that are tried when sounds fit at none near 1: the others lie within what is searched round these. */
export const triedSpeeds: readonly number[] = [25 / 24, 24 / 25, 30 / 1.001 / 25, 25 / (30 / 1.001)];

/** Recorders' own clocks are off by up to so much beside the change. */
const ownPpm = 60;

/** Which known change a rate is like, when it is like one and not like none. */
export function rateLike(ppm: number, plusMinusPpm: number): string | null {
  const off = (rate: number) => Math.abs((1 + ppm / 1e6) / rate - 1) * 1e6;
  const near = known.filter(([, rate]) => off(rate) <= ownPpm + plusMinusPpm).sort((x, y) => off(x[1]) - off(y[1]));
  if (Math.abs(ppm) <= ownPpm + plusMinusPpm || plusMinusPpm > 400) return null;
  return near[0]?.[0] ?? null;
}
