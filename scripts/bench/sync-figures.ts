/** Two recordings beside decoding them; many recordings grouped and put on one clock; and how often an offset that is given is wrong. */
import { join } from "node:path";
import { createSyncMeasurer } from "../../src/analyse/sync-measure/run-measurer.ts";
import { measureSound } from "../../src/analyse/sync-sound/measure-sound.ts";
import type { PairOfFiles } from "../../src/core/sync/measurer.port.ts";
import type { PairMeasurement } from "../../src/core/sync/pair-measurement.ts";
import { away, speedOfSound } from "../accuracy/sync-hearing.ts";
import { scenePair, strataApart, strataTogether } from "../accuracy/sync-scenes.ts";
import { type PairScore, scorePair } from "../accuracy/sync.ts";
import { randomStream } from "../sample/random.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, timeFigure } from "./figure.ts";
import { inTurns, runChild, startClock, type Took, timeShell } from "./measure.ts";
import { eventSounds, record, type Recorded, recordMany, usual } from "./sync-material.ts";

const laterS = 73.5;
const rounds = 5;

interface PairTook extends Required<Took> {
  readonly measured: PairMeasurement;
}

export async function syncPairFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const seconds = quick ? 60 : 300;
  const later = quick ? 14.7 : laterS;
  say(`two recordings of ${seconds} s, and two that are hard to hear`);
  const sources = eventSounds(0, seconds + later + 5).slice(0, 1);
  const [source] = sources as [(typeof sources)[0]];
  const random = randomStream(21, "pair");
  const name = (which: string) => join(folder, `${which}.m4a`);
  const one = { ...usual, at: [0, 0], startS: 1, durationS: seconds } as const;
  const other = { ...usual, at: [9, 4], startS: 1 + later, durationS: seconds } as const;
  const hard = { noiseDb: 3, pink: true, lowPassHz: 900, echo: 0.8 };
  await record(sources, one, random, name("a"));
  await record(sources, other, random, name("b"));
  await record(sources, { ...one, noiseDb: -6 }, random, name("hard-a"));
  await record(sources, { ...other, ...hard }, random, name("hard-b"));
  const truth = later + (away(source.at, one.at) - away(source.at, other.at)) / speedOfSound;
  const measure = (a: string, b: string) => runChild<PairTook>("sync-child.ts", [name(a), name(b)]);
  let last: PairMeasurement | undefined;
  const ours = async (): Promise<Took> => {
    const { measured, ...took } = await measure("a", "b");
    last = measured;
    return took;
  };
  const decode = ["a", "b"].map((which) => `ffmpeg -v error -threads 1 -i ${name(which)} -f null -`).join("; ");
  const beside = await inTurns(rounds, ours, () => timeShell(decode, folder));
  const hardTook = await measure("hard-a", "hard-b");
  const errorOf = (measured: PairMeasurement | undefined) =>
    measured?.state === "measured" ? Math.abs(measured.offset.offsetS - truth) : NaN;
  const errorFigure = (what: string, measured: PairMeasurement | undefined) => {
    const error = errorOf(measured) * 1000;
    const said =
      measured?.state === "measured" ? `+-${(measured.offset.plusMinusS * 1000).toFixed(1)} ms stated` : `refused: ${measured?.reason}`;
    return figure(what, "the truth, sound travel included", error, `${error.toFixed(2)} ms`, { atMost: 5 }, said);
  };
  return [
    timeFigure({
      name: `two recordings of ${seconds} s: features and offset`,
      beside: "ffmpeg decoding both to nothing, one after the other",
      rounds: beside,
      target: { atMost: 1.5 },
      wallOnly: true,
      note: "without the start of Node; audio-offset-finder, which needs packages that are not given here, took 2.9 to 3.6 s for such a pair",
    }),
    errorFigure("its offset is off by", last),
    errorFigure("low-passed, echoing and buried in pink noise: off by", hardTook.measured),
  ];
}

