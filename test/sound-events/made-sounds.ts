/** Sounds made from numbers, the same on every run, and as a file of 16 bits. */
import { writeFileSync } from "node:fs";

export interface MadeSound {
  readonly samples: Float32Array;
  readonly rate: number;
}

/** Noise of a fixed seed, -1 to 1. */
export function random(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * 2 - 1;
  };
}

/** A room: noise that falls towards high tones, at `rms` of full scale. */
export function room(sec: number, rms: number, { rate = 48_000, seed = 1 } = {}): MadeSound {
  const next = random(seed);
  let low = 0;
  const samples = Float32Array.from({ length: Math.round(sec * rate) }, () => {
    low = 0.9 * low + 0.1 * next();
    return low * rms * 7.5;
  });
  return { samples, rate };
}

export interface Crack {
  readonly atSec: number;
  readonly peak: number;
  /** Time in which it dies away by 60 dB. */
  readonly tailSec?: number;
  /** Part of each sample that stays of the one before: 0 is a crack, 0.97 a far-off thud. */
  readonly dull?: number;
  readonly seed?: number;
}

/** Begins within one sample, dies away with an echo of a wall after 60 ms. */
export function withCracks({ samples, rate }: MadeSound, cracks: readonly Crack[]): MadeSound {
  const out = samples.slice();
  for (const { atSec, peak, tailSec = 0.25, dull = 0.2, seed = 3 } of cracks) {
    const next = random(seed);
    const from = Math.round(atSec * rate);
    const length = Math.min(out.length - from, Math.round(tailSec * 1.2 * rate));
    let low = 0;
    let most = 1e-9;
    const made = Float32Array.from({ length }, (_, n) => {
      low = dull * low + (1 - dull) * next();
      const sample = low * 10 ** ((-3 * n) / rate / tailSec);
      most = Math.max(most, Math.abs(sample));
      return sample;
    });
    const echo = Math.round(0.06 * rate);
    for (let n = 0; n < length; n++) out[from + n]! += ((made[n]! + (n >= echo ? 0.25 * made[n - echo]! : 0)) * peak) / most;
  }
  return { samples: out, rate };
}

/** Syllables of a buzz, each swelling over 40 ms, five a second. */
export function withVoice({ samples, rate }: MadeSound, level: number): MadeSound {
  const out = samples.map((sample, n) => {
    const t = n / rate;
    const within = (t * 5) % 1;
    const shape = within < 0.75 ? Math.sin((within / 0.75) * Math.PI) ** 0.7 : 0;
    let sum = 0;
    for (let k = 1; k <= 20; k++) sum += Math.sin(2 * Math.PI * (130 + 8 * Math.sin(t * 7)) * k * t) / k;
    return sample + sum * shape * level;
  });
  return { samples: out, rate };
}

/** As a WAV file of 16 bits, a channel each; what goes beyond full scale is cut off, as a recorder does. */
export function writeWav(path: string, { samples, rate }: MadeSound, ...others: readonly MadeSound[]): string {
  const channels = [samples, ...others.map((other) => other.samples)];
  const count = channels.length;
  const bytes = Buffer.alloc(44 + samples.length * 2 * count);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(count, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2 * count, 28);
  bytes.writeUInt16LE(2 * count, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(bytes.length - 44, 40);
  for (const [at, channel] of channels.entries()) {
    for (let n = 0; n < samples.length; n++)
      bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, channel[n] ?? 0)) * 32_767), 44 + (n * count + at) * 2);
  }
  writeFileSync(path, bytes);
  return path;
}
