/**
 * How many sudden sounds are listed where there are none, in a minute of each kind of sound; and how many that were put in are found,
 * how near to their onset, at levels from loud to buried. Sounds are made by number from a seed; voices by espeak-ng.
 * Usage: node scripts/accuracy/sound-events.ts [--minutes N] [--write]; --write puts the tables into docs/method/sound-events.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createImpulseFinder } from "../../src/analyse/sound-events/find-impulses.ts";
import type { SoundEvent } from "../../src/core/sound-events/sound-events.ts";
import { sceneOf, sceneRate } from "../bench/copies/sound-scenes.ts";
import { bellCurve, randomStream } from "../sample/random.ts";

function soundsIn(samples: Float32Array, rate: number): SoundEvent[] {
  const found: SoundEvent[] = [];
  const finder = createImpulseFinder({ rate, startSec: 0 }, (event) => found.push(event));
  for (const sample of samples) finder.add(sample, Math.abs(sample) >= 0.989);
  finder.end();
  return found;
}

/** Kinds that hold no sudden sound, or none that anybody would look for; music has its drums. */
const grounds = ["voice en", "voice de", "voice uk", "crowd", "engine", "siren", "street", "slow music", "dance music"];
/** A microphone's own noise, as every recording has, 60 dB below full scale. */
const microphone = 10 ** (-60 / 20);

function groundOf(kind: string, number: number, seconds: number): Float32Array {
  const random = randomStream(number, "microphone");
  return sceneOf(kind, 700 + number, seconds).samples.map((sample) => sample + microphone * bellCurve(random));
}

function falseAlarms(kind: string, minutes: number): string {
  const found = Array.from({ length: minutes }, (_, n) => soundsIn(groundOf(kind, n, 60), sceneRate)).flat();
  const clear = found.filter(({ confidence }) => confidence === "clear").length;
  return `| ${kind} | ${minutes} | ${(clear / minutes).toFixed(1)} | ${((found.length - clear) / minutes).toFixed(1)} |`;
}

const everyS = 2.5;

interface Put {
  readonly overDb: number;
  /** Part of each sample that stays of the one before: 0 is a crack, 0.95 a far-off thud. */
  readonly dull: number;
}

/** A noise that begins at once and dies away by 60 dB in 0.3 s; its loudest 5 ms that much above the ground's median. */
function foundOf(kind: string, { overDb, dull }: Put, minutes: number): { put: number; found: number; offMs: number[] } {
  const offMs: number[] = [];
  let [put, hits] = [0, 0];
  for (let number = 0; number < minutes; number++) {
    const samples = groundOf(kind, number, 60);
    const random = randomStream(number, `${kind} ${overDb} ${dull}`);
    const times: number[] = [];
    for (let atS = 3; atS < 57; atS += everyS) {
      const from = Math.round((atS + random() * 0.5) * sceneRate);
      times.push(from / sceneRate);
      let [held, power] = [0, 0];
      const made = Float32Array.from({ length: Math.round(0.35 * sceneRate) }, (_, n) => {
        held = dull * held + (1 - dull) * (random() * 2 - 1);
        const sample = held * 10 ** ((-3 * n) / sceneRate / 0.3);
        if (n < 0.005 * sceneRate) power += sample ** 2;
        return sample;
      });
      const level = Math.sqrt(median(levels(samples, from)) * 10 ** (overDb / 10)) / Math.sqrt(power / (0.005 * sceneRate));
      for (let n = 0; n < made.length; n++) samples[from + n]! += made[n]! * level;
    }
    const found = soundsIn(samples, sceneRate);
    for (const atS of times) {
      put++;
      const nearest = Math.min(...found.map(({ atSec }) => Math.abs(atSec - atS)));
      if (nearest > 0.02) continue;
      hits++;
      offMs.push(nearest * 1000);
    }
  }
  return { put, found: hits, offMs: offMs.sort((a, b) => a - b) };
}

/** Of the 1.5 s before, 5 ms each. */
function levels(samples: Float32Array, before: number): number[] {
  const step = Math.round(0.005 * sceneRate);
  const all: number[] = [];
  for (let from = before - Math.round(1.5 * sceneRate); from + step <= before; from += step) {
    let sum = 0;
    for (let n = from; n < from + step; n++) sum += samples[n]! ** 2;
    all.push(sum / step);
  }
  return all;
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
}

function tables(minutes: number): string {
  const alarms = [
    "| sound | minutes | clear a minute | doubtful a minute |",
    "|---|---|---|---|",
    ...grounds.map((kind) => falseAlarms(kind, minutes)),
  ];
  const puts = [40, 30, 20, 14, 8].flatMap((overDb) => [0, 0.95].map((dull) => ({ overDb, dull })));
  const found = puts.map((put) => {
    const all = ["street", "crowd", "voice en"].map((kind) => foundOf(kind, put, Math.max(1, Math.round(minutes / 3))));
    const offMs = all.flatMap((one) => one.offMs).sort((a, b) => a - b);
    const words = all.map((one) => `${Math.round((100 * one.found) / one.put)} %`).join(" | ");
    const at = (share: number) => (offMs[Math.min(offMs.length - 1, Math.floor(offMs.length * share))] ?? 0).toFixed(1);
    return `| ${put.overDb} dB, ${put.dull === 0 ? "sharp" : "dull"} | ${words} | ${at(0.5)} | ${at(0.95)} |`;
  });
  return [
    ...alarms,
    "",
    "| put in, over its background | found in a street | in a crowd | beside a voice | off by, median ms | 95 of 100, ms |",
    "|---|---|---|---|---|---|",
    ...found,
  ].join("\n");
}

if (import.meta.main) {
  const at = process.argv.indexOf("--minutes");
  const text = tables(at < 0 ? 6 : Number(process.argv[at + 1]));
  console.log(text);
  if (process.argv.includes("--write")) {
    const page = join(import.meta.dirname, "../../docs/method/sound-events.md");
    const before = readFileSync(page, "utf8");
    writeFileSync(
      page,
      before.replace(/(<!-- figures -->\n)[^]*?(<!-- end -->)/, (_, head: string, tail: string) => `${head}\n${text}\n\n${tail}`),
    );
  }
}
