/** A few threads that hash files, fed in batches: a message per file would cost as much as a small file's hash. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { HashAnswer } from "./hash-worker.ts";

const batchFiles = 128;
const threadsAtMost = 4;
/** So that no thread waits while the ledger is checked between two turns of the loop. */
const batchesAhead = 3;

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
  /** Each as often as it takes one more batch. */
  const free: Worker[] = [];
  const workers: Worker[] = [];
  /** In the order in which they will be answered. */
  const underway = new Map<Worker, (readonly Asked[])[]>();
  let scheduled = false;

  function start(): void {
    const worker = new Worker(new URL("./hash-worker.ts", import.meta.url));
    workers.push(worker);
    underway.set(worker, []);
    worker.on("message", (answer: HashAnswer) => take(worker, answer));
    worker.on("error", (error: Error) => {
      for (const asked of underway.get(worker)?.flat() ?? []) asked.reject(error);
      underway.delete(worker);
    });
  }

  function take(worker: Worker, answer: HashAnswer): void {
    const batches = underway.get(worker) ?? [];
    const batch = batches[0] ?? [];
    try {
      batch[0]?.onBytes(answer.bytes);
    } catch (error) {
      // Whoever asked wants to stop: nothing of this batch is waited for.
      for (const asked of batch) asked.reject(error as Error);
    }
    const { digests, failed } = answer;
    if (digests === undefined) return;
    batches.shift();
    free.push(worker);
    feed();
    for (const [i, asked] of batch.entries()) {
      const why = failed?.get(i);
      if (why === undefined) asked.resolve(digests.subarray(32 * i, 32 * i + 32));
      else asked.reject(new Error(why));
    }
  }

  function feed(): void {
    scheduled = false;
    while (waiting.length > 0) {
      const worker = free.shift();
      if (worker === undefined) return;
      // Smaller towards the end, so that no thread is left with all of it: a few files can be most of the bytes.
      const batch = waiting.splice(0, Math.min(batchFiles, Math.ceil(waiting.length / (batchesAhead * threads))));
      underway.get(worker)?.push(batch);
      worker.postMessage(batch.map(({ path }) => path));
    }
  }

  for (let i = 0; i < threads; i++) start();
  for (let i = 0; i < batchesAhead; i++) free.push(...workers);
  return {
    lanes: 2 * batchesAhead * threads * batchFiles,
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
