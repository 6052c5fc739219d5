/**
 * Where two sounds may agree, at one speed: their changes of loudness correlated at every offset at once, each offset measured against
 * how much the two would share there, so that two seconds at an edge can stand beside five minutes.
 */
import { complexFft, powerOfTwo } from "./complex-fft.ts";
import type { Onsets } from "./onsets.ts";
import { fastStepS, type PreparedSound, type Spectrum } from "./prepared-sound.ts";

export interface CoarseOffset {
  /** Seconds from a's first sample to the moment of b's first sample. */
  readonly lagS: number;
  /** In units of what lags that fit nothing give. */
  readonly score: number;
}

/** Shortest sound in common that is looked for. */
const leastSharedS = 1.6;
/** Two candidates lie at least so far apart. */
const apartS = 0.2;

export function coarseOffsets(a: PreparedSound, b: PreparedSound, most: number): readonly CoarseOffset[] {
  const [na, nb] = [a.fast.frames, b.fast.frames];
  const least = Math.ceil(leastSharedS / fastStepS);
  if (Math.min(na, nb) < least) return [];
  const size = powerOfTwo(na + nb - least);
  const { re } = correlate(a.spectrum("fast", size), b.spectrum("fast", size), size);
  const first = least - nb;
  const scores = new Float32Array(na - least - first + 1);
  for (let i = 0; i < scores.length; i++) {
    const lag = first + i;
    scores[i] = re[lag < 0 ? lag + size : lag]! / Math.sqrt(Math.max(least, sharedFrames(a.fast, b.fast, lag)));
  }
  normalise(scores);
  return peaksOf(scores, Math.round(apartS / fastStepS), most).map(({ at, score }) => ({ lagS: (first + at) * fastStepS, score }));
}

/** Sum over all bands of a's frames times b's, at every lag: place `lag` or, below zero, `lag + size`. The arrays are used again. */
export function correlate(a: Spectrum, b: Spectrum, size: number): { readonly re: Float32Array } {
  const { re, im } = room(size);
  re.fill(0);
  im.fill(0);
  for (let band = 0; band < a.re.length; band++) {
    const [ar, ai, br, bi] = [a.re[band]!, a.im[band]!, b.re[band]!, b.im[band]!];
    for (let k = 0; k < size; k++) {
      re[k]! += ar[k]! * br[k]! + ai[k]! * bi[k]!;
      im[k]! += ai[k]! * br[k]! - ar[k]! * bi[k]!;
    }
  }
  complexFft(size).inverse(re, im);
  return { re };
}

const rooms = new Map<number, { readonly re: Float32Array; readonly im: Float32Array }>();
function room(size: number): { readonly re: Float32Array; readonly im: Float32Array } {
  let found = rooms.get(size);
  if (found === undefined) rooms.set(size, (found = { re: new Float32Array(size), im: new Float32Array(size) }));
  return found;
}

/** Frames that both have at a lag and that hold sound in both, at most. */
function sharedFrames(a: Onsets, b: Onsets, lag: number): number {
  const [from, to] = [Math.max(0, lag), Math.min(a.frames, b.frames + lag)];
  return Math.min(a.sounding[to]! - a.sounding[from]!, b.sounding[to - lag]! - b.sounding[from - lag]!);
}

/** Brings scores to units of what is usual among them. */
export function normalise(scores: Float32Array): void {
  const usual = middleOfSome(scores) / 0.6745;
  if (usual > 0) for (let i = 0; i < scores.length; i++) scores[i]! /= usual;
}

/** Every seventh tells as much, and a middle is found without sorting (Hoare, Algorithm 65: FIND, CACM 4, 1961). */
function middleOfSome(scores: Float32Array): number {
  const some = new Float32Array(Math.ceil(scores.length / 7));
  for (let i = 0; i < some.length; i++) some[i] = Math.abs(scores[7 * i]!);
  const middle = some.length >> 1;
  let [low, high] = [0, some.length - 1];
  while (low < high) {
    const split = some[middle]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (some[i]! < split) i++;
      while (some[j]! > split) j--;
      if (i > j) break;
      const one = some[i]!;
      some[i++] = some[j]!;
      some[j--] = one;
    }
    if (j < middle) low = i;
    if (middle < i) high = j;
  }
  return some[middle] ?? 0;
}

/** Highest places, none within `apart` of a higher one; places between samples by a parabola. */
export function peaksOf(scores: Float32Array, apart: number, most: number): { at: number; score: number }[] {
  const found: { at: number; score: number }[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (found.length === most && score <= found[most - 1]!.score) continue;
    if (score < (scores[i - 1] ?? -Infinity) || score < (scores[i + 1] ?? -Infinity)) continue;
    const near = found.findIndex(({ at }) => Math.abs(at - i) <= apart);
    if (near >= 0) {
      if (found[near]!.score >= score) continue;
      found.splice(near, 1);
    }
    const place = found.findIndex((one) => one.score < score);
    found.splice(place < 0 ? found.length : place, 0, { at: i, score });
    if (found.length > most) found.pop();
  }
  return found.map(({ at, score }) => {
    const [before, after] = [scores[at - 1] ?? score, scores[at + 1] ?? score];
    const bend = before - 2 * score + after;
    return { at: at + (bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0), score };
  });
}
