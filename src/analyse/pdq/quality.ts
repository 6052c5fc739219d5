/**
 * How much there is in a picture for a PDQ hash to hold on to, 0 to 100: steps between neighbours of the shrunk picture,
 * each cut to whole percent, added up and divided by 90. Black, flat and blurred pictures score low, and so does their hash's worth.
 */
import { shrunkSide } from "./tent-weights.ts";

const perQuality = 90;

/** `gain`: what a difference of luma has to be multiplied by where white is less than 255 above black. */
export function qualityOf(shrunk: Float64Array, gain = 1): number {
  // A hair more than 100 / 255, so that a step of exactly so many percent is not cut to one less; a division would take twice as long.
  const perStep = ((gain * 100) / 255) * (1 + 1e-12);
  let sum = 0;
  for (let n = 0; n + shrunkSide < shrunk.length; n += 1)
    sum += wholePercent(((shrunk[n] as number) - (shrunk[n + shrunkSide] as number)) * perStep);
  for (let row = 0; row < shrunk.length; row += shrunkSide) {
    let here = shrunk[row] as number;
    for (let n = row + 1; n < row + shrunkSide; n += 1) {
      const next = shrunk[n] as number;
      sum += wholePercent((here - next) * perStep);
      here = next;
    }
  }
  return Math.min(100, Math.floor(sum / perQuality));
}

/** Cut towards zero, as the published sum does: noise below one percent counts nothing. */
function wholePercent(percent: number): number {
  const whole = percent | 0;
  return whole < 0 ? -whole : whole;
}
