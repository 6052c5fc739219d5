/**
 * Where in a stretch of samples something begins: the place that splits it best into two stretches of different power, by Akaike's
 * criterion (Maeda 1985, as used for arrivals in seismology). No threshold is involved, so that a louder sound is not found earlier.
 */

/** A place in `samples`, 1 to length - 1. */
export function pickOnset(samples: Float32Array): number {
  const count = samples.length;
  const power = new Float64Array(count + 1);
  for (let n = 0; n < count; n++) power[n + 1] = power[n]! + samples[n]! ** 2;
  const total = power[count]!;
  // Digital silence has no logarithm.
  const least = 1e-12;
  let best = { at: 1, value: Number.POSITIVE_INFINITY };
  const margin = Math.max(2, count >> 6);
  for (let k = margin; k < count - margin; k++) {
    const before = Math.max(least, power[k]! / k);
    const after = Math.max(least, (total - power[k]!) / (count - k));
    const value = k * Math.log(before) + (count - k) * Math.log(after);
    if (value < best.value) best = { at: k, value };
  }
  return best.at;
}
