/**
 * Whether a sound is a tone: at every moment its energy lies in a few neighbouring frequencies, as that of a beep, a siren or a motor
 * does. Two tones of one pitch cannot be told apart by correlation, whoever made them; a voice fills many frequencies soon enough.
 */
import { transform } from "./fourier.ts";

const frame = 256;
/** Of 129: a pure tone fills 3, a sweep of 3 kHz a second 5, a siren with an overtone 7. */
const fewBins = 8;
/** Of its loud moments. */
const mostMoments = 0.85;

export function isTonal(samples: Float32Array): boolean {
  const frames: { energy: number; bins: number }[] = [];
  for (let from = 0; from + frame <= samples.length; from += frame / 2) frames.push(occupied(samples.subarray(from, from + frame)));
  const loudest = Math.max(0, ...frames.map(({ energy }) => energy));
  const loud = frames.filter(({ energy }) => energy > loudest / 100);
  return loud.length > 0 && loud.filter(({ bins }) => bins <= fewBins).length >= mostMoments * loud.length;
}

/** How many frequencies hold nine tenths of the energy. */
function occupied(samples: Float32Array): { energy: number; bins: number } {
  const [real, imaginary] = [new Float64Array(frame), new Float64Array(frame)];
  for (let at = 0; at < frame; at++) real[at] = (samples[at] as number) * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / frame));
  transform(real, imaginary);
  const powers = Array.from({ length: frame / 2 + 1 }, (_, k) => (real[k] as number) ** 2 + (imaginary[k] as number) ** 2);
  const energy = powers.reduce((sum, power) => sum + power, 0);
  let [left, bins] = [0.9 * energy, 0];
  for (const power of powers.toSorted((a, b) => b - a)) {
    if (left <= 0) break;
    left -= power;
    bins++;
  }
  return { energy, bins };
}
