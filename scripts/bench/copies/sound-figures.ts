/** Sound prints beside decoding and beside chromaprint; then many sounds of 30 s each, all against all by the index. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { matchPrepared } from "../../../src/analyse/sound-match/match-sounds.ts";
import { prepareSound } from "../../../src/analyse/sound-match/prepared-sound.ts";
import { createSoundIndex } from "../../../src/analyse/sound-match/sound-index.ts";
import type { SoundPrints } from "../../../src/core/copies/sound-prints.ts";
import { randomStream } from "../../sample/random.ts";
import { findProgram } from "../../testing/needs.ts";
import type { BenchPlace } from "../bench-place.ts";
import { type Figure, figure, megabytes, timeFigure } from "../figure.ts";
import { inTurns, startClock, type Took, timeShell } from "../measure.ts";
import { decodedSound } from "./sound-edits.ts";
import { printsOf } from "./sound-material.ts";

const rounds = 3;

export async function soundFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  return [...(await printing(folder, quick ? 60 : 600, say)), ...(await many(quick ? [60, 240] : [250, 1000], say))];
}

/** A stereo track of 48 kHz AAC that never stands still. */
async function printing(folder: string, seconds: number, say: BenchPlace["say"]): Promise<Figure[]> {
  const file = join(folder, "sound.m4a");
  const voices = `anoisesrc=c=pink:a=0.2:d=${seconds},tremolo=f=3.7:d=0.9,asplit[a][b];[b]aphaser[c];[a][c]amerge`;
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", voices, "-ar", "48000", "-c:a", "aac", "-b:a", "128k", file]);
  say(`prints of ${seconds} s of sound beside decoding it`);
  const pcm = decodedSound(file);
  const ours = async (): Promise<Took> => {
    const stop = startClock();
    printsOf(pcm);
    const { wallS, cpuS } = stop();
    return { wallS, cpuS };
  };
  const decode = `ffmpeg -v error -threads 1 -i ${file} -f null -`;
  const beside = await inTurns(rounds, ours, () => timeShell(decode, folder));
  const figures = [
    timeFigure({
      name: `sound prints of ${seconds} s`,
      beside: "ffmpeg decoding it to nothing",
      rounds: beside,
      target: { atMost: 0.1 },
      by: "cpuS",
      note: "decoding not counted in ours",
    }),
  ];
  if (findProgram("fpcalc") === undefined) return figures;
  // It ends with 3 where the file ends before the length it was asked for, after printing all the same.
  const fpcalc = `fpcalc -raw -length ${seconds} ${file} > /dev/null || [ $? -eq 3 ]`;
  const whole = async () => {
    const [decoding, print] = [
      await timeShell(`ffmpeg -v error -threads 1 -i ${file} -ac 1 -ar 8000 -f f32le - | cat > /dev/null`, folder),
      await ours(),
    ];
    return { wallS: decoding.wallS + print.wallS, cpuS: decoding.cpuS + print.cpuS };
  };
  const peer = await inTurns(rounds, whole, () => timeShell(fpcalc, folder));
  return [
    ...figures,
    timeFigure({ name: `sound prints of ${seconds} s, decoding included`, beside: "chromaprint, `fpcalc -raw`", rounds: peer, by: "cpuS" }),
  ];
}

/** Landmarks as dense as those of speech, without the hours that sound itself would take. One in ten holds 10 s of the one before. */
function inventedPrints(number: number): SoundPrints {
  const random = randomStream(9, `invented ${number}`);
  const peaks = Array.from({ length: 30 * 34 }, () => ({
    ms: Math.floor(30_000 * random()),
    tone: Math.floor(256 * Math.log2(2 + 48 * random() ** 1.5)),
    height: 26 + Math.floor(60 * random()),
  }));
  if (number % 10 === 1) {
    const before = inventedPrints(number - 1);
    const taken = [...before.times.keys()].filter((i) => before.times[i]! >= 5000 && before.times[i]! < 15_000);
    peaks.splice(0, peaks.length, ...peaks.filter(({ ms }) => ms < 12_000 || ms >= 22_000));
    for (const i of taken) peaks.push({ ms: before.times[i]! + 7000, tone: before.tones[i]!, height: before.heights[i]! });
  }
  peaks.sort((a, b) => a.ms - b.ms);
  return {
    durationSec: 30,
    startSec: 0,
    times: Uint32Array.from(peaks, ({ ms }) => ms),
    tones: Uint16Array.from(peaks, ({ tone }) => tone),
    heights: Uint8Array.from(peaks, ({ height }) => height),
    energy: new Uint8Array(938 * 16).map(() => 120 + 80 * random()),
    bands: 16,
    hopSec: 0.032,
    fine: new Uint8Array(7500).map(() => 256 * random()),
    fineRate: 2000,
    audible: 1,
  };
}

async function many(sizes: readonly [number, number], say: BenchPlace["say"]): Promise<Figure[]> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const took: { cpuS: number; bytes: number; shared: number; detail: string }[] = [];
  for (const size of sizes) {
    say(`${size} sounds of 30 s against each other`);
    const all = Array.from({ length: size }, (_, i) => inventedPrints(i));
    collect();
    const before = process.memoryUsage();
    const stop = startClock();
    const index = createSoundIndex<number>();
    let [candidates, shared] = [0, 0];
    all.forEach((prints, i) => {
      const sound = prepareSound(prints);
      for (const other of index.candidates(sound)) {
        candidates++;
        if (matchPrepared(prepareSound(all[other] as SoundPrints), sound).length > 0) shared++;
      }
      index.add(i, prints);
    });
    const { cpuS } = stop();
    collect();
    const after = process.memoryUsage();
    const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    took.push({
      cpuS,
      bytes,
      shared,
      detail: `${cpuS.toFixed(1)} s of processor, ${megabytes(bytes)} of index, ${candidates} pairs compared, ${shared} of ${Math.floor((size + 8) / 10)} shared ones found`,
    });
  }
  const [small, large] = took as [(typeof took)[number], (typeof took)[number]];
  const times = sizes[1] / sizes[0];
  return [
    figure(
      `${sizes[1]} sounds of 30 s, all against all, processor s`,
      `prints at hand; ${sizes[0]} of them`,
      large.cpuS,
      large.cpuS.toFixed(1),
      undefined,
      large.detail,
    ),
    figure(
      `${times} times as many sounds take so many times as long`,
      `${times} x ${times} would be pair by pair`,
      large.cpuS / small.cpuS,
      (large.cpuS / small.cpuS).toFixed(1),
      { atMost: times * times },
      small.detail,
    ),
  ];
}
