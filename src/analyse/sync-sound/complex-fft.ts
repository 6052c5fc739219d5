/**
 * Fast Fourier transform of complex signals in place, two stages of radix 2 at a time (Cooley and Tukey 1965; Press et al., Numerical
 * Recipes, 12.2). Tables are made once a size; nothing is allocated a call.
 */

export interface ComplexFft {
  readonly size: number;
  forward(re: Float32Array, im: Float32Array): void;
  /** Not divided by the size. */
  inverse(re: Float32Array, im: Float32Array): void;
}

const made = new Map<number, ComplexFft>();

/** One for each size, shared by all that ask. */
export function complexFft(size: number): ComplexFft {
  let fft = made.get(size);
  if (fft === undefined) made.set(size, (fft = create(size)));
  return fft;
}

/** The next power of two that is at least `length`. */
export const powerOfTwo = (length: number): number => 2 ** Math.max(3, Math.ceil(Math.log2(Math.max(1, length))));

function create(size: number): ComplexFft {
  const bits = Math.log2(size);
  if (!Number.isInteger(bits) || size < 8) throw new RangeError(`expected a power of two of at least 8; found ${size}`);
  const swaps = swapsOf(size, bits);
  const quarter = size >> 2;
  // cos and sin of -2 pi k / size for the first half turn.
  const cos = Float32Array.from({ length: size >> 1 }, (_, k) => Math.cos((-2 * Math.PI * k) / size));
  const sin = Float32Array.from({ length: size >> 1 }, (_, k) => Math.sin((-2 * Math.PI * k) / size));

  function forward(re: Float32Array, im: Float32Array): void {
    for (let i = 0; i < swaps.length; i += 2) {
      const [a, b] = [swaps[i]!, swaps[i + 1]!];
      const [r, m] = [re[a]!, im[a]!];
      re[a] = re[b]!;
      im[a] = im[b]!;
      re[b] = r;
      im[b] = m;
    }
    let width = 1;
    if (bits % 2 === 1) {
      for (let i = 0; i < size; i += 2) {
        const [r, m, s, n] = [re[i]!, im[i]!, re[i + 1]!, im[i + 1]!];
        re[i] = r + s;
        im[i] = m + n;
        re[i + 1] = r - s;
        im[i + 1] = m - n;
      }
      width = 2;
    }
    for (; width <= quarter; width *= 4) {
      const step = size / (4 * width);
      for (let base = 0; base < size; base += 4 * width) {
        for (let k = 0; k < width; k++) {
          const i0 = base + k;
          const i1 = i0 + width;
          const i2 = i1 + width;
          const i3 = i2 + width;
          const turn = k * step;
          const c2 = cos[turn]!;
          const s2 = sin[turn]!;
          const c1 = cos[2 * turn]!;
          const s1 = sin[2 * turn]!;
          const br = re[i1]! * c1 - im[i1]! * s1;
          const bi = re[i1]! * s1 + im[i1]! * c1;
          const dr = re[i3]! * c1 - im[i3]! * s1;
          const di = re[i3]! * s1 + im[i3]! * c1;
          const pr = re[i0]! + br;
          const pi = im[i0]! + bi;
          const qr = re[i0]! - br;
          const qi = im[i0]! - bi;
          const ur = re[i2]! + dr;
          const ui = im[i2]! + di;
          const vr = re[i2]! - dr;
          const vi = im[i2]! - di;
          const xr = ur * c2 - ui * s2;
          const xi = ur * s2 + ui * c2;
          // Turned by a further quarter: -i.
          const yr = vr * s2 + vi * c2;
          const yi = vi * s2 - vr * c2;
          re[i0] = pr + xr;
          im[i0] = pi + xi;
          re[i1] = qr + yr;
          im[i1] = qi + yi;
          re[i2] = pr - xr;
          im[i2] = pi - xi;
          re[i3] = qr - yr;
          im[i3] = qi - yi;
        }
      }
    }
  }
  // Swapping the parts before and after turns the one transform into the other.
  return { size, forward, inverse: (re, im) => forward(im, re) };
}

/** Pairs of places that bit reversal exchanges. */
function swapsOf(size: number, bits: number): Uint32Array {
  const pairs: number[] = [];
  for (let i = 0, j = 0; i < size; i++) {
    if (i < j) pairs.push(i, j);
    let bit = size >> 1;
    while (bit >= 1 && (j & bit) !== 0) {
      j ^= bit;
      bit >>= 1;
    }
    j |= bit;
  }
  if (bits < 1) throw new RangeError("expected a size");
  return Uint32Array.from(pairs);
}
