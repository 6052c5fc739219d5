/**
 * How much there is in a picture for a PDQ hash to hold on to, 0 to 100: steps between neighbours of the shrunk picture,
 * each cut to whole percent, added up and divided by 90. Black, flat and blurred pictures score low, and so does their hash's worth.
 */
import { shrunkSide } from "./tent-weights.ts";

const perQuality = 90;

export function qualityOf(shrunk: Float64Array): number {
  let sum = 0;
  for (let y = 0; y < shrunkSide; y += 1) {
    const row = y * shrunkSide;
    for (let x = 0; x < shrunkSide; x += 1) {
      const here = shrunk[row + x] as number;
      if (x + 1 < shrunkSide) sum += percentStep(here - (shrunk[row + x + 1] as number));
      if (y + 1 < shrunkSide) sum += percentStep(here - (shrunk[row + shrunkSide + x] as number));
    }
  }
  return Math.min(100, Math.floor(sum / perQuality));
}

function percentStep(difference: number): number {
  const percent = (difference * 100) / 255;
  // Cut towards zero, as the published sum does: noise below one percent counts nothing.
  return percent < 0 ? -percent | 0 : percent | 0;
}
