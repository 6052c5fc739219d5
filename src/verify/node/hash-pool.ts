/** A few threads that hash files, fed in batches: a message per file would cost as much as a small file's hash. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { NamedFile, OnCompared } from "../case-files.port.ts";
import type { HashAnswer, HashWorkerData } from "./hash-worker.ts";

const batchFiles = 128;
const threadsAtMost = 4;
/** So that no thread waits while the ledger is checked between two turns of the loop. */
const batchesAhead = 3;

export interface HashPool {
  /** As the port says. Once for each pool. */
  compare(files: readonly NamedFile[], on: OnCompared): Promise<void>;
  close(): Promise<void>;
}

/** `folder` ends in a separator. The threads begin at once. */
export function createHashPool(folder: string): HashPool {
  const threads = Math.min(threadsAtMost, availableParallelism());
  const workers = Array.from({ length: threads }, () => {
    return new Worker(new URL("./hash-worker.ts", import.meta.url), { workerData: folder satisfies HashWorkerData });
  });
  let failed: { readonly error: Error } | undefined;
  // Also before anything was asked for: nobody listens then.
  for (const worker of workers) worker.on("error", (error: Error) => (failed ??= { error }));

  function compare(files: readonly NamedFile[], on: OnCompared): Promise<void> {
    return new Promise((resolve, reject) => {
      if (failed !== undefined) return reject(failed.error);
      let [next, underway] = [0, 0];

      function feed(worker: Worker): void {
        const left = files.length - next;
        if (left === 0) {
          if (underway === 0) resolve();
          return;
        }
        // Smaller towards the end, so that no thread is left with all of it: a few files can be most of the bytes.
        const batch = files.slice(next, next + Math.min(batchFiles, Math.ceil(left / (batchesAhead * threads))));
        next += batch.length;
        underway++;
        worker.postMessage(batch);
      }

      function take(worker: Worker, { bytes, done }: HashAnswer): void {
        try {
          on.read(bytes, done?.files ?? 0);
          for (const one of done?.differing ?? [])
            on.differs(one.path, "found" in one ? { digits: one.found } : { unreadable: one.unreadable });
        } catch (error) {
          // Whoever asked wants to stop.
          return reject(error as Error);
        }
        if (done === undefined) return;
        underway--;
        feed(worker);
      }

      for (const worker of workers) {
        worker.on("message", (answer: HashAnswer) => take(worker, answer)).on("error", reject);
        worker.on("exit", () => reject(new Error("hashing: expected its threads to go on; found one ended")));
      }
      for (let i = 0; i < batchesAhead; i++) for (const worker of workers) feed(worker);
    });
  }

  return {
    compare,
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
