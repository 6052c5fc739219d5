/** Correlation of two curves at every shift of one over the other, each by what they share there: by a Fourier transform (Press et al., Numerical Recipes, 13.2). */
import { complexFft, powerOfTwo } from "../sync-sound/complex-fft.ts";

export interface Correlation {
  /** Shift of the first entry: b's sample 0 lies on a's sample `firstLag`. */
  readonly firstLag: number;
  /** -1 to 1; 0 where they share fewer than the least. */
  readonly values: Float64Array;
}

export function correlate(a: Float64Array, b: Float64Array, leastShared: number): Correlation {
  const fft = complexFft(powerOfTwo(a.length + b.length));
  const { size } = fft;
  const re = new Float32Array(size);
  const im = new Float32Array(size);
  // Both real curves go through one transform: a as the real part, b as the imaginary one.
  re.set(a);
  im.set(b);
  fft.forward(re, im);
  const productRe = new Float32Array(size);
  const productIm = new Float32Array(size);
  for (let k = 0; k < size; k++) {
    const mirror = (size - k) % size;
    const [ar, ai] = [(re[k]! + re[mirror]!) / 2, (im[k]! - im[mirror]!) / 2];
    const [br, bi] = [(im[k]! + im[mirror]!) / 2, (re[mirror]! - re[k]!) / 2];
    productRe[k] = ar * br + ai * bi;
    productIm[k] = ai * br - ar * bi;
  }
  fft.inverse(productRe, productIm);
  const firstLag = 1 - b.length;
  const [powerA, powerB] = [powerUpTo(a), powerUpTo(b)];
  const values = Float64Array.from({ length: a.length + b.length - 1 }, (_, n) => {
    const lag = firstLag + n;
    const from = Math.max(0, lag);
    const to = Math.min(a.length, lag + b.length);
    if (to - from < leastShared) return 0;
    const power = (powerA[to]! - powerA[from]!) * (powerB[to - lag]! - powerB[from - lag]!);
    return power <= 0 ? 0 : productRe[(lag + size) % size]! / size / Math.sqrt(power);
  });
  return { firstLag, values };
}

function powerUpTo(curve: Float64Array): Float64Array {
  const sums = new Float64Array(curve.length + 1);
  for (let n = 0; n < curve.length; n++) sums[n + 1] = sums[n]! + curve[n]! ** 2;
  return sums;
}
