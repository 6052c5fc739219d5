/**
 * The worker's side of fuzzing: makes inputs and runs the target on them until its time is over. What it is at stands in
 * shared memory, so that the other side can tell what it hangs at.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { randomStream } from "../../scripts/sample/random.ts";
import { bytesOf, type FuzzTarget } from "./fuzz-target.ts";
import { mutate } from "./mutate.ts";

export interface LaneTask {
  /** Address of the target's file. */
  readonly file: string;
  readonly seeds: readonly Uint8Array[];
  readonly seed: number;
  /** Number of the first input; the input depends on it and on `seed` alone. */
  readonly first: number;
  readonly seconds: number;
  /** One input instead of those that would be made. */
  readonly only: Uint8Array | undefined;
  readonly shared: SharedArrayBuffer;
}

/** Int32 places at the head of the shared memory; the input follows. */
export const place = { run: 0, length: 1, header: 8 } as const;

export type LaneEnd =
  | { readonly state: "over"; readonly runs: number; readonly slowestMs: number; readonly slowest: number; readonly grownMb: number }
  | { readonly state: "threw"; readonly run: number; readonly input: Uint8Array; readonly said: string };

/** Bytes that an input may have; room for it lies in shared memory. */
export const longestInput = 64 * 1024;
/** Runs before memory is measured first: compiled code and tables are there by then. */
const warmUp = 300;

if (parentPort !== null) parentPort.postMessage(await run(workerData as LaneTask));

async function run({ file, seeds, seed, first, seconds, only, shared }: LaneTask): Promise<LaneEnd> {
  const { target } = (await import(file)) as { target: FuzzTarget };
  const numbers = new Int32Array(shared, 0, place.header);
  const room = new Uint8Array(shared, place.header * 4);
  const longest = Math.min(target.longest ?? longestInput, longestInput);
  const dictionary = target.dictionary.map((token) => (typeof token === "string" ? bytesOf(token) : token));
  const inputOf = (n: number) =>
    only ??
    (n < seeds.length
      ? (seeds[n] as Uint8Array)
      : mutate({ seeds, dictionary, longest, random: randomStream(seed, `${target.name} ${n}`) }));
  const end = performance.now() + seconds * 1000;
  let usedBefore: number | undefined;
  let slowestMs = 0;
  let slowest = first;
  let n = first;
  for (; performance.now() < end; n++) {
    const input = inputOf(n);
    room.set(input.subarray(0, room.length));
    Atomics.store(numbers, place.length, input.length);
    Atomics.store(numbers, place.run, n + 1);
    const began = performance.now();
    try {
      await target.run(input.slice());
    } catch (error) {
      return { state: "threw", run: n, input, said: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    const ms = performance.now() - began;
    if (ms > slowestMs) [slowestMs, slowest] = [ms, n];
    if (only !== undefined) return { state: "over", runs: 1, slowestMs, slowest, grownMb: 0 };
    if (n - first === warmUp) usedBefore = usedMb();
    // Messages and timers of the worker get a turn.
    if (n % 256 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { state: "over", runs: n - first, slowestMs, slowest, grownMb: usedBefore === undefined ? 0 : usedMb() - usedBefore };
}

/** What lives after everything unreachable is gone. */
function usedMb(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
