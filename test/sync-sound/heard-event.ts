/** Events as recorders hear them, for tests: short, made by number, without any program. */
import { featuresOf, heard, lowPassed, type Recorder, type Source } from "../../scripts/accuracy/sync-hearing.ts";
import { sceneOf } from "../../scripts/bench/copies/sound-scenes.ts";
import { randomStream } from "../../scripts/sample/random.ts";
import type { SoundFeatures } from "../../src/analyse/sync-sound/sound-features.ts";

const made = new Map<string, Float32Array>();

/** A street or shots; one after another, never the same twice. */
export function sound(kind: "street" | "shots", number: number, seconds = 60): Source {
  const key = `${kind} ${number} ${seconds}`;
  let samples = made.get(key);
  if (samples === undefined) made.set(key, (samples = lowPassed(sceneOf(kind, 700 + number, seconds).samples)));
  return { samples, at: [3, 4], level: 1, startS: 0 };
}

export const recorder = (change: Partial<Recorder>): Recorder => ({
  at: [0, 0],
  startS: 0,
  durationS: 40,
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
  ...change,
});

export const hear = (sources: readonly Source[], change: Partial<Recorder>, seed = "one"): Float32Array =>
  heard(sources, recorder(change), randomStream(3, seed));

export const recorded = (sources: readonly Source[], change: Partial<Recorder>, seed = "one"): SoundFeatures =>
  featuresOf(hear(sources, change, seed));
