/**
 * How loudness changes in each band from frame to frame, evened out so that a loud minute counts no more than a quiet one and a
 * single bang no more than three times what is usual.
 */
import { bands, framesPerSec } from "./sound-features.ts";

export interface Onsets {
  readonly frames: number;
  readonly bands: readonly Float32Array[];
  /** Frames before each that hold sound: digital silence agrees with everything. */
  readonly sounding: Uint32Array;
}

/** What is usual is taken over so many seconds. */
const usualS = 4;
const mostTimesUsual = 3;
/** Half decibels: changes smaller than that are rounding. */
const leastUsual = 1;

/** `factor`: frames of energies that are taken together. */
export function onsetsOf(energies: Uint8Array, factor: number): Onsets {
  const frames = Math.floor(energies.length / bands / factor);
  const reach = Math.max(2, Math.round(((usualS / 2) * framesPerSec) / factor));
  const level = new Float32Array(frames);
  const change = new Float32Array(frames);
  const sums = new Float64Array(frames + 1);
  const sounding = new Uint32Array(frames + 1);
  const all: Float32Array[] = [];
  for (let band = 0; band < bands; band++) {
    for (let t = 0, at = band; t < frames; t++) {
      let sum = 0;
      for (let i = 0; i < factor; i++, at += bands) sum += energies[at]!;
      level[t] = sum / factor;
    }
    for (let t = 0; t < frames; t++) {
      const value = level[Math.min(frames - 1, t + 1)]! - level[Math.max(0, t - 1)]!;
      change[t] = value;
      sums[t + 1] = sums[t]! + value * value;
    }
    const out = new Float32Array(frames);
    for (let t = 0; t < frames; t++) {
      const from = Math.max(0, t - reach);
      const to = Math.min(frames, t + reach + 1);
      const usual = Math.max(leastUsual, Math.sqrt((sums[to]! - sums[from]!) / (to - from)));
      out[t] = Math.max(-mostTimesUsual, Math.min(mostTimesUsual, change[t]! / usual));
    }
    all.push(out);
  }
  for (let t = 0; t < frames; t++) {
    let sounds = 0;
    for (let band = 0; band < bands && sounds === 0; band++) if (all[band]![t] !== 0) sounds = 1;
    sounding[t + 1] = sounding[t]! + sounds;
  }
  return { frames, bands: all, sounding };
}
