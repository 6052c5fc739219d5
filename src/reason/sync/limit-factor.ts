/**
 * By how much a 95 % limit is widened because many are looked at. One loop alone has its limit, so that 5 in 100 faultless loops miss it; of
 * many, all together are to miss in 1 of 100 faultless groups (Bonferroni), or large groups would hardly ever agree.
 */
export function limitFactor(looked: number): number {
  return looked <= 1 ? 1 : upperNormal(0.005 / looked) / 1.959964;
}

/** The value that a normal variable exceeds with so small a chance; Abramowitz and Stegun 26.2.23, off by less than 0.00045. */
function upperNormal(chance: number): number {
  const t = Math.sqrt(-2 * Math.log(chance));
  return t - (2.515517 + 0.802853 * t + 0.010328 * t ** 2) / (1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3);
}
