/**
 * Many clips of 30 s against each other by the product's own matcher: processor time, peak memory, growth, and whether what is
 * shared is found. Made by many-clips.ts without a codec, so decoding and printing are not in it.
 */
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createCopyMatcher } from "../../../src/analyse/copies/run-matcher.ts";
import type { Printed } from "../../../src/core/copies/copy-matcher.port.ts";
import type { PairComparison } from "../../../src/core/copies/segment-match.ts";
import { Digest } from "../../../src/core/hash/digest.ts";
import type { BenchPlace } from "../bench-place.ts";
import { type Figure, figure, megabytes } from "../figure.ts";
import { runChild } from "../measure.ts";
import { watchPeaks } from "../peak-memory.ts";
import { inParallel } from "./in-parallel.ts";
import { clipName, copyOf } from "./many-clips.ts";
import { judgePair } from "./scoring.ts";

interface Run {
  readonly count: number;
  /** Of one processor; `clockS` by the clock, whatever else ran. */
  readonly seconds: number;
  readonly clockS: number;
  readonly peakBytes: number;
  readonly pairs: readonly PairComparison[];
}

export async function manyFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const counts = quick ? ([15, 60] as const) : ([250, 1000] as const);
  const prints = join(folder, "prints");
  mkdirSync(prints);
  say(`prints of ${counts[1]} clips`);
  const cpuS = await printAll(prints, counts[1]);
  const runs: Run[] = [];
  for (const count of counts) {
    say(`${count} clips against each other`);
    runs.push(await compareAll(prints, count, say));
  }
  const [small, large] = runs as [Run, Run];
  const pairsOf = (count: number) => (count * (count - 1)) / 2;
  const found = judgeAll(large);
  const words = `${Math.round((cpuS / counts[1]) * 1000)} ms of one processor to render and print a clip, not counted`;
  const of = `${large.count} clips of 30 s against each other`;
  const none = "nothing to stand beside";
  const growth = large.seconds / small.seconds;
  return [
    figure(
      `${of}: processor s`,
      none,
      large.seconds,
      large.seconds.toFixed(0),
      undefined,
      `${pairsOf(large.count)} pairs, ${((large.seconds / pairsOf(large.count)) * 1000).toFixed(2)} ms a pair; ${large.clockS.toFixed(0)} s by the clock beside whatever else ran; ${words}`,
    ),
    figure(
      `${of}: peak memory`,
      none,
      large.peakBytes,
      megabytes(large.peakBytes),
      undefined,
      `of the child that compares; ${megabytes(small.peakBytes)} at ${small.count}`,
    ),
    figure(
      `growth from ${small.count} to ${large.count}`,
      `${(pairsOf(large.count) / pairsOf(small.count)).toFixed(1)} times the pairs`,
      growth,
      `${growth.toFixed(1)} times`,
      undefined,
      `${small.seconds.toFixed(1)} s at ${small.count}`,
    ),
    figure(
      `${of}: copies found, picture`,
      `${found.copies} copies`,
      found.picture / found.copies,
      `${found.picture}`,
      undefined,
      `sound ${found.sound}; missed: ${found.missed.join(", ") || "none"}`,
    ),
    figure(
      `${of}: false matches`,
      "pairs that share nothing",
      found.wrong.length,
      `${found.wrong.length}`,
      { atMost: 0 },
      found.wrong.slice(0, 10).join(", ") || "none",
    ),
  ];
}

async function printAll(prints: string, count: number): Promise<number> {
  const lot = 10;
  const firsts = Array.from({ length: Math.ceil(count / lot) }, (_, i) => i * lot);
  const told = await inParallel(availableParallelism(), firsts, (from) =>
    runChild<{ cpuS: number }>("copies/many-child.ts", [prints, String(from), String(Math.min(count, from + lot))]),
  );
  return told.reduce((sum, { cpuS }) => sum + cpuS, 0);
}

/** Names of objects that do not exist: the matcher hands them back and asks for no bytes. */
const objectOf = (index: number) => Digest.parse(`sha256:${createHash("sha256").update(clipName(index)).digest("hex")}`);

async function compareAll(prints: string, count: number, say: BenchPlace["say"]): Promise<Run> {
  const fresh = Array.from({ length: count }, (_, index): Printed => {
    const path = (ending: string) => join(prints, `${clipName(index)}.${ending}`);
    return { object: objectOf(index), framePrints: path("frames"), soundPrints: path("sound") };
  });
  const pairs: PairComparison[] = [];
  const peaks = watchPeaks(process.pid);
  const began = performance.now();
  let tenth = 0;
  await createCopyMatcher().compare(
    { known: [], fresh },
    {
      signal: new AbortController().signal,
      onProgress: (done) => {
        if (Math.floor(done * 10) > tenth) say(`compared ${(tenth = Math.floor(done * 10)) * 10} %`);
      },
    },
    async (pair) => void pairs.push(pair),
  );
  const clockS = (performance.now() - began) / 1000;
  const { child, childCpuS } = peaks.stop();
  return { count, seconds: childCpuS, clockS, peakBytes: child, pairs };
}

function judgeAll({ count, pairs }: Run) {
  const names = new Map(Array.from({ length: count }, (_, index) => [objectOf(index) as string, clipName(index)]));
  const named = pairs.map((pair) => ({ pair, a: names.get(pair.a) ?? "", b: names.get(pair.b) ?? "" }));
  const copies = Array.from({ length: count }, (_, index) => copyOf(index)).filter((copy) => copy !== null);
  const segments = (pair: PairComparison | undefined, of: "picture" | "sound") => {
    const channel = pair?.[of];
    return channel?.state === "compared" ? channel.segments : [];
  };
  const missed: string[] = [];
  let [picture, sound] = [0, 0];
  for (const copy of copies) {
    const pair = named.find(({ a, b }) => a === copy.source && b === copy.copy)?.pair;
    if (judgePair([copy], segments(pair, "picture")).found) picture++;
    else missed.push(`${copy.copy} (${copy.kind})`);
    if (judgePair([copy], segments(pair, "sound")).found) sound++;
  }
  const wrong = named
    .filter(({ pair, a, b }) => {
      const shares = copies.some((copy) => copy.source === a && copy.copy === b);
      return !shares && segments(pair, "picture").length + segments(pair, "sound").length > 0;
    })
    .map(({ a, b }) => `${a} and ${b}`);
  return { copies: copies.length, picture, sound, missed, wrong };
}
