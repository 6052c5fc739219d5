/** Fuzzes one target in a worker with a limit on memory, watches that no input hangs, and tells what it found. */
import { Worker } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { needs } from "../../scripts/testing/needs.ts";
import type { FuzzTarget } from "./fuzz-target.ts";
import { type LaneEnd, type LaneTask, longestInput, place } from "./lane.ts";

export interface FuzzRun {
  readonly name: string;
  readonly runs: number;
  readonly slowestMs: number;
  /** What stayed in memory between the first few hundred inputs and the last, megabytes. */
  readonly grownMb: number;
  readonly findings: readonly Finding[];
  /** Why it was not run. */
  readonly notRun?: string;
}

export interface Finding {
  readonly sort: "threw" | "hangs" | "fills-memory" | "keeps-memory";
  /** Number of the input: with the seed it makes the input again. */
  readonly run: number;
  readonly input: Uint8Array;
  readonly said: string;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly seconds: number;
  /** Longest time for one input. Measured again alone before it counts: the machine may have been busy. */
  readonly inputMs?: number;
  /** Number of the first input. */
  readonly first?: number;
}

/** Findings after which a target is left alone. */
const mostFindings = 5;
const heapMb = 768;
/** A parser that keeps this much after its inputs are gone keeps something of each. */
const mostGrownMb = 64;

export async function runTarget(file: string, { seed, seconds, inputMs = 5000, first = 0 }: FuzzOptions): Promise<FuzzRun> {
  const { target } = (await import(file)) as { target: FuzzTarget };
  const missing = needs({ programs: target.programs ?? [] });
  if (missing !== false) return { name: target.name, runs: 0, slowestMs: 0, grownMb: 0, findings: [], notRun: missing };
  const seeds = await target.seeds();
  const findings: Finding[] = [];
  const end = performance.now() + seconds * 1000;
  let next = first;
  let runs = 0;
  let slowestMs = 0;
  let grownMb = 0;
  for (;;) {
    const left = Math.max(0.05, (end - performance.now()) / 1000);
    const lane = await watch({ file, seeds, seed, first: next, seconds: left, only: undefined }, inputMs);
    const finding = lane.state === "ended" ? findingOf(lane.end) : await again({ file, seeds, seed }, lane, inputMs);
    if (lane.state === "ended" && lane.end.state === "over") {
      runs += lane.end.runs;
      slowestMs = Math.max(slowestMs, lane.end.slowestMs);
      grownMb = Math.max(grownMb, lane.end.grownMb);
    }
    if (finding !== undefined) findings.push(finding);
    if (lane.state === "ended" && lane.end.state === "over") break;
    const stopped = lane.state === "ended" ? (finding?.run ?? next) : lane.run;
    runs += stopped - next + 1;
    next = stopped + 1;
    if (findings.length >= mostFindings || performance.now() >= end) break;
  }
  return { name: target.name, runs, slowestMs, grownMb, findings };
}

type Lane =
  | { readonly state: "ended"; readonly end: LaneEnd }
  | { readonly state: "hangs" | "fills-memory"; readonly run: number; readonly input: Uint8Array; readonly said: string };

function findingOf(end: LaneEnd): Finding | undefined {
  if (end.state === "threw") return { sort: "threw", run: end.run, input: end.input, said: end.said };
  if (end.grownMb <= mostGrownMb) return undefined;
  return { sort: "keeps-memory", run: 0, input: new Uint8Array(), said: `${Math.round(end.grownMb)} MB stayed after ${end.runs} inputs` };
}

/** An input that took too long, or filled the memory, is run alone and with more time; then it counts or it does not. */
async function again(task: Pick<LaneTask, "file" | "seeds" | "seed">, lane: Exclude<Lane, { state: "ended" }>, inputMs: number) {
  const { run, input, said } = lane;
  const alone = await watch({ ...task, first: run, seconds: 3600, only: input }, inputMs * 3);
  if (alone.state === "ended") return findingOf(alone.end);
  return { sort: alone.state, run, input, said: alone.said === "" ? said : alone.said };
}

async function watch(task: Omit<LaneTask, "shared">, inputMs: number): Promise<Lane> {
  const shared = new SharedArrayBuffer(place.header * 4 + longestInput);
  const numbers = new Int32Array(shared, 0, place.header);
  const inputNow = () => new Uint8Array(shared, place.header * 4).slice(0, Math.min(longestInput, Atomics.load(numbers, place.length)));
  const worker = new Worker(fileURLToPath(new URL("lane.ts", import.meta.url)), {
    workerData: { ...task, shared } satisfies LaneTask,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  return await new Promise<Lane>((resolve, reject) => {
    let seen = 0;
    let since = performance.now();
    const watching = setInterval(() => {
      const run = Atomics.load(numbers, place.run);
      if (run !== seen || run === 0) [seen, since] = [run, performance.now()];
      else if (performance.now() - since > inputMs)
        finish({ state: "hangs", run: run - 1, input: inputNow(), said: `no answer within ${inputMs} ms` });
    }, 100);
    const finish = (lane: Lane) => {
      clearInterval(watching);
      void worker.terminate().then(() => resolve(lane), reject);
    };
    worker.on("message", (end: LaneEnd) => finish({ state: "ended", end }));
    worker.on("error", (error: Error & { code?: string }) => {
      const run = Atomics.load(numbers, place.run) - 1;
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
        return finish({ state: "fills-memory", run, input: inputNow(), said: `more than ${heapMb} MB` });
      // Thrown outside the target's own promise: by a timer, or by an event nobody listens to.
      if (run >= 0) return finish({ state: "ended", end: { state: "threw", run, input: inputNow(), said: error.stack ?? error.message } });
      clearInterval(watching);
      reject(error);
    });
  });
}
