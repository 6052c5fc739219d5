/** What a recorder hears of an event: sounds by their ways, echoes of the place, its own noise, and what its electronics do to it. */
import { execFileSync } from "node:child_process";
import { type FeatureMaking, makeFeatures } from "../../src/analyse/sync-sound/make-features.ts";
import { rate, type SoundFeatures } from "../../src/analyse/sync-sound/sound-features.ts";
import { sceneRate } from "../bench/copies/sound-scenes.ts";
import type { Random } from "../sample/random.ts";

export type Place = readonly [east: number, north: number];

/** A sound of an event: `samples` at the scenes' rate, low-passed below half of `rate`. */
export interface Source {
  readonly samples: Float32Array;
  readonly at: Place;
  readonly level: number;
  /** When it begins on the event's clock. */
  readonly startS: number;
}

export interface Recorder {
  readonly at: Place;
  /** Event time of its first sample, and how long it runs by its own clock. */
  readonly startS: number;
  readonly durationS: number;
  /** Its clock gains so much on the event's, millionths. */
  readonly ppm: number;
  readonly echo: number;
  /** Loudness of its own noise beside what it hears, dB; -Infinity for none. */
  readonly noiseDb: number;
  readonly pink: boolean;
  readonly lowPassHz: number;
  /** Louder by so much than full scale allows, dB; 0 for none. */
  readonly clipDb: number;
  readonly levelled: boolean;
  readonly inverted: boolean;
  /** Stretches of its own clock that were not recorded: silence. */
  readonly gaps: readonly (readonly [from: number, to: number])[];
  readonly codec: "none" | "opus12" | "opus8" | "aac24" | "mp3-24";
  /** A sound near it that nobody else hears. */
  readonly near: Float32Array | undefined;
  readonly nearLevel: number;
}

export const speedOfSound = 343;
export const away = (a: Place, b: Place): number => Math.max(2, Math.hypot(a[0] - b[0], a[1] - b[1]));

/** Below 3.7 kHz, by a windowed sinc, so that reading it at another rate folds nothing back. */
export function lowPassed(samples: Float32Array): Float32Array {
  const half = 24;
  const cut = 3700 / sceneRate;
  const taps = Array.from({ length: 2 * half + 1 }, (_, i) => {
    const x = i - half;
    const sinc = x === 0 ? 2 * cut : Math.sin(2 * Math.PI * cut * x) / (Math.PI * x);
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / (half + 1)));
  });
  const out = new Float32Array(samples.length);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = -half; k <= half; k++) sum += (samples[i + k] ?? 0) * taps[k + half]!;
    out[i] = sum;
  }
  return out;
}

/** Cubic between samples (Catmull-Rom). */
function readAt(samples: Float32Array, at: number): number {
  const i = Math.floor(at);
  if (i < 1 || i + 2 >= samples.length) return 0;
  const f = at - i;
  const [p, q, r, s] = [samples[i - 1]!, samples[i]!, samples[i + 1]!, samples[i + 2]!];
  return q + 0.5 * f * (r - p + f * (2 * p - 5 * q + 4 * r - s + f * (3 * (q - r) + s - p)));
}

const bell = (random: Random) => (random() + random() + random() - 1.5) * 2;

/** Samples at `rate`, as a file would hold them. */
export function heard(sources: readonly Source[], recorder: Recorder, random: Random): Float32Array {
  const length = Math.round(recorder.durationS * rate);
  const dry = new Float32Array(length);
  const pace = 1 + recorder.ppm / 1e6;
  for (const source of sources) {
    const way = away(source.at, recorder.at);
    const gain = (3 * source.level) / way;
    const from = recorder.startS - way / speedOfSound - source.startS;
    for (let i = 0; i < length; i++) dry[i]! += gain * readAt(source.samples, (from + i / rate / pace) * sceneRate);
  }
  const out = withEchoes(dry, recorder.echo, random);
  if (recorder.near !== undefined)
    for (let i = 0; i < length; i++) out[i]! += recorder.nearLevel * readAt(recorder.near, (i / rate) * sceneRate);
  const loud = rms(out);
  const noise = Number.isFinite(recorder.noiseDb) ? loud * 10 ** (recorder.noiseDb / 20) : 0;
  addNoise(out, noise, recorder.pink, random);
  const keep = Math.exp((-2 * Math.PI * recorder.lowPassHz) / rate);
  if (recorder.lowPassHz < 3500) {
    let [one, two] = [0, 0];
    for (let i = 0; i < length; i++) {
      one = out[i]! * (1 - keep) + one * keep;
      two = one * (1 - keep) + two * keep;
      out[i] = two;
    }
  }
  const peak = out.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  let held = 0;
  for (let i = 0; i < length; i++) {
    let value = out[i]! / peak;
    if (recorder.levelled) {
      held = Math.max(Math.abs(value), held * (1 - 1 / (0.4 * rate)));
      value *= 0.5 / (held + 0.02);
    }
    value *= 0.9 * 10 ** (recorder.clipDb / 20) * (recorder.inverted ? -1 : 1);
    out[i] = Math.round(Math.max(-1, Math.min(1, value)) * 32767) / 32768;
  }
  for (const [from, to] of recorder.gaps) out.fill(0, Math.round(from * rate), Math.round(to * rate));
  return recorder.codec === "none" ? out : coded(out, recorder.codec);
}

