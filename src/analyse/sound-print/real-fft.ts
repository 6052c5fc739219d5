/**
 * Power spectrum of a window of real samples: a radix-2 transform of half the length over even and odd samples taken as one
 * complex signal (Press et al., Numerical Recipes, 12.3). Tables are made once; nothing is allocated a window.
 */

export interface RealFft {
  readonly size: number;
  /** Writes size / 2 powers, of bins 0 to size / 2 - 1, into `power`. `samples` from `at` on is read through the window. */
  powerOf(samples: Float32Array, at: number, window: Float32Array, power: Float32Array): void;
}

export function createRealFft(size: number): RealFft {
  const half = size / 2;
  const bits = Math.log2(half);
  if (!Number.isInteger(bits) || half < 4) throw new RangeError(`expected a power of two of at least 8; found ${size}`);
  const reversed = new Uint32Array(half);
  for (let i = 0; i < half; i++) for (let bit = 0; bit < bits; bit++) if (i & (1 << bit)) reversed[i]! |= 1 << (bits - 1 - bit);
  // Twiddles of each stage one after the other, so that every stage reads them in order.
  const cos = new Float32Array(half);
  const sin = new Float32Array(half);
  for (let width = 1, at = 0; width < half; at += width, width *= 2) {
    for (let k = 0; k < width; k++) {
      cos[at + k] = Math.cos((-Math.PI * k) / width);
      sin[at + k] = Math.sin((-Math.PI * k) / width);
    }
  }
  const turnRe = Float32Array.from({ length: half }, (_, k) => Math.cos((-2 * Math.PI * k) / size));
  const turnIm = Float32Array.from({ length: half }, (_, k) => Math.sin((-2 * Math.PI * k) / size));
  const re = new Float32Array(half);
  const im = new Float32Array(half);

  function transform(): void {
    // The first two stages together need no multiplication.
    for (let i = 0; i < half; i += 4) {
      const [ar, ai, br, bi] = [re[i]! + re[i + 1]!, im[i]! + im[i + 1]!, re[i]! - re[i + 1]!, im[i]! - im[i + 1]!];
      const [cr, ci, dr, di] = [re[i + 2]! + re[i + 3]!, im[i + 2]! + im[i + 3]!, re[i + 2]! - re[i + 3]!, im[i + 2]! - im[i + 3]!];
      re[i] = ar + cr;
      im[i] = ai + ci;
      re[i + 2] = ar - cr;
      im[i + 2] = ai - ci;
      re[i + 1] = br + di;
      im[i + 1] = bi - dr;
      re[i + 3] = br - di;
      im[i + 3] = bi + dr;
    }
    for (let width = 4, table = 3; width < half; table += width, width *= 2) {
      for (let base = 0; base < half; base += 2 * width) {
        for (let k = 0; k < width; k++) {
          const low = base + k;
          const high = low + width;
          const c = cos[table + k]!;
          const s = sin[table + k]!;
          const hr = re[high]! * c - im[high]! * s;
          const hi = re[high]! * s + im[high]! * c;
          re[high] = re[low]! - hr;
          im[high] = im[low]! - hi;
          re[low] = re[low]! + hr;
          im[low] = im[low]! + hi;
        }
      }
    }
  }

  return {
    size,
    powerOf(samples, at, window, power) {
      for (let i = 0; i < half; i++) {
        const from = reversed[i]! * 2;
        re[i] = samples[at + from]! * window[from]!;
        im[i] = samples[at + from + 1]! * window[from + 1]!;
      }
      transform();
      const dc = re[0]! + im[0]!;
      power[0] = dc * dc;
      for (let k = 1; k < half; k++) {
        const mirror = half - k;
        const evenRe = (re[k]! + re[mirror]!) * 0.5;
        const evenIm = (im[k]! - im[mirror]!) * 0.5;
        const oddRe = (im[k]! + im[mirror]!) * 0.5;
        const oddIm = (re[mirror]! - re[k]!) * 0.5;
        const real = evenRe + oddRe * turnRe[k]! - oddIm * turnIm[k]!;
        const imaginary = evenIm + oddRe * turnIm[k]! + oddIm * turnRe[k]!;
        power[k] = real * real + imaginary * imaginary;
      }
    },
  };
}
