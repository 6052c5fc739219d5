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
  const swaps = swapsOf(size);
  const stages = stagesOf(size, bits);

  function forward(re: Float32Array, im: Float32Array): void {
    for (let i = 0; i < swaps.length; i += 2) {
      const a = swaps[i]!;
      const b = swaps[i + 1]!;
      const r = re[a]!;
      const m = im[a]!;
      re[a] = re[b]!;
      im[a] = im[b]!;
      re[b] = r;
      im[b] = m;
    }
    if (bits % 2 === 1) pairUp(re, im, size);
    for (const { width, turns } of stages) joinFour(re, im, size, width, turns);
  }
  // Swapping the parts before and after turns the one transform into the other.
  return { size, forward, inverse: (re, im) => forward(im, re) };
}

interface Stage {
  readonly width: number;
  /** cos and sin of both stages' turns, four numbers a place, so that they are read in order. */
  readonly turns: Float32Array;
}

function stagesOf(size: number, bits: number): Stage[] {
  const stages: Stage[] = [];
  for (let width = bits % 2 === 1 ? 2 : 1; width <= size >> 2; width *= 4) {
    const turns = Float32Array.from({ length: 4 * width }, (_, i) => {
      const turn = ((-2 * Math.PI * (i >> 2)) / (4 * width)) * (i % 4 < 2 ? 2 : 1);
      return i % 2 === 0 ? Math.cos(turn) : Math.sin(turn);
    });
    stages.push({ width, turns });
  }
  return stages;
}

function pairUp(re: Float32Array, im: Float32Array, size: number): void {
  for (let i = 0; i < size; i += 2) {
    const r = re[i]!;
    const m = im[i]!;
    const s = re[i + 1]!;
    const n = im[i + 1]!;
    re[i] = r + s;
    im[i] = m + n;
    re[i + 1] = r - s;
    im[i + 1] = m - n;
  }
}

function joinFour(re: Float32Array, im: Float32Array, size: number, width: number, turns: Float32Array): void {
  for (let base = 0; base < size; base += 4 * width) {
    for (let i0 = base, at = 0; i0 < base + width; i0++, at += 4) {
      const i1 = i0 + width;
      const i2 = i1 + width;
      const i3 = i2 + width;
      const c1 = turns[at]!;
      const s1 = turns[at + 1]!;
      const c2 = turns[at + 2]!;
      const s2 = turns[at + 3]!;
      const r1 = re[i1]!;
      const m1 = im[i1]!;
      const r3 = re[i3]!;
      const m3 = im[i3]!;
      const br = r1 * c1 - m1 * s1;
      const bi = r1 * s1 + m1 * c1;
      const dr = r3 * c1 - m3 * s1;
      const di = r3 * s1 + m3 * c1;
      const r0 = re[i0]!;
      const m0 = im[i0]!;
      const r2 = re[i2]!;
      const m2 = im[i2]!;
      const ur = r2 + dr;
      const ui = m2 + di;
      const vr = r2 - dr;
      const vi = m2 - di;
      const xr = ur * c2 - ui * s2;
      const xi = ur * s2 + ui * c2;
      // Turned by a further quarter: -i.
      const yr = vr * s2 + vi * c2;
      const yi = vi * s2 - vr * c2;
      re[i0] = r0 + br + xr;
      im[i0] = m0 + bi + xi;
      re[i1] = r0 - br + yr;
      im[i1] = m0 - bi + yi;
      re[i2] = r0 + br - xr;
      im[i2] = m0 + bi - xi;
      re[i3] = r0 - br - yr;
      im[i3] = m0 - bi - yi;
    }
  }
}

/** Pairs of places that bit reversal exchanges. */
function swapsOf(size: number): Uint32Array {
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
  return Uint32Array.from(pairs);
}
