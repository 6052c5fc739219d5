/**
 * Landmarks of a sound: points of its spectrogram that are louder than all around them and stand out from what is usual at
 * their tone (Wang, An industrial-strength audio search algorithm, ISMIR 2003). What is usual is the mean of the decibels
 * over three seconds, so a hum stands out nowhere, and steady noise (whose decibels spread, but not by 13) hardly ever.
 */
import { soundRate } from "../../core/copies/sound-prints.ts";
import { createRealFft } from "./real-fft.ts";
import { slidingSamples } from "./sliding-samples.ts";

const size = 512;
export const frameStep = 128;
const bins = size / 2;
/** Frames each way over which the usual is taken: 1.5 s. */
const around = 94;
const kept = 2 * around + 1;
/** A landmark is the loudest within so many frames and bins each way: 80 ms, 62 Hz. */
const [nearFrames, nearBins] = [5, 4];
/** 94 Hz to 3,780 Hz: below lies handling noise, above what narrow bands cut off. */
const [lowBin, highBin] = [6, 242];
const decibelsPerDoubling = 3.0103;
/** A full-scale tone has a power of (size / 4)^2 in its bin; what lies 84 dB below counts as silence. */
const floor = 14 - 84 / decibelsPerDoubling;
const leastHeight = 13 / decibelsPerDoubling;
const mostPerSecond = 40;
export const toneZeroHz = 62.5;
export const tonesPerOctave = 256;

export interface Landmarks {
  readonly times: Uint32Array;
  readonly tones: Uint16Array;
  readonly heights: Uint8Array;
}

export interface SpectrumPeaks {
  add(samples: Float32Array): void;
  end(): Landmarks;
}

interface Peak {
  readonly ms: number;
  readonly tone: number;
  readonly height: number;
}

/** `useFrame` gets the powers of every frame, for the energy picture; the array is used again. */
export function createSpectrumPeaks(useFrame: (power: Float32Array) => void): SpectrumPeaks {
  const fft = createRealFft(size);
  const window = Float32Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
  const power = new Float32Array(bins);
  const powerBits = new Int32Array(power.buffer);
  const levels = Array.from({ length: kept }, () => new Float32Array(bins));
  const sums = new Float64Array(bins);
  let frames = 0;
  /** Frame whose landmarks are looked for next, and how many frames its usual is made of. */
  let next = 0;
  let inSums = 0;
  const found: Peak[] = [];
  let second: Peak[] = [];
  let secondNumber = 0;

  const levelsOf = (frame: number) => levels[frame % kept]!;

  function takeFrame(held: Float32Array, at: number): void {
    fft.powerOf(held, at, window, power);
    useFrame(power);
    if (frames >= kept) leave(frames - kept);
    const row = levelsOf(frames);
    for (let k = 0; k < bins; k++) {
      // The bits of a float read as a whole number are its logarithm, to 0.26 dB; the same on every machine, unlike Math.log2.
      const level = powerBits[k]! / 8388608 - 127;
      row[k] = level > floor ? level : floor;
      sums[k]! += row[k]!;
    }
    inSums++;
    frames++;
    if (frames > around) look(next++);
  }

  function leave(frame: number): void {
    const row = levelsOf(frame);
    for (let k = 0; k < bins; k++) sums[k]! -= row[k]!;
    inSums--;
  }

  function look(frame: number): void {
    const row = levelsOf(frame);
    const share = 1 / inSums;
    const before = frame > 0 ? levelsOf(frame - 1) : undefined;
    const after = frame + 1 < frames ? levelsOf(frame + 1) : undefined;
    for (let k = lowBin; k <= highBin; k++) {
      const level = row[k]!;
      if (level - sums[k]! * share < leastHeight || level < row[k - 1]! || level <= row[k + 1]!) continue;
      if (!isLoudest(frame, k, level)) continue;
      const bin = k + summit(row[k - 1]!, level, row[k + 1]!);
      const place = frame + (before === undefined || after === undefined ? 0 : summit(before[k]!, level, after[k]!));
      keep({
        ms: Math.max(0, Math.round((place * frameStep * 1000) / soundRate)),
        tone: Math.round(tonesPerOctave * Math.log2((bin * soundRate) / size / toneZeroHz)),
        height: Math.min(255, Math.round((level - sums[k]! * share) * decibelsPerDoubling * 2)),
      });
    }
  }

  function isLoudest(frame: number, bin: number, level: number): boolean {
    const last = Math.min(frames - 1, frame + nearFrames);
    for (let f = Math.max(0, frame - nearFrames); f <= last; f++) {
      const row = levelsOf(f);
      // Of equals the first counts.
      for (let k = bin - nearBins; k <= bin + nearBins; k++)
        if (row[k]! > level || (row[k] === level && (f < frame || (f === frame && k < bin)))) return false;
    }
    return true;
  }

  function keep(peak: Peak): void {
    const number = Math.floor(peak.ms / 1000);
    if (number !== secondNumber) closeSecond();
    secondNumber = number;
    second.push(peak);
  }

  function closeSecond(): void {
    if (second.length > mostPerSecond) second = second.toSorted((a, b) => b.height - a.height).slice(0, mostPerSecond);
    found.push(...second);
    second = [];
  }

  // The first frame is centred on the first sample.
  const add = slidingSamples({ length: size, step: frameStep, before: size / 2 }, takeFrame);

  return {
    add,
    end() {
      add(new Float32Array(size / 2));
      for (; next < frames; next++) {
        if (next > around && next + around >= frames) leave(next - around - 1);
        look(next);
      }
      closeSecond();
      found.sort((a, b) => a.ms - b.ms || a.tone - b.tone);
      return {
        times: Uint32Array.from(found, ({ ms }) => ms),
        tones: Uint16Array.from(found, ({ tone }) => tone),
        heights: Uint8Array.from(found, ({ height }) => height),
      };
    },
  };
}

/** Where between its neighbours a peak lies, -0.5 to 0.5: the top of the parabola through the three. */
function summit(left: number, middle: number, right: number): number {
  const bend = left - 2 * middle + right;
  return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (left - right) / (2 * bend)));
}
