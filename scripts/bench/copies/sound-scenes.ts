/**
 * Scenes to hear, made by number from a seed: several of each kind, so alike that a careless comparison takes one for another
 * (the same voice with other words, the same kind of music, the same engine, the same bells at another hour).
 */
import { execFileSync } from "node:child_process";
import { bellCurve, type Random, randomStream } from "../../sample/random.ts";
import { findProgram } from "../../testing/needs.ts";

/** Samples a second of all scenes. */
export const sceneRate = 22_050;

export interface Scene {
  readonly name: string;
  readonly kind: string;
  readonly samples: Float32Array;
}

const seed = 41;
/** One turn of a sine, looked up: scenes are made of hundreds of millions of them. */
const sines = Float32Array.from({ length: 8192 }, (_, i) => Math.sin((2 * Math.PI * i) / 8192));
const wave = (turns: number) => sines[Math.floor((turns - Math.floor(turns)) * 8192)] ?? 0;

type Make = (random: Random, seconds: number, number: number) => Float32Array;

const silence = (seconds: number) => new Float32Array(Math.round(seconds * sceneRate));

/** Adds what `at` gives for the seconds since `from`, for `lasts` seconds. */
function add(out: Float32Array, from: number, lasts: number, at: (t: number) => number): void {
  const start = Math.round(from * sceneRate);
  const end = Math.min(out.length, start + Math.round(lasts * sceneRate));
  for (let i = Math.max(0, start); i < end; i++) out[i]! += at((i - start) / sceneRate);
}

/** Noise with a slope: 0 white, 1 near brown. */
function noise(out: Float32Array, random: Random, level: (t: number) => number, slope: number): void {
  let held = 0;
  for (let i = 0; i < out.length; i++) {
    held = slope * held + (1 - slope) * bellCurve(random);
    out[i]! += held * level(i / sceneRate) * (1 / Math.sqrt(1 - slope + 0.02));
  }
}

const words = (
  "water bridge morning seven river market window soldier quiet paper yellow garden road mountain letter children harbour north " +
  "engine winter answer village between station hundred people carried across the old wall before night fell when nobody spoke " +
  "twenty trucks stood near school three men waited under trees while rain began again slowly over empty fields and broken glass " +
  "doctor asked where smoke came from they said it was far away behind factory gates open since early spring without any light"
).split(" ");

function sentence(random: Random, count: number): string {
  return Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(" ");
}

/** A synthesiser's voice where there is one; else vowels and hisses in its manner, without words. */
function voice(name: string): Make {
  return (random, seconds) => {
    const out = silence(seconds);
    if (findProgram("espeak-ng") === undefined) return babble(out, random, 1);
    const text = Array.from({ length: Math.ceil(seconds / 4) }, () => `${sentence(random, 9)}.`).join(" ");
    const wav = execFileSync("espeak-ng", ["-v", name, "-s", "150", "--stdout", text], { maxBuffer: 2 ** 28 });
    const rate = wav.readUInt32LE(24);
    for (let i = 0; i < out.length; i++) {
      const at = 44 + 2 * Math.floor((i * rate) / sceneRate);
      if (at + 1 < wav.length) out[i] = wav.readInt16LE(at) / 32768;
    }
    noise(out, random, () => 0.002, 0.3);
    return out;
  };
}

/** Syllables of so many mouths at once: a buzz through two resonances, with hisses between. */
function babble(out: Float32Array, random: Random, mouths: number): Float32Array {
  for (let mouth = 0; mouth < mouths; mouth++) {
    const pitch = 90 + 140 * random();
    for (let at = random() * 0.4; at < out.length / sceneRate;) {
      const lasts = 0.08 + 0.2 * random();
      const f0 = pitch * (0.85 + 0.3 * random());
      const [f1, f2] = [280 + 550 * random(), 900 + 1500 * random()];
      const level = (0.1 + 0.2 * random()) / Math.sqrt(mouths);
      add(out, at, lasts, (t) => {
        let sum = 0;
        for (let h = 1; h * f0 < 3500; h++) {
          const near = (f: number, width: number) => 1 / (1 + ((h * f0 - f) / width) ** 2);
          sum += (near(f1, 90) + 0.6 * near(f2, 130)) * wave(h * f0 * (t + 0.3 * t * t));
        }
        return level * sum * Math.sin((Math.PI * t) / lasts);
      });
      at += lasts + (random() < 0.15 ? 0.3 * random() : 0.03 * random());
    }
  }
  return out;
}

/** Chords, a melody and drums in one tempo; the tempo and the sounds are the kind's, the notes are the scene's. */
function music(tempo: number, brightness: number, drums: number): Make {
  return (random, seconds) => {
    const out = silence(seconds);
    const beat = 60 / tempo;
    const scale = [0, 2, 4, 7, 9, 12, 14, 16];
    const root = 110 * 2 ** (Math.floor(random() * 12) / 12);
    const note = (at: number, lasts: number, hz: number, level: number, decay: number) =>
      add(out, at, lasts, (t) => {
        let sum = 0;
        for (let h = 1; h <= 6; h++) sum += (brightness ** (h - 1) / h) * wave(hz * h * t);
        return level * sum * Math.exp(-t / decay) * Math.min(1, t * 200);
      });
    for (let at = 0, step = 0; at < seconds; at += beat / 2, step++) {
      if (step % 8 === 0)
        for (const i of [0, 2, 4]) note(at, 4 * beat, root * 2 ** ((scale[(i + Math.floor(random() * 5)) % 8] ?? 0) / 12), 0.1, 1.5);
      if (random() < 0.7) note(at, 0.6, root * 2 * 2 ** ((scale[Math.floor(random() * 8)] ?? 0) / 12), 0.2, 0.25);
      if (step % 2 === 0) add(out, at, 0.2, (t) => drums * 0.5 * wave((50 + 60 * Math.exp(-t * 40)) * t) * Math.exp(-t * 14));
      else add(out, at, 0.1, (t) => drums * 0.12 * bellCurve(random) * Math.exp(-t * 45));
    }
    noise(out, random, () => 0.001, 0);
    return out;
  };
}

