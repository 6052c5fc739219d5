/** Sounds made from numbers: a voice-like tone, a bang that dies away, room noise. The same on every run. */
import { writeFileSync } from "node:fs";
import { createLevelMeter, type SoundLevels, speechRate } from "../../src/core/recogniser/sound-levels.ts";
import { wavHead } from "../../src/core/recogniser/wav.ts";

export function silence(sec: number): Float32Array {
  return new Float32Array(Math.round(sec * speechRate));
}

/** Noise of a fixed seed: `dull` lets only the low half of it through. */
export function noise(sec: number, rms: number, seed = 1, dull = 0): Float32Array {
  const out = silence(sec);
  let state = seed >>> 0 || 1;
  let low = 0;
  for (let n = 0; n < out.length; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const white = (state / 2 ** 32) * 2 - 1;
    low = dull * low + (1 - dull) * white;
    out[n] = low * rms * Math.sqrt(3 * ((1 + dull) / (1 - dull)));
  }
  return out;
}

/** Syllables: a buzz with harmonics, four a second, with a pause between them. */
export function voice(sec: number, level: number, pitchHz = 130): Float32Array {
  const out = silence(sec);
  for (let n = 0; n < out.length; n++) {
    const t = n / speechRate;
    const inSyllable = (t * 4) % 1;
    const shape = inSyllable < 0.8 ? Math.sin((inSyllable / 0.8) * Math.PI) : 0;
    let sum = 0;
    for (let k = 1; k <= 12; k++) sum += Math.sin(2 * Math.PI * pitchHz * (1 + 0.03 * Math.sin(2 * Math.PI * 3 * t)) * k * t) / k;
    out[n] = sum * shape * level;
  }
  return out;
}

/** A crack that begins within a millisecond and dies away by 60 dB in `tailSec`. */
export function bang(sec: number, peak: number, tailSec = 0.8, seed = 7): Float32Array {
  const out = noise(sec, peak / 2, seed, 0.5);
  for (let n = 0; n < out.length; n++) out[n]! *= 10 ** ((-3 * n) / speechRate / tailSec);
  return out;
}

export function joined(...parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export function over(ground: Float32Array, ...parts: readonly (readonly [sec: number, sound: Float32Array])[]): Float32Array {
  const out = ground.slice();
  for (const [sec, sound] of parts) {
    const from = Math.round(sec * speechRate);
    for (let n = 0; n < sound.length && from + n < out.length; n++) out[from + n]! += sound[n]!;
  }
  return out;
}

export function levelsOf(samples: Float32Array, startSec = 0): SoundLevels {
  const meter = createLevelMeter(startSec);
  meter.add(samples);
  return meter.end();
}

export function writeWav(path: string, samples: Float32Array): void {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, n) => bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767))), n * 2));
  writeFileSync(path, Buffer.concat([wavHead(bytes.length), bytes]));
}
