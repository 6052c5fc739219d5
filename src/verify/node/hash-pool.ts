/** A few threads that hash files, fed in batches: a message per file would cost as much as a small file's hash. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { HashAnswer } from "./hash-worker.ts";

const batchFiles = 32;
const threadsAtMost = 4;

export interface HashPool {
  /** How many files are worth asking for at once. */
  readonly lanes: number;
  digest(path: string, onBytes: (count: number) => void): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Asked {
  readonly path: string;
  readonly onBytes: (count: number) => void;
  readonly resolve: (digest: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

export function createHashPool(): HashPool {
  const threads = Math.min(threadsAtMost, availableParallelism());
  const waiting: Asked[] = [];
  const idle: Worker[] = [];
  const workers: Worker[] = [];
  const underway = new Map<Worker, readonly Asked[]>();
  let scheduled = false;

  function start(): void {
    const worker = new Worker(new URL("./hash-worker.ts", import.meta.url));
    workers.push(worker);
    idle.push(worker);
    worker.on("message", (answer: HashAnswer) => take(worker, answer));
    worker.on("error", (error: Error) => {
      for (const asked of underway.get(worker) ?? []) asked.reject(error);
      underway.delete(worker);
    });
  }

  function take(worker: Worker, answer: HashAnswer): void {
    const batch = underway.get(worker) ?? [];
    if ("bytes" in answer) {
      try {
        batch[0]?.onBytes(answer.bytes);
      } catch (error) {
        // Whoever asked wants to stop: nothing of this batch is waited for.
        for (const asked of batch) asked.reject(error as Error);
      }
      return;
    }
    underway.delete(worker);
    idle.push(worker);
    feed();
    for (const [i, asked] of batch.entries()) {
      const why = answer.failed.get(i);
      if (why === undefined) asked.resolve(answer.digests.subarray(32 * i, 32 * i + 32));
      else asked.reject(new Error(why));
    }
  }

  function feed(): void {
    scheduled = false;
    while (waiting.length > 0) {
      const worker = idle.pop();
      if (worker === undefined) return;
      const batch = waiting.splice(0, batchFiles);
      underway.set(worker, batch);
      worker.postMessage(batch.map(({ path }) => path));
    }
  }

  for (let i = 0; i < threads; i++) start();
  return {
    lanes: 3 * threads * batchFiles,
    digest: (path, onBytes) =>
      new Promise((resolve, reject) => {
        waiting.push({ path, onBytes, resolve, reject });
        // Later in this turn of the loop, when all lanes have asked.
        if (!scheduled) queueMicrotask(feed);
        scheduled = true;
      }),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
