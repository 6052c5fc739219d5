/**
 * Has short files copied into the case by a thread of its own, while this one records those before them. The first few are
 * copied here: for them alone a thread would take longer to begin than it saves.
 */
import { Worker } from "node:worker_threads";
import { type SmallAnswer, type SmallOrder, stageSmall } from "./stage-small.ts";

const copiedHere = 32;
/** A message for each file would cost as much as the copy. */
const filesAtOnce = 64;

export interface SmallStager {
  /** In the order in which they are asked for. Rejects when the thread ended. */
  stage(order: SmallOrder): Promise<SmallAnswer>;
  /** Ends the thread. */
  close(): void;
}

interface Asked {
  readonly order: SmallOrder;
  readonly resolve: (answer: SmallAnswer) => void;
  readonly reject: (error: unknown) => void;
}

export function createSmallStager(): SmallStager {
  let here = copiedHere;
  let worker: Worker | undefined;
  let waiting: Asked[] = [];
  const underway: Asked[][] = [];
  let scheduled = false;

  function begin(): Worker {
    // Copies stay open for their sync after the thread is done with them.
    const thread = new Worker(new URL("./stage-thread.ts", import.meta.url), { trackUnmanagedFds: false });
    thread.on("message", (answers: readonly SmallAnswer[]) => {
      const batch = underway.shift() ?? [];
      if (underway.length === 0) thread.unref();
      for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as SmallAnswer);
    });
    thread.on("error", fail).on("exit", () => fail(new Error("copying: expected the thread to go on; found it ended")));
    return thread;
  }

  function fail(error: unknown): void {
    worker = undefined;
    for (const { reject } of [...underway.splice(0).flat(), ...waiting.splice(0)]) reject(error);
  }

  function send(): void {
    scheduled = false;
    if (waiting.length === 0) return;
    worker ??= begin();
    worker.ref();
    underway.push(waiting);
    worker.postMessage(waiting.map(({ order }) => order));
    waiting = [];
  }

  return {
    stage(order) {
      if (here > 0) {
        here--;
        return Promise.resolve(stageSmall(order));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ order, resolve, reject });
        if (waiting.length >= filesAtOnce) send();
        else if (!scheduled) {
          scheduled = true;
          // When whoever asks has no more to ask for at once.
          setImmediate(send);
        }
      });
    },
    close: () => void worker?.terminate(),
  };
}
