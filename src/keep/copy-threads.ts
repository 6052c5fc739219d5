/**
 * Copies long files in threads of their own: one reads and writes, the other hashes what was written. On the thread that
 * answers, every piece waited for its turn three times; beside other work that took five times as long as `cp`.
 */
import { Worker } from "node:worker_threads";
import type { OpenFile, StagedObject } from "../core/vault/vault.port.ts";
import { createCopyProgress, resetCopy, stopCopy } from "./copy-progress.ts";
import type { CopyAnswer, CopyOrder, CopyThreadData, HashAnswer } from "./copy-thread.ts";

export interface CopyThreads {
  /** Copies `from` to the file `to`, open for reading too. `onWritten` is told how many bytes stand there. One file at a time; others wait. */
  copy(from: OpenFile, to: number, onWritten: (size: number) => void): Promise<StagedObject>;
  /** Ends the threads. */
  close(): void;
}

export function createCopyThreads(): CopyThreads {
  const progress = createCopyProgress();
  let threads: { readonly copier: Worker; readonly hasher: Worker } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function start(work: CopyThreadData["work"]): Worker {
    const worker = new Worker(new URL("./copy-thread.ts", import.meta.url), { workerData: { work, progress } satisfies CopyThreadData });
    // What waits for work keeps no program running.
    worker.unref();
    return worker;
  }

  async function close(): Promise<void> {
    const ending = threads;
    threads = undefined;
    await Promise.all([ending?.copier.terminate(), ending?.hasher.terminate()]);
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
        stopCopy(progress);
      }
    };
    resetCopy(progress);
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
      const [copied, hashed] = await answers.catch(async (error: unknown) => {
        // Whichever is left would wait for the other for ever; and no thread writes on when the descriptor is closed.
        await close();
        throw error;
      });
      if (refusal !== undefined) throw refusal.error;
      if ("size" in copied && "digest" in hashed) {
        from.onEnd(copied.size);
        return { digest: `sha256:${hashed.digest}`, size: copied.size };
      }
      const failure = "code" in copied ? copied : "code" in hashed ? hashed : undefined;
      if (failure === undefined) throw new Error("copying: expected the copy to be whole or refused; found it given up");
      const error = Object.assign(new Error(failure.message), failure.code === undefined ? {} : { code: failure.code });
      throw failure.failed === "reading" ? from.onFailed(error) : error;
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
    close: () => void close(),
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
