/** Runs an order over all rows on threads that share the memory, or here where none are wanted; tells how far it is, and stops when asked to. */
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import type { HashMemory } from "./hash-memory.ts";
import { type ScanExports, scanModuleBytes } from "./scan-module.ts";
import { countStretches, openStretches, type ScanOrder, sharedNumbers, threadBytes } from "./scan-rows.ts";
import type { ScanAnswer, ScanThreadData } from "./scan-thread.ts";
import { instantiate } from "./web-assembly.ts";

export interface ScanControl {
  readonly signal: Cancellation;
  /** Stretches done of all; now and then, and at the end. */
  readonly onProgress: (done: number, of: number) => void;
}

export interface ScanThreads {
  /** Hits of all threads. After `signal` the answer is incomplete and must not be used. */
  run(order: ScanOrder, control: ScanControl): Promise<readonly Uint32Array[]>;
  close(): Promise<void>;
}

const toldEveryMs = 100;

/** `count` 0 scans on the thread that asks, for a child that may start no threads. */
export function createScanThreads(room: HashMemory, count: number): ScanThreads {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  let workers: readonly Worker[] | undefined;
  const outs = Array.from({ length: Math.max(1, count) }, () => room.take(threadBytes).at);

  const start = () =>
    outs.map((outAt) => {
      const worker = new Worker(new URL("./scan-thread.ts", import.meta.url), {
        workerData: { memory: room.memory, shared, outAt } satisfies ScanThreadData,
      });
      // What waits for work keeps no program running.
      worker.unref();
      return worker;
    });

  async function close(): Promise<void> {
    const ending = workers ?? [];
    workers = undefined;
    await Promise.all(ending.map((worker) => worker.terminate()));
  }

  async function onThreads(order: ScanOrder): Promise<readonly Uint32Array[]> {
    workers ??= start();
    try {
      return await Promise.all(workers.map((worker) => ask(worker, order)));
    } catch (error) {
      // Whichever is left would write into memory that is handed out again.
      await close();
      throw error;
    }
  }

  async function here(order: ScanOrder): Promise<readonly Uint32Array[]> {
    const exports = instantiate(scanModuleBytes(), room.memory) as ScanExports;
    const stretches = openStretches(order, exports, room.memory, outs[0] ?? 0);
    for (let next = 0; next < stretches.count && shared[sharedNumbers.stop] === 0; next++) {
      stretches.run(next);
      shared[sharedNumbers.next] = next + 1;
      await setImmediate();
    }
    return [stretches.hits()];
  }

  return {
    async run(order, { signal, onProgress }) {
      const of = countStretches(order);
      shared.fill(0);
      const stop = () => void Atomics.store(shared, sharedNumbers.stop, 1);
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop);
      const timer = setInterval(() => onProgress(Math.min(of, Atomics.load(shared, sharedNumbers.next)), of), toldEveryMs);
      try {
        const hits = await (count === 0 ? here(order) : onThreads(order));
        if (!signal.aborted) onProgress(of, of);
        return hits;
      } finally {
        clearInterval(timer);
        signal.removeEventListener("abort", stop);
      }
    },
    close,
  };
}

function ask(worker: Worker, order: ScanOrder): Promise<Uint32Array> {
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    const onError = (error: Error) => fail(error);
    const onExit = (code: number) => fail(new Error(`hash search: expected a thread's hits; found its end with ${code}`));
    const onMessage = (answer: ScanAnswer) => {
      if ("message" in answer) return fail(new Error(`hash search: expected a thread's hits; found ${answer.message}`));
      end();
      resolve(answer.hits);
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.ref();
    worker.postMessage(order);
  });
}
