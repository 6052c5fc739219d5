/** Lowest and highest of 16-bit samples per bin, as signed bytes, from chunks that may end inside a sample. */
export interface Peaks {
  add(chunk: Buffer): void;
  samples(): number;
  /** Pairs of lowest and highest, -128..127; rounded outward, so that the faintest sound is not drawn as silence. */
  values(): number[];
}

/** Bins beyond `mostBins` are left out: a stream that gives far more sound than its packets promise. */
export function createPeaks(samplesPerBin: number, mostBins: number): Peaks {
  const values: number[] = [];
  let odd: number | undefined;
  let samples = 0;
  let low = 0;
  let high = 0;
  let filled = 0;

  const take = (sample: number) => {
    if (filled === 0) low = high = sample;
    else if (sample < low) low = sample;
    else if (sample > high) high = sample;
    samples++;
    if (++filled < samplesPerBin) return;
    push();
  };
  const push = () => {
    if (values.length < mostBins * 2) values.push(low >> 8, Math.min(127, Math.ceil(high / 256)));
    filled = 0;
  };

  return {
    add(chunk) {
      let at = 0;
      if (odd !== undefined && chunk.length > 0) {
        take((((chunk[0] as number) << 24) >> 16) | odd);
        at = 1;
        odd = undefined;
      }
      for (; at + 1 < chunk.length; at += 2) take((((chunk[at + 1] as number) << 24) >> 16) | (chunk[at] as number));
      if (at < chunk.length) odd = chunk[at] as number;
    },
    samples: () => samples,
    values: () => {
      if (filled > 0) push();
      return values;
    },
  };
}
