/**
 * Lines of any speed near 1 on which stretches of one sound agree with the other: each stretch is correlated with the whole of the other
 * sound, and scores are added along every line up to 1.2 % either way.
 */
import { addAlongLines, bestLine, type Column } from "./add-along-lines.ts";
import type { ClockLine } from "./clock-line.ts";
import { correlate, normalise, peaksOf } from "./coarse-offsets.ts";
import { powerOfTwo } from "./complex-fft.ts";
import { fastStepS, type PreparedSound, type Spectrum, slowStepS, spectrumBytes, spectrumOf } from "./prepared-sound.ts";
import type { Effort } from "./effort.ts";
import { bands } from "./sound-features.ts";

export interface DriftLine {
  readonly line: ClockLine;
  readonly score: number;
  /** How far the rate may be off, seconds a second. */
  readonly slopes: number;
}

/** Seconds of a stretch: long enough to be found, short enough that half a percent blurs it by two frames. */
const stretchS = 16;
const shortestS = 6;
/** A stretch that agrees loudly counts for so much at most. */
const mostOfOne = 7;

/** Stretches are taken of the shorter sound. */
export function driftLines(a: PreparedSound, b: PreparedSound, most: number, effort: Effort): readonly DriftLine[] {
  if (b.slow.frames <= a.slow.frames) return linesOf(a, b, most, effort);
  return linesOf(b, a, most, effort).map(({ line, score, slopes }) => ({
    line: { a: line.b, b: line.a, rate: 1 / line.rate },
    score,
    slopes,
  }));
}

function linesOf(a: PreparedSound, b: PreparedSound, most: number, effort: Effort): readonly DriftLine[] {
  const [na, nb] = [a.slow.frames, b.slow.frames];
  const length = Math.round(Math.min(stretchS, Math.max(shortestS, (nb * slowStepS) / 4)) / slowStepS);
  if (nb < 2 * length || na < length) return [];
  const count = Math.min(effort.stretches, Math.floor((2 * (nb - length)) / length) + 1);
  const size = powerOfTwo(na + length);
  const whole = a.spectrum("slow", size);
  const half = length >> 1;
  const columns: Column[] = Array.from(stretchesOfSound(b, length, count, size), ({ from, spectrum }) => {
    const { re } = correlate(whole, spectrum, size);
    // Place of the stretch's beginning on a, from half a stretch before a's beginning; as the place that b's beginning would have.
    const scores = new Float32Array(na + nb);
    for (let place = -half; place < na - half; place++) scores[place + nb - from] = re[place < 0 ? place + size : place]!;
    const used = [nb - from - half, nb - from + na - half] as const;
    const held = scores.subarray(...used);
    normalise(held);
    for (let i = 0; i < held.length; i++) held[i] = Math.max(-2, Math.min(mostOfOne, held[i]!));
    return { at: from + length / 2, scores, used };
  });
  const middle = nb / 2;
  const tops = new Float32Array(na + nb);
  const rates = new Float32Array(na + nb);
  addAlongLines(columns, { middle, slopes: effort.farthestRate }, (sums, slope) => {
    for (let i = 0; i < sums.length; i++) {
      if (sums[i]! <= tops[i]!) continue;
      tops[i] = sums[i]!;
      rates[i] = slope;
    }
  });
  return peaksOf(tops, Math.round(0.5 / slowStepS), most).flatMap(({ at, score }) => {
    if (score / Math.sqrt(count) < effort.leastDriftScore) return [];
    const rate = 1 + rates[Math.round(at)]!;
    const rough = { b: middle * slowStepS, a: (at - nb + middle) * slowStepS, rate };
    const line = refine(a, b, rough);
    return line === undefined ? [] : [{ ...line, score: score / Math.sqrt(count) }];
  });
}

/** Bytes of stretches that are kept for the next sound that this one is held against; others are made one at a time. */
const mostKept = 8 * 1024 * 1024;
interface Stretches {
  readonly key: string;
  readonly all: readonly SoundStretch[];
}
interface SoundStretch {
  readonly from: number;
  readonly spectrum: Spectrum;
}
const kept = new WeakMap<PreparedSound, Stretches>();

function stretchesOfSound(b: PreparedSound, length: number, count: number, size: number): Iterable<SoundStretch> {
  const key = `${length} ${count} ${size}`;
  const before = kept.get(b);
  if (before?.key === key) return before.all;
  const made = madeStretches(b, length, count, size);
  if (count * spectrumBytes(size) > mostKept) return made;
  const all = [...made];
  kept.set(b, { key, all });
  return all;
}

function* madeStretches(b: PreparedSound, length: number, count: number, size: number): Generator<SoundStretch> {
  for (let n = 0; n < count; n++) {
    const from = count === 1 ? 0 : Math.round((n * (b.slow.frames - length)) / (count - 1));
    yield { from, spectrum: spectrumOf(b.slow, from, from + length, size) };
  }
}

/** Seconds of a part, and frames either way that it is moved by. */
const partS = 8;
const moved = 24;
/** Places between two frames. */
const between = 4;
/** How far the rate of the rough line may be off: a slow frame over half of what is shared, at most this. */
const mostOff = 0.004;

/** By every frame: parts of b along the line, each moved to and fro. */
function refine(a: PreparedSound, b: PreparedSound, line: ClockLine): { readonly line: ClockLine; readonly slopes: number } | undefined {
  const [fa, fb] = [a.fast, b.fast];
  const length = Math.round(partS / fastStepS);
  const columns: Column[] = [];
  for (let from = 0; from + length <= fb.frames; from += length) {
    const start = (line.a + (from * fastStepS - line.b) * line.rate) / fastStepS;
    if (start - moved < 0 || start + length * line.rate + moved >= fa.frames) continue;
    const scores = new Float32Array(2 * moved + 1);
    for (let band = 0; band < bands; band++) {
      const [xa, xb] = [fa.bands[band]!, fb.bands[band]!];
      for (let i = 0; i < length; i++) {
        const value = xb[from + i]!;
        if (value === 0) continue;
        const place = Math.round(start + i * line.rate) - moved;
        for (let k = 0; k <= 2 * moved; k++) scores[k]! += value * xa[place + k]!;
      }
    }
    normalise(scores);
    columns.push({ at: (from + length / 2) * between, scores: finer(scores) });
  }
  if (columns.length < 2) return undefined;
  const middle = columns.reduce((sum, { at }) => sum + at, 0) / columns.length;
  const half = Math.max(...columns.map(({ at }) => Math.abs(at - middle)));
  const { place, slope } = bestLine(columns, { middle, slopes: Math.min(mostOff, (moved * between) / 2 / half) });
  const atB = (middle / between) * fastStepS;
  return {
    line: { b: atB, a: line.a + (atB - line.b) * line.rate + (place / between - moved) * fastStepS, rate: line.rate + slope },
    slopes: Math.min(mostOff, between / half),
  };
}

/** Scores at places between frames, by straight lines: a part tells its place to a fraction of a frame. */
function finer(scores: Float32Array): Float32Array {
  const out = new Float32Array((scores.length - 1) * between + 1);
  for (let i = 0; i < out.length; i++) {
    const k = Math.floor(i / between);
    const f = i / between - k;
    out[i] = Math.min(mostOfOne, scores[k]! + f * ((scores[k + 1] ?? 0) - scores[k]!));
  }
  return out;
}
