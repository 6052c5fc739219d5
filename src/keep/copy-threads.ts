/**
 * Copies long files in threads of their own: one reads and writes, the other hashes the same pieces. On the thread that
 * answers, every piece waited for its turn three times; beside other work that took five times as long as `cp`.
 */
import { Worker } from "node:worker_threads";
import type { OpenFile, StagedObject } from "../core/vault/vault.port.ts";
import { createCopyRing, stopCopy } from "./copy-ring.ts";
import type { CopyAnswer, CopyOrder, CopyThreadData, HashAnswer } from "./copy-thread.ts";

export interface CopyThreads {
  /** Copies `from` to the open file `to`. `onWritten` is told how many bytes stand there. One file at a time; others wait. */
  copy(from: OpenFile, to: number, onWritten: (size: number) => void): Promise<StagedObject>;
  /** Ends the threads. */
  close(): void;
}

export function createCopyThreads(): CopyThreads {
  const ring = createCopyRing();
  let threads: { readonly copier: Worker; readonly hasher: Worker } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function start(work: CopyThreadData["work"]): Worker {
    const worker = new Worker(new URL("./copy-thread.ts", import.meta.url), { workerData: { work, ring } satisfies CopyThreadData });
    // What waits for work keeps no program running.
    worker.unref();
    return worker;
  }

  function close(): void {
    void threads?.copier.terminate();
    void threads?.hasher.terminate();
    threads = undefined;
  }

  async function copyNow(from: OpenFile, to: number, onWritten: (size: number) => void): Promise<StagedObject> {
    threads ??= { copier: start("copy"), hasher: start("hash") };
    const { copier, hasher } = threads;
    let size = 0;
    let refusal: { readonly error: unknown } | undefined;
    const onProgress = (answer: CopyAnswer) => {
      if (!("copied" in answer) || refusal !== undefined) return;
      size += answer.copied;
      try {
        from.onBytes(answer.copied);
        onWritten(size);
      } catch (error) {
        refusal = { error };
        stopCopy(ring, true);
      }
    };
    stopCopy(ring, false);
    copier.ref();
    hasher.ref();
    try {
      const order: CopyOrder = { from: from.descriptor, to, size: from.size };
      const answers = Promise.all([
        lastAnswer<CopyAnswer>(copier, (answer) => !("copied" in answer), onProgress),
        lastAnswer<HashAnswer>(
          hasher,
          () => true,
          () => undefined,
        ),
      ]);
      copier.postMessage(order);
      hasher.postMessage(order);
      const [copied, digest] = await answers.catch((error: unknown) => {
        // Whichever is left would wait for the other for ever.
        close();
        throw error;
      });
      if (refusal !== undefined) throw refusal.error;
      if ("size" in copied && digest !== undefined) {
        from.onEnd(copied.size);
        return { digest: `sha256:${digest}`, size: copied.size };
      }
      if (!("code" in copied)) throw new Error("copying: expected the copy to be whole or refused; found it given up");
      const error = Object.assign(new Error(copied.message), copied.code === undefined ? {} : { code: copied.code });
      throw copied.failed === "reading" ? from.onFailed(error) : error;
    } finally {
      copier.unref();
      hasher.unref();
    }
  }

  return {
    copy(from, to, onWritten) {
      const mine = turn.then(() => copyNow(from, to, onWritten));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close,
  };
}

/** The answer that ends an order; `onOther` is given those before it. A thread that fails or is ended rejects. */
function lastAnswer<Answer>(worker: Worker, isLast: (answer: Answer) => boolean, onOther: (answer: Answer) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Answer) => (isLast(answer) ? settle(() => resolve(answer)) : onOther(answer));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error("copying: expected both threads to go on; found one ended")));
    const settle = (how: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      how();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