/** A few walls, then a tail of many that fades in a third of a second. */
function withEchoes(dry: Float32Array, strength: number, random: Random): Float32Array {
  const out = dry.slice();
  if (strength === 0) return out;
  const taps = [
    ...Array.from({ length: 4 }, () => [0.003 + 0.06 * random(), strength * (random() < 0.5 ? -1 : 1) * (0.3 + 0.4 * random())] as const),
    ...Array.from({ length: 24 }, () => {
      const late = 0.02 + 0.4 * random();
      return [late, strength * 0.35 * bell(random) * Math.exp(-late / 0.12)] as const;
    }),
  ];
  for (const [lateS, gain] of taps) {
    const late = Math.round(lateS * rate);
    for (let i = late; i < out.length; i++) out[i]! += gain * dry[i - late]!;
  }
  return out;
}

/** Of the parts that sound: a pause is no measure of loudness. */
function rms(samples: Float32Array): number {
  let [sum, count] = [0, 0];
  for (const value of samples) if (value !== 0) [sum, count] = [sum + value * value, count + 1];
  return Math.sqrt(sum / Math.max(1, count));
}

function addNoise(out: Float32Array, level: number, pink: boolean, random: Random): void {
  // Kellet's filter: white noise to pink within half a decibel.
  const b = [0, 0, 0];
  for (let i = 0; i < out.length; i++) {
    const white = bell(random);
    b[0] = 0.99765 * b[0]! + white * 0.099046;
    b[1] = 0.963 * b[1]! + white * 0.2965164;
    b[2] = 0.57 * b[2]! + white * 1.0526913;
    out[i]! += level * (pink ? (b[0] + b[1] + b[2] + white * 0.1848) * 0.55 : white) + 1e-5 * white;
  }
}

const codecs = {
  opus12: ["-c:a", "libopus", "-b:a", "12k", "-f", "ogg"],
  opus8: ["-c:a", "libopus", "-b:a", "8k", "-f", "ogg"],
  aac24: ["-c:a", "aac", "-b:a", "24k", "-f", "adts"],
  "mp3-24": ["-c:a", "libmp3lame", "-b:a", "24k", "-f", "mp3"],
} as const;

/** There and back; the lead-in that a coder adds is taken off again, so that the truth stays what it was. */
export function coded(samples: Float32Array, codec: keyof typeof codecs): Float32Array {
  const raw = ["-f", "f32le", "-ar", String(rate), "-ac", "1"];
  const ffmpeg = (args: readonly string[], input: Uint8Array) =>
    execFileSync("ffmpeg", ["-v", "error", ...args], { input, maxBuffer: 2 ** 30 });
  const bytes = ffmpeg([...raw, "-i", "pipe:0", ...codecs[codec], "pipe:1"], new Uint8Array(samples.buffer));
  const back = ffmpeg(["-i", "pipe:0", ...raw, "pipe:1"], bytes);
  const decoded = new Float32Array(back.buffer.slice(back.byteOffset, back.byteOffset + (back.length & ~3)));
  const lead = leadIn(samples, decoded);
  return Float32Array.from({ length: samples.length }, (_, i) => decoded[i + lead] ?? 0);
}

/** Samples by which what came back is late, found where both are the same recording. */
function leadIn(samples: Float32Array, decoded: Float32Array): number {
  const from = 4000;
  const length = Math.min(samples.length - 2 * from, 24_000);
  let [best, at] = [0, 0];
  for (let lag = -2600; lag <= 2600; lag++) {
    let sum = 0;
    for (let i = from; i < from + length; i++) sum += samples[i]! * (decoded[i + lag] ?? 0);
    if (sum > best) [best, at] = [sum, lag];
  }
  return at;
}

export function featuresOf(samples: Float32Array, startS = 0): SoundFeatures {
  const making: FeatureMaking = makeFeatures({ startS });
  for (let at = 0; at < samples.length; at += 16_384) making.add(samples.subarray(at, at + 16_384));
  return making.end();
}
