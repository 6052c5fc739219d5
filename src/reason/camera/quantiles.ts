/** How far 95 % of values lie when the scale of errors is itself known from a limited number of measurements. */

/**
 * Twice Fisher's F for 2 and `degrees`: the sum of two squares that 95 % stay below. 5.99 when the scale is known.
 * In closed form for a numerator of 2.
 */
export function squaresOfTwo(degrees: number): number {
  return degrees * (0.05 ** (-2 / degrees) - 1);
}

/** Student's t, two-sided 95 %, by the expansion of Abramowitz and Stegun 26.7.5 (off by less than 0.005 from 4 degrees on). */
export function studentT(degrees: number): number {
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  );
}