export async function syncManyFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const [most, seconds] = quick ? [20, 60] : [100, 300];
  const recorded = await recordMany(folder, most, seconds, say);
  const took: number[] = [];
  const figures: Figure[] = [];
  for (const count of [most / 4, most]) {
    say(`${count} recordings on one clock`);
    const some = recorded.slice(0, count);
    const stop = startClock();
    let decoded = 0;
    const measured = await createSyncMeasurer().measure(
      some.map(({ path }, at) => ({ id: String(at), path })),
      {
        signal: new AbortController().signal,
        picture: "never",
        onProgress: ({ doing }) => {
          if (doing === "reading-sound") decoded = stop().wallS;
        },
      },
    );
    const { wallS } = stop();
    took.push(wallS);
    const pairs = measured?.pairs ?? [];
    const { found, missed, across, worstS, triangles } = judged(some, pairs);
    figures.push(
      figure(
        `${count} recordings of ${seconds} s: every pair`,
        "-",
        wallS,
        `${wallS.toFixed(1)} s`,
        count === 100 ? { atMost: 120 } : undefined,
        `as in a case, in children; ${decoded.toFixed(1)} s of it decoding; ${pairs.length} pairs`,
      ),
      figure(
        `of them, pairs of one event that were found`,
        "all",
        found / (found + missed),
        `${found} of ${found + missed}`,
        undefined,
        "as far as sound tells",
      ),
      figure(
        "offsets given to recordings of two events",
        "-",
        across,
        String(across),
        { atMost: 0 },
        `of ${pairs.length - found - missed} such pairs`,
      ),
      figure(
        `${triangles} triangles close within`,
        "-",
        worstS * 1000,
        `${(worstS * 1000).toFixed(1)} ms`,
        { atMost: 20 },
        "offsets with rates, the worst triangle",
      ),
    );
  }
  const growth = (took[1] ?? NaN) / (took[0] ?? NaN);
  figures.push(
    figure(
      "4 times as many recordings take so many times as long",
      "16.5 times as many pairs",
      growth,
      growth.toFixed(1),
      { atMost: 16.5 },
      "-",
    ),
  );
  return figures;
}

function judged(recorded: readonly Recorded[], pairs: readonly PairOfFiles[]) {
  const lines = new Map<string, (atB: number) => number>();
  let [found, missed, across] = [0, 0, 0];
  for (const { a: one, b: other, measurement } of pairs) {
    const [a, b] = [Number(one), Number(other)];
    const together = recorded[a]?.event === recorded[b]?.event;
    if (measurement.state !== "measured") {
      if (together) missed++;
      continue;
    }
    if (!together) across++;
    else found++;
    const { at, rate } = measurement.offset;
    const pace = rate === "not-measured" ? 1 : 1 + rate.ppm / 1e6;
    lines.set(`${a} ${b}`, (atB) => at.a + (atB - at.b) * pace);
  }
  let [worstS, triangles] = [0, 0];
  for (let a = 0; a < recorded.length; a++)
    for (let b = a + 1; b < recorded.length; b++)
      for (let c = b + 1; c < recorded.length; c++) {
        const [ab, bc, ac] = [lines.get(`${a} ${b}`), lines.get(`${b} ${c}`), lines.get(`${a} ${c}`)];
        if (ab === undefined || bc === undefined || ac === undefined) continue;
        triangles++;
        worstS = Math.max(worstS, Math.abs(ab(bc(60)) - ac(60)));
      }
  return { found, missed, across, worstS, triangles };
}

/** Group 2 of the scenes: neither those that thresholds were set on nor those of the method page. */
export async function syncSafeFigures({ quick, say }: BenchPlace): Promise<Figure[]> {
  const each = quick ? 1 : 6;
  const scores: PairScore[] = [];
  for (const stratum of [...strataTogether, ...strataApart]) {
    say(`${each} pairs: ${stratum}`);
    for (let n = 0; n < each; n++) {
      const pair = scenePair(stratum, 2, n);
      scores.push(scorePair(pair, measureSound(pair.a, pair.b)));
    }
  }
  const count = (is: (score: PairScore) => boolean) => scores.filter(is).length;
  const wrong = count(({ outcome }) => outcome === "wrong");
  const related = count(({ related }) => related);
  const right = count(({ outcome }) => outcome === "right");
  const apart = `${scores.length - related} of them share nothing or repeat`;
  return [
    figure(`offsets given that are off by more than 50 ms, of ${scores.length} pairs`, "-", wrong, String(wrong), { atMost: 0 }, apart),
    figure(
      "pairs of one event that were found",
      "all, hard ones included",
      right / related,
      `${right} of ${related}`,
      undefined,
      "the others are refused",
    ),
  ];
}
