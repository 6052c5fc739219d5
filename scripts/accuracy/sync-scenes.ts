/**
 * Pairs of recordings with known truth, made by number from a seed: of one event under all that phones and places do to sound, and
 * pairs that share nothing or repeat. Sounds are the project's own (espeak-ng speaks where it is installed).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SoundFeatures } from "../../src/analyse/sync-sound/sound-features.ts";
import { rate } from "../../src/analyse/sync-sound/sound-features.ts";
import { sceneOf, sceneRate } from "../bench/copies/sound-scenes.ts";
import { type Random, randomStream } from "../sample/random.ts";
import { away, coded, featuresOf, heard, lowPassed, type Place, type Recorder, type Source, speedOfSound } from "./sync-hearing.ts";

export type Truth =
  /** a's time of a moment of b, for every sound that both may have heard. */
  | { readonly sort: "offsets"; readonly onA: (atB: number) => readonly number[]; readonly ppm: number; readonly sharedS: number }
  /** Nothing is right but a refusal. */
  | { readonly sort: "none" };

export interface ScenePair {
  readonly stratum: string;
  readonly what: string;
  readonly a: SoundFeatures;
  readonly b: SoundFeatures;
  readonly truth: Truth;
  /** One recording, not two of one event. */
  readonly samePair: boolean;
}

const eventS = 100;
const poolFolder = join(tmpdir(), "sync-scenes-1");

