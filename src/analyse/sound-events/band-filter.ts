/** Band-pass of two poles (the cookbook form of Bristow-Johnson, peak gain 1), one sample at a time. */
export interface BandFilter {
  (sample: number): number;
}

export function createBandFilter(lowHz: number, highHz: number, rate: number): BandFilter {
  const centre = Math.sqrt(lowHz * highHz);
  const w = (2 * Math.PI * centre) / rate;
  const alpha = (Math.sin(w) * (highHz - lowHz)) / centre / 2;
  const a0 = 1 + alpha;
  const [b0, a1, a2] = [alpha / a0, (-2 * Math.cos(w)) / a0, (1 - alpha) / a0];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (sample) => {
    const out = b0 * (sample - x2) - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = sample;
    y2 = y1;
    y1 = out;
    return out;
  };
}
