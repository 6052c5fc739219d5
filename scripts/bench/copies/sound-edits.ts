/** What is done to a sound before it comes back, and which of its seconds then are which of the original's. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { soundRate } from "../../../src/core/copies/sound-prints.ts";
import { bellCurve, randomStream } from "../../sample/random.ts";
import { wavOf } from "../../sample/sound.ts";
import { type Scene, sceneRate } from "./sound-scenes.ts";

/** Seconds of the copy from `from` to `to` are those of the original from `source` on, `speed` times as fast. */
export interface Told {
  readonly from: number;
  readonly to: number;
  readonly source: number;
  readonly speed: number;
}

export interface SoundEdit {
  readonly kind: string;
  /** Makes the samples, at the scenes' rate. `other` is an unrelated scene of another kind. */
  readonly mix?: (samples: Float32Array, other: Float32Array) => Float32Array;
  readonly filter?: string;
  readonly codec?: readonly string[];
  readonly told: (seconds: number) => readonly Told[];
}

const whole = (seconds: number): Told[] => [{ from: 0, to: seconds, source: 0, speed: 1 }];
const faster =
  (speed: number) =>
  (seconds: number): Told[] => [{ from: 0, to: seconds / speed, source: 0, speed }];
const resampled = (speed: number): Pick<SoundEdit, "filter" | "told"> => ({
  filter: `asetrate=${Math.round(sceneRate * speed)},aresample=${sceneRate}`,
  told: faster(speed),
});

const power = (samples: Float32Array) => samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
const at = (seconds: number) => Math.round(seconds * sceneRate);

/** Pink-ish noise so many decibels below (or, negative, above) the sound. */
const noisy =
  (decibels: number) =>
  (samples: Float32Array): Float32Array => {
    const random = randomStream(7, `noise ${decibels} ${samples.length}`);
    let [slow, slower] = [0, 0];
    const noise = samples.map(() => {
      const white = bellCurve(random);
      slow = 0.9 * slow + 0.3 * white;
      slower = 0.99 * slower + 0.1 * white;
      return 0.3 * white + slow + slower;
    });
    const gain = Math.sqrt(power(samples) / power(noise) / 10 ** (decibels / 10));
    return samples.map((value, i) => value + gain * noise[i]!);
  };

/** Another sound over it, so many decibels quieter. */
const under =
  (decibels: number) =>
  (samples: Float32Array, other: Float32Array): Float32Array => {
    const gain = Math.sqrt(power(samples) / power(other) / 10 ** (decibels / 10));
    return samples.map((value, i) => value + gain * other[i % other.length]!);
  };

function joined(...pieces: Float32Array[]): Float32Array {
  const out = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    out.set(piece, place);
    place += piece.length;
  }
  return out;
}

const opus = (rate: string) => ["-c:a", "libopus", "-b:a", rate, "-f", "ogg"];
const aac = (rate: string) => ["-c:a", "aac", "-b:a", rate, "-f", "mp4"];
const mp3 = (rate: string) => ["-c:a", "libmp3lame", "-b:a", rate, "-f", "mp3"];

