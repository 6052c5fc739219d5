/** Recordings for the figures of putting sounds on one clock: events by number, heard by recorders at known times, as AAC files. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { heard, lowPassed, type Place, type Recorder, type Source } from "../accuracy/sync-hearing.ts";
import { rate } from "../../src/analyse/sync-sound/sound-features.ts";
import { type Random, randomStream } from "../sample/random.ts";
import { wavOf } from "../sample/sound.ts";
import { sceneOf, sceneRate } from "./copies/sound-scenes.ts";

export interface Recorded {
  readonly path: string;
  readonly event: number;
  /** Event time of its first sample, and how fast its clock gains, millionths. */
  readonly startS: number;
  readonly ppm: number;
}

const kinds = ["voice en", "voice de", "voice uk"] as const;

/** Two sounds of an event, seconds long: one that speaks all through, and what else is heard there. */
export function eventSounds(event: number, seconds: number): Source[] {
  const speaking = kinds[event % kinds.length] ?? "voice en";
  // A synthesiser may be done with its words before the time is over.
  const spoken = sceneOf(speaking, 400 + event, 1.6 * seconds).samples.slice(0, Math.ceil(seconds * sceneRate));
  return [
    { samples: lowPassed(spoken), at: [2, 6], level: 1, startS: 0 },
    { samples: lowPassed(sceneOf("street", 400 + event, seconds).samples), at: [-6, -2], level: 0.4, startS: 0 },
  ];
}

export const usual: Omit<Recorder, "at" | "startS" | "durationS"> = {
  ppm: 0,
  echo: 0.3,
  noiseDb: -15,
  pink: true,
  lowPassHz: 3700,
  clipDb: 0,
  levelled: false,
  inverted: false,
  gaps: [],
  codec: "none",
  near: undefined,
  nearLevel: 0,
};

export async function record(sources: readonly Source[], recorder: Recorder, random: Random, path: string): Promise<void> {
  const samples = heard(sources, recorder, random);
  const ffmpeg = spawn("ffmpeg", ["-v", "error", "-y", "-i", "pipe:0", "-ar", "48000", "-c:a", "aac", "-b:a", "96k", path], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  ffmpeg.stdin.end(wavOf(samples, rate));
  const [code] = (await once(ffmpeg, "close")) as [number | null];
  if (code !== 0) throw new Error(`ffmpeg: expected a sound to be written; it ended with ${code}`);
}

/**
 * Noise for many recordings: of a generator with 2^32 states two of a hundred recordings meet a stretch of the same noise, which
 * comparing finds, and rightly. This one (sfc32 by C. Doty-Humphrey, PractRand) has 2^128.
 */
function longStream(seed: number, name: string): Random {
  const first = randomStream(seed, name);
  let [a, b, c, count] = Array.from({ length: 4 }, () => (first() * 2 ** 32) | 0) as [number, number, number, number];
  return () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
}

/** `count` recordings of `seconds`, ten of each event; all of an event share two thirds at least. */
export async function recordMany(folder: string, count: number, seconds: number, say: (line: string) => void): Promise<Recorded[]> {
  const all: Recorded[] = [];
  let sources: Source[] = [];
  for (let n = 0; n < count; n++) {
    const event = Math.floor(n / 10);
    if (n % 10 === 0) {
      say(`recordings ${n} to ${Math.min(count, n + 10) - 1} of ${count}`);
      sources = eventSounds(event, (seconds * 4) / 3 + 2);
    }
    const random = longStream(31, `recording ${n}`);
    const at: Place = [20 * random() - 10, 20 * random() - 10];
    const startS = (random() * seconds) / 3;
    const ppm = 60 * random() - 30;
    const path = join(folder, `${n}.m4a`);
    await record(sources, { ...usual, at, startS, durationS: seconds, ppm }, random, path);
    all.push({ path, event, startS, ppm });
  }
  return all;
}