const crowd: Make = (random, seconds) => {
  const out = babble(silence(seconds), random, 14);
  noise(out, random, (t) => 0.02 + 0.01 * Math.sin(t), 0.7);
  return out;
};

/** A motor that is revved and let go, and gravel. */
const engine: Make = (random, seconds) => {
  const out = silence(seconds);
  let phase = 0;
  let revs = 24;
  let wanted = 24;
  for (let i = 0; i < out.length; i++) {
    if (i % Math.round(sceneRate * 0.7) === 0) wanted = 18 + 30 * random();
    revs += (wanted - revs) * 0.00006;
    phase += revs / sceneRate;
    for (let h = 1; h <= 24; h++) out[i]! += (0.12 / h ** 0.7) * wave(h * phase + h * h * 0.16);
  }
  noise(out, random, (t) => 0.03 * (1 + 0.5 * Math.sin(0.7 * t)), 0.5);
  return out;
};

/** One and the same bell, struck at other moments; wind. */
const bells: Make = (random, seconds) => {
  const out = silence(seconds);
  const partials = [0.5, 1, 1.19, 1.5, 2, 2.51, 3.01];
  for (let at = random() * 2; at < seconds; at += 1.7 + 0.6 * random()) {
    const level = 0.12 + 0.08 * random();
    add(out, at, 3, (t) => partials.reduce((sum, p, i) => sum + level * wave(392 * p * t + i * 0.16) * Math.exp((-t * (1 + i)) / 1.6), 0));
  }
  noise(out, random, (t) => 0.02 * (1 + Math.sin(0.9 * t + 5 * random() * 0.01)), 0.9);
  return out;
};

/** A street: wind, horns, doors, birds, now and then a bang. */
const street: Make = (random, seconds) => {
  const out = silence(seconds);
  noise(out, random, (t) => 0.03 * (1.2 + Math.sin(0.5 * t)), 0.8);
  for (let at = random(); at < seconds; at += 0.3 + 1.4 * random()) {
    const kind = random();
    const level = 0.05 + 0.2 * random();
    const hz = 300 + 2500 * random();
    if (kind < 0.4) add(out, at, 0.15, (t) => level * wave((hz + 1500 * Math.sin(40 * t)) * t) * Math.sin((Math.PI * t) / 0.15));
    else if (kind < 0.6) add(out, at, 0.8, (t) => level * 0.4 * (wave(420 * t) + wave(530 * t)));
    else if (kind < 0.9) add(out, at, 0.3, (t) => level * 2 * bellCurve(random) * Math.exp(-t * 25));
    else add(out, at, 1, (t) => 3 * level * bellCurve(random) * (Math.exp(-t * 60) + 0.1 * Math.exp(-t * 6)));
  }
  return out;
};

/** Single shots and bursts with the echo of a valley. */
const shots: Make = (random, seconds) => {
  const out = silence(seconds);
  for (let at = random(); at < seconds; at += 0.4 + 2.5 * random()) {
    const rounds = random() < 0.5 ? 1 : 3 + Math.floor(5 * random());
    for (let i = 0; i < rounds; i++) {
      for (const [late, weak] of [
        [0, 1],
        [0.18, 0.2],
        [0.41, 0.1],
      ] as const)
        add(out, at + i * (0.09 + 0.004 * random()) + late, 0.2, (t) => 0.6 * weak * bellCurve(random) * Math.exp(-t * (50 - 60 * late)));
    }
  }
  noise(out, random, () => 0.006, 0.6);
  return out;
};

/** A siren going up and down, and a voice over it. */
const siren: Make = (random, seconds) => {
  const out = babble(silence(seconds), random, 2);
  const [slow, low, high] = [0.2 + 0.3 * random(), 500 + 200 * random(), 1000 + 400 * random()];
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    phase += (low + (high - low) * (0.5 + 0.5 * wave(slow * (i / sceneRate)))) / sceneRate;
    out[i]! += 0.1 * wave(phase);
  }
  noise(out, random, () => 0.01, 0.5);
  return out;
};

const kinds: readonly (readonly [string, Make])[] = [
  ["voice en", voice("en-gb")],
  ["voice de", voice("de")],
  ["voice uk", voice("uk")],
  ["dance music", music(120, 0.7, 1)],
  ["slow music", music(76, 0.4, 0.2)],
  ["crowd", crowd],
  ["engine", engine],
  ["bells", bells],
  ["street", street],
  ["shots", shots],
  ["siren", siren],
];

export const sceneKinds = kinds.map(([kind]) => kind);

/** The `number`th scene of a kind. */
export function sceneOf(kind: string, number: number, seconds: number): Scene {
  const make = kinds.find(([name]) => name === kind)?.[1];
  if (make === undefined) throw new RangeError(`expected a kind of scene; found ${kind}`);
  const name = `${kind} ${number}`;
  const samples = make(randomStream(seed, name), seconds, number);
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return { name, kind, samples: samples.map((value) => (0.7 * value) / peak) };
}
