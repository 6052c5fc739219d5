/**
 * How the waveforms of two sounds agree along a line: windows of both, each turned to its phases alone (PHAT: Knapp and Carter, The
 * generalized correlation method for estimation of time delay, IEEE Trans. ASSP 24, 1976) and correlated a quarter of a second either
 * way. Loudness, timbre and the shape of a microphone do not enter; common noise does not arise, since each has its own.
 */
import { type ClockLine, onA, onB } from "./clock-line.ts";
import { sampleOfCode } from "./companding.ts";
import { complexFft } from "./complex-fft.ts";
import { rate, type SoundFeatures } from "./sound-features.ts";

export interface PhaseWindow {
  /** Seconds from b's first sample, of the window's middle. */
  readonly atB: number;
  /** Seconds from a's first sample that `atB` would be at a lag of nothing: where the window of a was cut. */
  readonly atA: number;
  /** Agreement at lags from -`reach` to `reach` samples: a later than the line says by so much. 1 is the same sound throughout. */
  readonly agreement: Float32Array;
  /** What lags that fit nothing give. */
  readonly usual: number;
}

/** Samples either way that are looked at: more than coarse places err and than sound travels between two phones of one event. */
export const reach = 2000;
/** Tones that are compared: below lies wind and mains, above nothing that coders keep. */
const lowestHz = 120;
const highestHz = 3800;
/** A gap of digital silence, or nearly: agreement there says nothing. */
const leastSounding = 0.25;

/** Window of a sound's samples round a place, `step` of its samples from one to the next; false where it is mostly silence. */
function cut(sound: SoundFeatures, middle: number, step: number, shape: Float32Array, out: Float32Array): boolean {
  const { codes } = sound;
  const n = shape.length;
  let sounding = 0;
  if (step === 1) {
    const from = Math.round(middle) - n / 2;
    for (let i = 0; i < n; i++) {
      const sample = sampleOfCode[codes[from + i] ?? 128]!;
      if (sample !== 0) sounding++;
      out[i] = sample * shape[i]!;
    }
  } else {
    for (let i = 0; i < n; i++) {
      const at = middle + (i - n / 2) * step;
      const whole = Math.floor(at);
      const f = at - whole;
      const p = sampleOfCode[codes[whole - 1] ?? 128]!;
      const q = sampleOfCode[codes[whole] ?? 128]!;
      const r = sampleOfCode[codes[whole + 1] ?? 128]!;
      const s = sampleOfCode[codes[whole + 2] ?? 128]!;
      const sample = q + 0.5 * f * (r - p + f * (2 * p - 5 * q + 4 * r - s + f * (3 * (q - r) + s - p)));
      if (sample !== 0) sounding++;
      out[i] = sample * shape[i]!;
    }
  }
  return sounding >= leastSounding * n;
}

/** Speeds nearer to 1 than this move nothing within a window. */
const sameSpeed = 4e-5;

/** One window for each place on b; places where either is silent are left out. `length` is a power of two. */
export function phaseWindows(
  a: SoundFeatures,
  b: SoundFeatures,
  line: ClockLine,
  placesB: readonly number[],
  length: number,
): PhaseWindow[] {
  const shape = windowShape(length);
  const fft = complexFft(length);
  const [xr, xi, gr, gi] = scratch(length);
  const [low, high] = [Math.ceil((lowestHz * length) / rate), Math.floor((highestHz * length) / rate)];
  const windows: PhaseWindow[] = [];
  let waiting: { atA: number; atB: number } | undefined;
  const turnBack = (two: readonly { atA: number; atB: number }[]) => {
    fft.inverse(gr, gi);
    two.forEach((place, n) => windows.push(windowOf(place, n === 0 ? gr : gi, length, 2 * (high - low + 1))));
    gr.fill(0);
    gi.fill(0);
  };
  gr.fill(0);
  gi.fill(0);
  for (const placeB of placesB) {
    const resampled = Math.abs(line.rate - 1) > sameSpeed;
    const middleA = Math.round(onA(line, placeB) * rate);
    const middleB = resampled ? onB(line, middleA / rate) * rate : Math.round(onB(line, middleA / rate) * rate);
    if (!cut(a, middleA, 1, shape, xr) || !cut(b, middleB, resampled ? 1 / line.rate : 1, shape, xi)) continue;
    fft.forward(xr, xi);
    // Both spectra out of one transform; then the phases of their product. Two windows are turned back at a time, the second times i.
    const second = waiting !== undefined;
    const scale = weigh(xr, xi, length, low, high);
    for (let k = low; k <= high; k++) {
      const m = length - k;
      const ar = xr[k]! + xr[m]!;
      const ai = xi[k]! - xi[m]!;
      const br = xi[k]! + xi[m]!;
      const bi = xr[m]! - xr[k]!;
      const factor = scale[k]!;
      const pr = (ar * br + ai * bi) * factor;
      const pi = (ai * br - ar * bi) * factor;
      if (second) {
        gr[k]! -= pi;
        gi[k]! += pr;
        gr[m]! += pi;
        gi[m]! += pr;
      } else {
        gr[k] = pr;
        gi[k] = pi;
        gr[m] = pr;
        gi[m] = -pi;
      }
    }
    const place = { atA: middleA / rate, atB: middleB / rate };
    if (waiting === undefined) waiting = place;
    else {
      turnBack([waiting, place]);
      waiting = undefined;
    }
  }
  if (waiting !== undefined) turnBack([waiting]);
  return windows;
}

