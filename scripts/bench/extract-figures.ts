/** Map extracts of growing size: what importing one costs in time, memory and disk, how that grows, and how long a search over all of it takes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { FeatureProblem } from "../../src/core/map-extract/feature-problem.ts";
import { findNearFeatures } from "../../src/reads/find-near-features.ts";
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, megabytes } from "./figure.ts";
import { writeMadeExtract } from "./made-extract.ts";
import { median, startClock, timeShell } from "./measure.ts";
import { watchPeaks } from "./peak-memory.ts";

const searches = 3;
/** A country as files of it are: about eight bytes a node. Taken for the projection, not measured here. */
const country = { bytes: 800e6, nodes: 100e6 };
/** Bytes a node on the disk while an import runs, beside the index: positions 16, corners of ways 8, offsets of ways and tags before they are sorted about 8. */
const workBytes = 32;
const question = "church within 200 m of a rail crossing and 50 m of water";

interface Taken {
  readonly nodes: number;
  readonly fileBytes: number;
  readonly indexBytes: number;
  readonly cpuS: number;
  readonly wallS: number;
  readonly peakBytes: number;
  readonly searchS: number;
  readonly looked: number;
  readonly unpackS: number;
}

export async function extractFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const sizes = quick ? [100_000, 1_000_000] : [1_000_000, 10_000_000];
  const taken: Taken[] = [];
  for (const nodes of sizes) {
    say(`a map of ${nodes / 1e6} million nodes`);
    taken.push(await takeIn(folder, nodes, say));
  }
  const [small, large] = taken as [Taken, Taken];
  const growth = large.nodes / small.nodes;
  const each = (value: number) => value / large.nodes;
  const rows = taken.flatMap((one): Figure[] => {
    const of = `${(one.nodes / 1e6).toFixed(1)} million nodes`;
    const unit = `${((one.cpuS / one.nodes) * 1e6).toFixed(2)} s a million nodes`;
    return [
      figure(
        `importing ${of}`,
        "unpacking the same blobs with zlib and nothing else",
        one.cpuS / one.unpackS,
        `${(one.cpuS / one.unpackS).toFixed(1)} times`,
        undefined,
        `processor ${one.cpuS.toFixed(1)} s against ${one.unpackS.toFixed(2)} s, clock ${one.wallS.toFixed(1)} s; ${unit}`,
      ),
      figure(
        `largest memory of the child, ${of}`,
        "-",
        one.peakBytes / 1e6,
        megabytes(one.peakBytes),
        { atMost: 600 },
        "resident; the cache of node positions takes 128 MB of it at most",
      ),
      figure(
        `index, ${of}`,
        "the file",
        one.indexBytes / one.fileBytes,
        megabytes(one.indexBytes),
        undefined,
        `a file of ${megabytes(one.fileBytes)}; ${(one.indexBytes / one.nodes).toFixed(1)} bytes a node`,
      ),
      figure(
        `"${question}", all of ${of}`,
        "-",
        one.searchS,
        `${one.searchS.toFixed(2)} s`,
        undefined,
        `median of ${searches}; ${one.looked} churches looked at, ${((one.searchS / Math.max(1, one.looked)) * 1000).toFixed(2)} ms each`,
      ),
    ];
  });
  const projected = country.nodes / 1e6;
  return [
    ...rows,
    figure(
      "growth of import time",
      `${Math.round(growth)} times the nodes`,
      large.cpuS / small.cpuS / growth,
      `${(large.cpuS / small.cpuS).toFixed(1)} times`,
      { atMost: 1.3 },
      "processor time; what is judged is the growth over that of the nodes",
    ),
    figure(
      "growth of memory",
      `${Math.round(growth)} times the nodes`,
      large.peakBytes / small.peakBytes,
      `${(large.peakBytes / small.peakBytes).toFixed(2)} times`,
      undefined,
      "caches fill up to their limits",
    ),
    figure(
      "a country on paper",
      `a file of ${megabytes(country.bytes)}, taken as ${projected} million nodes`,
      each(large.cpuS) * country.nodes,
      `${Math.round((each(large.cpuS) * country.nodes) / 60)} min, ${((each(large.indexBytes) * country.nodes) / 1e9).toFixed(1)} GB`,
      undefined,
      `unit costs of the larger map; while it runs ${((country.nodes * workBytes) / 1e9).toFixed(1)} GB of disk more. Real things have more tags than these: an index twice as large is to be expected`,
    ),
  ];
}

async function takeIn(folder: string, nodes: number, say: BenchPlace["say"]): Promise<Taken> {
  const file = join(folder, `made-${nodes}.osm.pbf`);
  const data = join(folder, `data-${nodes}`);
  const made = await writeMadeExtract(file, nodes);
  say(`importing it: ${made.ways} ways, ${made.relations} areas of ways`);
  const alone = join(import.meta.dirname, "../../test/features/import-alone.ts");
  const line = `exec ${process.execPath} --disable-warning=ExperimentalWarning ${alone} ${data} ${file}`;
  // Run twice: the shell's clock counts all that a process started, and the peaks are asked of it while it lives.
  const child = spawn("bash", ["-c", line], { stdio: "ignore" });
  const peaks = watchPeaks(child.pid as number);
  await once(child, "exit");
  const peakBytes = peaks.stop().child;
  rmSync(data, { recursive: true });
  const { cpuS, wallS } = await timeShell(line.replace("exec ", ""), folder);
  const unpack = await timeShell(
    `${process.execPath} --disable-warning=ExperimentalWarning ${join(import.meta.dirname, "unpack-child.ts")} ${file}`,
    folder,
  );
  const extracts = mapExtractsOf(data);
  const [facts] = await extracts.list();
  const runs: number[] = [];
  let looked = 0;
  for (let n = 0; n < searches; n++) {
    const stop = startClock();
    const answer = await findNearFeatures(extracts, FeatureProblem.parse({ text: question }), {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    runs.push(stop().wallS);
    looked = answer?.lookedAt.things ?? 0;
  }
  return {
    nodes: made.nodes,
    fileBytes: statSync(file).size,
    indexBytes: facts?.indexBytes ?? Number.NaN,
    ...{ cpuS, wallS, peakBytes, looked },
    searchS: median(runs),
    unpackS: Number(unpack.stdout.trim()),
  };
}