/** A sound of 100 s of a kind, made once on this machine. */
export function soundOfKind(kind: string, number: number, seconds = eventS): Float32Array {
  mkdirSync(poolFolder, { recursive: true });
  const path = join(poolFolder, `${kind.replaceAll(" ", "-")}-${number}-${seconds}.f32`);
  if (!existsSync(path)) {
    const made = kind === "hum" ? hum(number, seconds) : sceneOf(kind, 900 + number, seconds).samples;
    writeFileSync(path, new Uint8Array(lowPassed(made).buffer));
  }
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** The mains and its overtones, whose frequency wanders by hundredths of a hertz. */
function hum(number: number, seconds: number): Float32Array {
  const random = randomStream(77, `hum ${number}`);
  let [phase, hz] = [random(), 50];
  return Float32Array.from({ length: Math.round(seconds * sceneRate) }, () => {
    hz += 0.00002 * (random() - 0.5);
    phase += hz / sceneRate;
    let sum = 0;
    for (let h = 1; h <= 20; h++) sum += Math.sin(2 * Math.PI * h * phase + h * h) / (h + 2);
    return 0.2 * sum;
  });
}

const eventKinds = ["voice en", "voice de", "voice uk", "dance music", "slow music", "crowd", "street", "shots", "siren"] as const;
const poolSize = 5;
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const between = (random: Random, low: number, high: number) => low + (high - low) * random();

const plain = (startS: number, durationS: number, at: Place): Recorder => ({
  at,
  startS,
  durationS,
  ppm: 0,
  echo: 0.3,
  noiseDb: -25,
  pink: false,
  lowPassHz: 3700,
  clipDb: 0,
  levelled: false,
  inverted: false,
  gaps: [],
  codec: "none",
  near: undefined,
  nearLevel: 0,
});

interface Event {
  readonly sources: readonly Source[];
  readonly what: string;
}

function eventOf(random: Random, group: number, among: readonly string[] = eventKinds): Event {
  const count = 1 + Math.floor(random() * 2.5);
  const kinds = Array.from({ length: count }, () => pick(random, among));
  const sources = kinds.map((kind, n) => ({
    samples: soundOfKind(kind, group * poolSize + Math.floor(random() * poolSize)),
    at: [between(random, -12, 12), between(random, -12, 12)] as const,
    level: n === 0 ? 1 : between(random, 0.3, 1),
    startS: 0,
  }));
  return { sources, what: kinds.join(" + ") };
}

const somewhere = (random: Random): Place => [between(random, -12, 12), between(random, -12, 12)];

/** Two recorders at one event that share `sharedS` seconds. */
function twoAt(random: Random, sharedS: number): [Recorder, Recorder] {
  const first = between(random, 0, 8);
  const lengthA = Math.min(eventS - 10, sharedS + between(random, 5, 45));
  if (random() < 0.25) {
    // One within the other.
    const inside = between(random, 0, lengthA - sharedS);
    return [plain(first, lengthA, somewhere(random)), plain(first + inside, sharedS, somewhere(random))];
  }
  const startB = first + lengthA - sharedS;
  const lengthB = Math.min(eventS - 1 - startB, sharedS + between(random, 2, 40));
  return [plain(first, lengthA, somewhere(random)), plain(startB, Math.max(sharedS, lengthB), somewhere(random))];
}

const toward = (random: Random, recorder: Recorder, change: Partial<Recorder>): Recorder => ({
  ...recorder,
  ppm: between(random, -30, 30),
  ...change,
});

/** Changes to each of two recorders, by stratum. */
const together: Readonly<Record<string, (random: Random, group: number) => { shared: number; change: () => Partial<Recorder> }>> = {
  clean: (random) => ({ shared: between(random, 20, 60), change: () => ({}) }),
  "shares 2 to 3 s": (random) => ({ shared: between(random, 2, 3), change: () => ({}) }),
  "shares 3 to 6 s": (random) => ({ shared: between(random, 3, 6), change: () => ({}) }),
  "shares 6 to 15 s": (random) => ({ shared: between(random, 6, 15), change: () => ({ noiseDb: -15 }) }),
  "noise 6 dB below": (random) => ({ shared: between(random, 15, 60), change: () => ({ noiseDb: -6, pink: true, echo: 0.5 }) }),
  "noise as loud": (random) => ({ shared: between(random, 20, 60), change: () => ({ noiseDb: 0, pink: random() < 0.7, echo: 0.5 }) }),
  "noise 6 dB above": (random) => ({ shared: between(random, 30, 60), change: () => ({ noiseDb: 6, pink: random() < 0.7, echo: 0.5 }) }),
  "strong echo": (random) => ({ shared: between(random, 15, 60), change: () => ({ echo: 0.8, noiseDb: -15 }) }),
  "echo louder than the way itself": (random) => ({ shared: between(random, 15, 60), change: () => ({ echo: 1.4, noiseDb: -15 }) }),
  "dull, echo, pink noise": (random) => ({
    shared: between(random, 30, 60),
    change: () => ({ echo: 0.8, lowPassHz: 900, noiseDb: 0, pink: true }),
  }),
  "clipped, levelled": (random) => ({
    shared: between(random, 15, 60),
    change: () => ({ clipDb: between(random, 6, 20), levelled: random() < 0.6, inverted: random() < 0.5, noiseDb: -12 }),
  }),
  "low-rate coders": (random) => ({
    shared: between(random, 15, 60),
    change: () => ({ codec: pick(random, ["opus12", "opus8", "aac24", "mp3-24"] as const), noiseDb: -15 }),
  }),
  gaps: (random) => ({
    shared: between(random, 25, 60),
    change: () => ({
      noiseDb: -15,
      gaps: Array.from({ length: 3 }, () => {
        const from = between(random, 0, 50);
        return [from, from + between(random, 1, 6)] as const;
      }),
    }),
  }),
  "a voice beside each": (random, group) => {
    let nearby = Math.floor(random() * poolSize);
    return {
      shared: between(random, 20, 60),
      change: () => ({
        // Backwards, so that it is no voice of any event; nobody near one recorder is near the other.
        near: soundOfKind("voice de", group * poolSize + (nearby++ % poolSize)).toReversed(),
        nearLevel: between(random, 0.2, 0.6),
      }),
    };
  },
  "drift to 100 ppm": (random) => ({ shared: between(random, 30, 70), change: () => ({ ppm: between(random, -50, 50), noiseDb: -12 }) }),
  "drift to 0.1 %": (random) => ({ shared: between(random, 30, 70), change: () => ({ ppm: between(random, -500, 500), noiseDb: -12 }) }),
  "drift to 0.5 %": (random) => ({ shared: between(random, 30, 70), change: () => ({ ppm: between(random, -2500, 2500), noiseDb: -12 }) }),
};

/** Pairs of which nothing may be said. */
const apart: Readonly<Record<string, (random: Random, group: number) => { a: Float32Array; b: Float32Array; what: string }>> = {
  "different events": (random, group) => {
    const one = eventOf(random, group);
    const other = eventOf(random, group);
    // Two events may have drawn one sound: they are given sounds of their own.
    const shifted = other.sources.map((source) => ({ ...source, samples: source.samples.toReversed() }));
    return heardApart(random, one.sources, shifted, `${one.what} / ${other.what}`);
  },
  "the same kind of sound": (random, group) => {
    const kind = pick(random, [...eventKinds, "engine", "bells"]);
    const n = Math.floor(random() * poolSize);
    return heardApart(random, [lone(kind, group, n)], [lone(kind, group, (n + 1) % poolSize)], kind);
  },
  "hum of the same mains": (random, group) =>
    heardApart(
      random,
      [lone("hum", group, 0), lone("voice en", group, 0)],
      [lone("hum", group, 0), lone("voice en", group, 1)],
      "hum + voice",
    ),
  "noise and noise": (random) => heardApart(random, [], [], "noise"),
  "a loop of 10 s": (random, group) => {
    const kind = pick(random, eventKinds);
    const loop = looped(lone(kind, group, Math.floor(random() * poolSize)).samples, between(random, 6, 12));
    const source = { samples: loop, at: [3, 4] as const, level: 1, startS: 0 };
    return heardApart(random, [source], [source], `${kind}, looped`);
  },
  "the same song twice in one": (random, group) => {
    const song = soundOfKind(pick(random, ["dance music", "slow music"]), group * poolSize + Math.floor(random() * poolSize));
    const part = song.slice(0, Math.round(25 * sceneRate));
    const at = [3, 4] as const;
    const twice = [
      { samples: part, at, level: 1, startS: 4 },
      { samples: part, at, level: 1, startS: 4 + between(random, 30, 50) },
    ];
    const a = heard(twice, { ...plain(0, 90, somewhere(random)), noiseDb: -20 }, random);
    const b = heard([twice[0]!], { ...plain(between(random, 5, 12), between(random, 10, 16), somewhere(random)), noiseDb: -20 }, random);
    return { a, b, what: "song" };
  },
  "the same song at two events": (random, group) => {
    const kind = pick(random, ["dance music", "slow music", "voice uk"]);
    const song = soundOfKind(kind, group * poolSize + Math.floor(random() * poolSize)).slice(
      0,
      Math.round(between(random, 8, 25) * sceneRate),
    );
    const [one, other] = [Math.floor(random() * 2), 2 + Math.floor(random() * 2)].map((n) =>
      lone(pick(random, ["street", "crowd"]), group, n),
    );
    const playedAt = (startS: number): Source => ({ samples: song, at: [3, 4], level: 1, startS });
    const a = heard([one as Source, playedAt(between(random, 10, 50))], { ...plain(0, 90, somewhere(random)), noiseDb: -20 }, random);
    const b = heard([other as Source, playedAt(between(random, 10, 50))], { ...plain(0, 90, somewhere(random)), noiseDb: -20 }, random);
    return { a, b, what: kind };
  },
  "the same siren": (random, group) => {
    const source = { samples: sweeps(group, between(random, 1.5, 6)), at: [5, 5] as const, level: 1, startS: 0 };
    return heardApart(random, [source], [source], "siren alone");
  },
};

const lone = (kind: string, group: number, n: number): Source => ({
  samples: soundOfKind(kind, group * poolSize + n),
  at: [3, 4],
  level: 1,
  startS: 0,
});

function heardApart(random: Random, one: readonly Source[], other: readonly Source[], what: string) {
  const a = heard(one, noisy(random, plain(between(random, 0, 20), between(random, 20, 70), somewhere(random))), random);
  const b = heard(other, noisy(random, plain(between(random, 0, 30), between(random, 10, 65), somewhere(random))), random);
  if (one.length === 0) for (const sound of [a, b]) for (let i = 0; i < sound.length; i++) sound[i] = 0.1 * (random() + random() - 1);
  return { a, b, what };
}

const noisy = (random: Random, recorder: Recorder): Recorder => ({ ...recorder, noiseDb: between(random, -25, 0), pink: random() < 0.5 });

function looped(samples: Float32Array, seconds: number): Float32Array {
  const from = 10 * sceneRate;
  const length = Math.round(seconds * sceneRate);
  return Float32Array.from({ length: samples.length }, (_, i) => samples[from + (i % length)]!);
}

function sweeps(group: number, periodS: number): Float32Array {
  const random = randomStream(5, `sweeps ${group}`);
  const [low, high] = [between(random, 500, 700), between(random, 1000, 1400)];
  let phase = 0;
  return Float32Array.from({ length: eventS * sceneRate }, (_, i) => {
    phase += (low + (high - low) * (0.5 + 0.5 * Math.sin((2 * Math.PI * i) / sceneRate / periodS))) / sceneRate;
    return 0.3 * Math.sin(2 * Math.PI * phase) + 0.1 * Math.sin(4 * Math.PI * phase);
  });
}

/** One recording and a part of it, coded again: the same recording, and an offset. */
function copied(random: Random, group: number): Pick<ScenePair, "a" | "b" | "truth" | "what"> {
  const event = eventOf(random, group);
  const samples = heard(
    event.sources,
    { ...plain(0, between(random, 40, 80), somewhere(random)), noiseDb: between(random, -25, -6), pink: true },
    random,
  );
  const [from, lasts] = [between(random, 2, 15), between(random, 8, 20)];
  const codec = pick(random, ["none", "opus12", "aac24", "mp3-24"] as const);
  const gain = between(random, 0.3, 1.6);
  const start = Math.round(from * rate);
  const part = samples.slice(start, start + Math.round(lasts * rate)).map((value) => Math.max(-1, Math.min(1, gain * value)));
  const b = codec === "none" ? part : coded(part, codec);
  return {
    a: featuresOf(samples),
    b: featuresOf(b),
    truth: { sort: "offsets", onA: (atB) => [atB + start / rate], ppm: 0, sharedS: lasts },
    what: `${event.what}, ${codec}`,
  };
}
const copies = "one recording, coded again";

export const strataTogether = [...Object.keys(together), copies];
export const strataApart = Object.keys(apart);

/** `group`: sets of one group share no sound with another's. */
export function scenePair(stratum: string, group: number, number: number): ScenePair {
  const random = randomStream(1000 + group, `${stratum} ${number}`);
  if (stratum === copies) return { stratum, samePair: true, ...copied(random, group) };
  const make = together[stratum];
  if (make === undefined) {
    const made = apart[stratum]?.(random, group);
    if (made === undefined) throw new RangeError(`expected a stratum; found ${stratum}`);
    return { stratum, what: made.what, a: featuresOf(made.a), b: featuresOf(made.b), truth: { sort: "none" }, samePair: false };
  }
  const event = eventOf(random, group);
  const { shared, change } = make(random, group);
  const [one, other] = twoAt(random, shared);
  const a = toward(random, one, change());
  const b = toward(random, other, change());
  const [startA, startB] = [between(random, -2, 2), 0];
  const ppm = ((1 + a.ppm / 1e6) / (1 + b.ppm / 1e6) - 1) * 1e6;
  return {
    stratum,
    what: event.what,
    a: featuresOf(heard(event.sources, a, random), startA),
    b: featuresOf(heard(event.sources, b, random), startB),
    truth: {
      sort: "offsets",
      onA: (atB) => event.sources.map((source) => startA + onClockOf(a, source, eventTime(b, source, atB - startB))),
      ppm,
      sharedS: shared,
    },
    samePair: false,
  };
}

/** Event time at which a source made what a recorder hears at `at`; and the other way. */
const eventTime = (recorder: Recorder, source: Source, at: number) =>
  recorder.startS + at / (1 + recorder.ppm / 1e6) - away(source.at, recorder.at) / speedOfSound;
const onClockOf = (recorder: Recorder, source: Source, time: number) =>
  (time + away(source.at, recorder.at) / speedOfSound - recorder.startS) * (1 + recorder.ppm / 1e6);