function windowOf({ atA, atB }: { atA: number; atB: number }, circle: Float32Array, length: number, bins: number): PhaseWindow {
  const most = Math.min(reach, length / 4);
  const agreement = new Float32Array(2 * most + 1);
  let sum = 0;
  for (let lag = -most; lag <= most; lag++) {
    const value = circle[lag < 0 ? lag + length : lag]! / bins;
    agreement[lag + most] = value;
    sum += value * value;
  }
  // The bell shape of the window leaves neighbouring tones alike: half as many are independent.
  const usual = Math.max(Math.sqrt(sum / agreement.length), Math.sqrt(2 / bins));
  return { atA, atB, agreement, usual };
}

const shapes = new Map<number, Float32Array>();
function windowShape(length: number): Float32Array {
  let shape = shapes.get(length);
  if (shape === undefined)
    shapes.set(length, (shape = Float32Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length))));
  return shape;
}
const scratches = new Map<number, readonly [Float32Array, Float32Array, Float32Array, Float32Array]>();
function scratch(length: number): readonly [Float32Array, Float32Array, Float32Array, Float32Array] {
  let four = scratches.get(length);
  if (four === undefined) {
    const one = () => new Float32Array(length);
    scratches.set(length, (four = [one(), one(), one(), one()]));
  }
  return four;
}

/** Bins either way whose mean is what is usual at a tone; and how far above it a tone may count. */
const usualReach = 24;
const mostTimesUsual = 4;
const sizesA = new Float32Array(16_384);
const sizesB = new Float32Array(16_384);
const scales = new Float32Array(16_384);

/**
 * What the product of two bins is multiplied by. A bin that stands above its neighbours in both sounds is likelier to be sound than
 * noise, so the phase of each counts by the root of how far it stands out in both; all bins together count 1.
 */
function weigh(xr: Float32Array, xi: Float32Array, length: number, low: number, high: number): Float32Array {
  for (let k = low; k <= high; k++) {
    const m = length - k;
    const ar = xr[k]! + xr[m]!;
    const ai = xi[k]! - xi[m]!;
    const br = xi[k]! + xi[m]!;
    const bi = xr[m]! - xr[k]!;
    sizesA[k] = Math.sqrt(ar * ar + ai * ai) + 1e-12;
    sizesB[k] = Math.sqrt(br * br + bi * bi) + 1e-12;
  }
  let sumA = 0;
  let sumB = 0;
  let count = 0;
  let total = 0;
  for (let k = low; k < low + usualReach; k++) {
    sumA += sizesA[k]!;
    sumB += sizesB[k]!;
    count++;
  }
  for (let k = low; k <= high; k++) {
    if (k + usualReach <= high) {
      sumA += sizesA[k + usualReach]!;
      sumB += sizesB[k + usualReach]!;
      count++;
    }
    if (k - usualReach - 1 >= low) {
      sumA -= sizesA[k - usualReach - 1]!;
      sumB -= sizesB[k - usualReach - 1]!;
      count--;
    }
    const sizeA = sizesA[k]!;
    const sizeB = sizesB[k]!;
    const outA = Math.min(mostTimesUsual, (sizeA * count) / sumA);
    const outB = Math.min(mostTimesUsual, (sizeB * count) / sumB);
    const weight = Math.sqrt(Math.max(0, outA * outB));
    total += weight;
    scales[k] = weight / (sizeA * sizeB);
  }
  const all = (high - low + 1) / total;
  for (let k = low; k <= high; k++) scales[k]! *= all;
  return scales;
}