export const soundEdits: readonly SoundEdit[] = [
  { kind: "AAC 48 kbit/s", codec: aac("48k"), told: whole },
  { kind: "AAC 20 kbit/s", codec: aac("20k"), told: whole },
  { kind: "Opus 16 kbit/s", codec: opus("16k"), told: whole },
  { kind: "Opus 8 kbit/s", codec: opus("8k"), told: whole },
  { kind: "MP3 24 kbit/s", codec: mp3("24k"), told: whole },
  { kind: "noise 10 dB below", mix: noisy(10), told: whole },
  { kind: "noise 5 dB below", mix: noisy(5), told: whole },
  { kind: "noise as loud", mix: noisy(0), told: whole },
  { kind: "noise 5 dB above", mix: noisy(-5), told: whole },
  { kind: "24 dB quieter", filter: "volume=-24dB", told: whole },
  { kind: "clipped, 18 dB louder", filter: "volume=18dB", told: whole },
  { kind: "levelled", filter: "acompressor=threshold=0.05:ratio=8:makeup=4,dynaudnorm=f=200", told: whole },
  { kind: "telephone, 300 to 3,000 Hz", filter: "highpass=f=300:p=2,lowpass=f=3000:p=2", told: whole },
  { kind: "dull, below 1,200 Hz", filter: "lowpass=f=1200:p=2", told: whole },
  { kind: "echo of a room", filter: "aecho=0.8:0.9:23|41|67|97:0.5|0.4|0.3|0.2", told: whole },
  { kind: "other sound 6 dB below", mix: under(6), told: whole },
  { kind: "other sound as loud", mix: under(0), told: whole },
  { kind: "1.25 times, pitch kept", filter: "atempo=1.25", told: faster(1.25) },
  { kind: "1.5 times, pitch kept", filter: "atempo=1.5", told: faster(1.5) },
  { kind: "2 times, pitch kept", filter: "atempo=2", told: faster(2) },
  { kind: "0.75 times, pitch kept", filter: "atempo=0.75", told: faster(0.75) },
  { kind: "1.25 times, pitch raised", ...resampled(1.25) },
  { kind: "1.5 times, pitch raised", ...resampled(1.5) },
  { kind: "2 times, pitch raised", ...resampled(2) },
  { kind: "0.75 times, pitch lowered", ...resampled(0.75) },
  { kind: "0.5 % faster, pitch raised", ...resampled(1.005) },
  {
    kind: "pitch up by a semitone",
    filter: `asetrate=${Math.round(sceneRate * 2 ** (1 / 12))},aresample=${sceneRate},atempo=${2 ** (-1 / 12)}`,
    told: whole,
  },
  { kind: "10 s of it alone", mix: (s) => s.slice(at(8), at(18)), told: () => [{ from: 0, to: 10, source: 8, speed: 1 }] },
  { kind: "5 s of it alone", mix: (s) => s.slice(at(12), at(17)), told: () => [{ from: 0, to: 5, source: 12, speed: 1 }] },
  { kind: "3 s of it alone", mix: (s) => s.slice(at(14), at(17)), told: () => [{ from: 0, to: 3, source: 14, speed: 1 }] },
  {
    kind: "5 s cut out of the middle",
    mix: (s) => joined(s.slice(0, at(12)), s.slice(at(17))),
    told: (seconds) => [
      { from: 0, to: 12, source: 0, speed: 1 },
      { from: 12, to: seconds - 5, source: 17, speed: 1 },
    ],
  },
  {
    kind: "12 s inside a compilation",
    mix: (s, o) => joined(o.slice(0, at(9)), s.slice(at(6), at(18)), o.slice(at(9), at(18))),
    told: () => [{ from: 9, to: 21, source: 6, speed: 1 }],
  },
  {
    kind: "twice in one",
    mix: (s, o) => joined(s.slice(at(4), at(12)), o.slice(0, at(5)), s.slice(at(4), at(12))),
    told: () => [
      { from: 0, to: 8, source: 4, speed: 1 },
      { from: 13, to: 21, source: 4, speed: 1 },
    ],
  },
  {
    kind: "echo, dull, noise 3 dB below, Opus 16 kbit/s",
    mix: noisy(3),
    filter: "aecho=0.8:0.9:23|41|67:0.4|0.3|0.2,lowpass=f=2000:p=2",
    codec: opus("16k"),
    told: whole,
  },
];

/** What a reader of the copy decodes, mono at the rate of prints. */
export function editedSound(edit: SoundEdit, scene: Scene, other: Scene, folder: string): Float32Array {
  const [raw, made] = [join(folder, "edit.wav"), join(folder, "edit.bin")];
  writeFileSync(raw, wavOf(clipped(edit.mix?.(scene.samples, other.samples) ?? scene.samples), sceneRate));
  const codec = edit.codec ?? aac("64k");
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-y",
    "-i",
    raw,
    ...(edit.filter === undefined ? [] : ["-af", edit.filter]),
    "-ac",
    "1",
    ...codec,
    made,
  ]);
  return decodedSound(made);
}

export function decodedSound(file: string): Float32Array {
  const args = ["-v", "error", "-i", file, "-vn", "-ac", "1", "-ar", String(soundRate), "-f", "f32le", "-"];
  const bytes = execFileSync("ffmpeg", args, { maxBuffer: 2 ** 30 });
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** A scene as prints are made of it, without any loss. */
export function plainSound(scene: Scene, folder: string): Float32Array {
  const raw = join(folder, "plain.wav");
  writeFileSync(raw, wavOf(scene.samples, sceneRate));
  return decodedSound(raw);
}

const clipped = (samples: Float32Array) => samples.map((value) => Math.max(-1, Math.min(1, value)));
