/**
 * What each camera hears: bell, thud, pop and the loudspeaker, each late by its distance over the
 * speed of sound and weaker by its distance. No echoes of the houses: an arrival is one number.
 */
import type { Camera } from "./cameras.ts";
import { ANNOUNCEMENTS, IMPULSES, LOUDSPEAKER, SEED, SPEED_OF_SOUND_M_S, type Impulse } from "./event.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { bellCurve, randomStream } from "./random.ts";
import type { Vector } from "./sun.ts";

/** Keeps the nearest thud just below full scale. */
const MASTER = 0.62;

export const distanceM = (a: Vector, b: Vector) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

export interface Arrival {
  readonly impulse: string;
  readonly distanceM: number;
  readonly travelS: number;
  readonly arrivalEventS: number;
  /** Seconds after the first sample of the clip. */
  readonly arrivalClipS: number;
}

/** The arrivals that fall into a camera's clip, in order. */
export function arrivalsAt(camera: Camera): Arrival[] {
  return IMPULSES.map((impulse) => arrivalOf(camera, impulse))
    .filter((a) => a.arrivalClipS >= 0 && a.arrivalClipS < camera.durationS)
    .sort((a, b) => a.arrivalClipS - b.arrivalClipS);
}

function arrivalOf(camera: Camera, impulse: Impulse): Arrival {
  const distance = distanceM(camera.position, impulse.position);
  const travelS = distance / SPEED_OF_SOUND_M_S;
  const arrivalEventS = impulse.timeS + travelS;
  return { impulse: impulse.id, distanceM: distance, travelS, arrivalEventS, arrivalClipS: arrivalEventS - camera.startS };
}

/** Decodes the committed voices once per sample rate. */
export async function readVoices(folder: string, sampleRate: number): Promise<Map<string, Float32Array>> {
  const voices = new Map<string, Float32Array>();
  for (const { id, file } of ANNOUNCEMENTS) {
    const raw = await runFfmpeg(["-i", `${folder}/${file}`, "-f", "f32le", "-ac", "1", "-ar", String(sampleRate), "pipe:1"]);
    voices.set(id, new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength)));
  }
  return voices;
}

/** One channel, -1 to 1. */
export function hear(camera: Camera, voices: ReadonlyMap<string, Float32Array>): Float32Array {
  const { sampleRate, noise, lowPassHz, echo } = camera.sound;
  const out = new Float32Array(Math.round(camera.durationS * sampleRate));
  const random = randomStream(SEED, `sound ${camera.id}`);
  for (const impulse of IMPULSES) {
    const arrival = arrivalOf(camera, impulse);
    mix(out, strike(impulse.kind, sampleRate), arrival.arrivalClipS * sampleRate, (MASTER * impulse.level) / arrival.distanceM);
  }
  const away = distanceM(camera.position, LOUDSPEAKER.position);
  for (const { id, startS } of ANNOUNCEMENTS) {
    const at = (startS + away / SPEED_OF_SOUND_M_S - camera.startS) * sampleRate;
    mix(out, voices.get(id) ?? new Float32Array(), at, (MASTER * LOUDSPEAKER.level) / away);
  }
  if (echo) mix(out, out.slice(), echo.delayS * sampleRate, echo.gain);
  if (lowPassHz !== null) lowPass(out, lowPassHz, sampleRate);
  for (let i = 0; i < out.length; i++) out[i] = Math.max(-1, Math.min(1, out[i]! + bellCurve(random) * noise));
  return out;
}

function mix(out: Float32Array, piece: Float32Array, at: number, gain: number): void {
  const start = Math.round(at);
  const last = Math.min(piece.length, out.length - start);
  for (let i = Math.max(0, -start); i < last; i++) out[start + i] = out[start + i]! + piece[i]! * gain;
}

/** One pole: turns the sound dull and moves its peaks by less than a tenth of a millisecond. */
function lowPass(samples: Float32Array, cutHz: number, sampleRate: number): void {
  const keep = Math.exp((-2 * Math.PI * cutHz) / sampleRate);
  let state = 0;
  for (let i = 0; i < samples.length; i++) {
    state = samples[i]! * (1 - keep) + state * keep;
    samples[i] = state;
  }
}

/** Each kind is loudest within two milliseconds of its beginning: that is what "arrival" means here. */
function strike(kind: Impulse["kind"], sampleRate: number): Float32Array {
  const random = randomStream(SEED, `strike ${kind}`);
  const lengthS = { bell: 1.7, thud: 0.35, pop: 0.12 }[kind];
  const out = new Float32Array(Math.round(lengthS * sampleRate));
  for (let i = 0; i < out.length; i++) {
    const t = i / sampleRate;
    const hiss = bellCurve(random);
    if (kind === "bell") out[i] = ring(t) + 0.45 * Math.exp(-t / 0.0012) * (1 + 0.2 * hiss);
    else if (kind === "thud") {
      out[i] = 0.42 * Math.cos(2 * Math.PI * 62 * t) * Math.exp(-t / 0.09) + Math.exp(-t / 0.0018) * (0.55 + 0.08 * hiss);
    } else out[i] = Math.exp(-t / 0.0016) * (0.8 + 0.15 * hiss) + 0.05 * hiss * Math.exp(-t / 0.03);
  }
  return out;
}

/** Partials of a bell: hum, prime, tierce, quint, nominal and two above; high ones die first. */
const PARTIALS = [
  [0.5, 0.1, 1.2],
  [1, 0.12, 0.9],
  [1.19, 0.12, 0.7],
  [1.5, 0.07, 0.5],
  [2, 0.13, 0.42],
  [2.51, 0.06, 0.25],
  [3.01, 0.05, 0.16],
] as const;

function ring(t: number): number {
  let sum = 0;
  for (const [ratio, level, decayS] of PARTIALS) sum += level * Math.cos(2 * Math.PI * 392 * ratio * t) * Math.exp(-t / decayS);
  return sum;
}

/** A mono 16-bit WAV file. */
export function wavOf(samples: Float32Array, sampleRate: number): Buffer {
  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(36 + samples.length * 2, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((s, i) => wav.writeInt16LE(Math.round(s * 32767), 44 + i * 2));
  return wav;
}
