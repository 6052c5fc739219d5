/**
 * A few threads that hash files, fed in batches: a message per file would cost as much as a small file's hash. They begin
 * with what is put in line first, while the rest is still being found.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { NamedFile, OnCompared } from "../case-files.port.ts";
import type { HashAnswer, HashWorkerData } from "./hash-worker.ts";

const batchFiles = 128;
const threadsAtMost = 4;
/** So that no thread waits while the ledger is checked between two turns of the loop. */
const batchesAhead = 3;

export interface HashPool {
  /** Puts a file in line. */
  add(file: NamedFile): void;
  /** Tells of all that was put in line, as the port says, and resolves when all of it is done. Once for each pool, after the last `add`. */
  finish(on: OnCompared): Promise<void>;
  close(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  /** Batches that it was given and has not answered. */
  underway: number;
}

/** `folder` ends in a separator. The threads begin at once. */
export function createHashPool(folder: string): HashPool {
  const threads = Array.from({ length: Math.min(threadsAtMost, availableParallelism()) }, (): Thread => {
    return {
      worker: new Worker(new URL("./hash-worker.ts", import.meta.url), { workerData: folder satisfies HashWorkerData }),
      underway: 0,
    };
  });
  const files: NamedFile[] = [];
  /** What came before anybody wanted to be told. */
  const early: HashAnswer[] = [];
  let next = 0;
  let told: { readonly on: OnCompared; readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  let failed: Error | undefined;

  function fail(error: Error): void {
    failed ??= error;
    told?.reject(failed);
  }

  /** While more may come only whole batches; at the end smaller ones, so that no thread is left with all of it: a few files can be most of the bytes. */
  function feed(thread: Thread): void {
    const left = files.length - next;
    const least = told === undefined ? batchFiles : 1;
    if (left < least || thread.underway >= batchesAhead) return;
    const batch = files.slice(
      next,
      next + (told === undefined ? batchFiles : Math.min(batchFiles, Math.ceil(left / (batchesAhead * threads.length)))),
    );
    next += batch.length;
    thread.underway++;
    thread.worker.postMessage(batch);
  }

  function feedAll(): void {
    for (let round = 0; round < batchesAhead; round++) for (const thread of threads) feed(thread);
  }

  function tell({ bytes, done }: HashAnswer, on: OnCompared): void {
    on.read(bytes, done?.files ?? 0);
    for (const one of done?.differing ?? []) on.differs(one.path, "found" in one ? { digits: one.found } : { unreadable: one.unreadable });
  }

  function endIfDone(): void {
    if (told !== undefined && next === files.length && threads.every(({ underway }) => underway === 0)) told.resolve();
  }

  function take(thread: Thread, answer: HashAnswer): void {
    try {
      if (told === undefined) early.push(answer);
      else tell(answer, told.on);
    } catch (error) {
      // Whoever asked wants to stop.
      return fail(error as Error);
    }
    if (answer.done === undefined) return;
    thread.underway--;
    feed(thread);
    endIfDone();
  }

  for (const thread of threads) {
    thread.worker.on("message", (answer: HashAnswer) => take(thread, answer)).on("error", fail);
    thread.worker.on("exit", () => fail(new Error("hashing: expected its threads to go on; found one ended")));
  }

  return {
    add(file) {
      files.push(file);
      if (files.length - next >= batchFiles) feedAll();
    },
    finish(on) {
      return new Promise((resolve, reject) => {
        told = { on, resolve, reject };
        if (failed !== undefined) return reject(failed);
        try {
          for (const answer of early.splice(0)) tell(answer, on);
        } catch (error) {
          return reject(error as Error);
        }
        feedAll();
        endIfDone();
      });
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
