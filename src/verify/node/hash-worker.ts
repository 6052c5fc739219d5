/** Hashes files in a thread of its own, so that objects are read while the ledger is checked. */
import { parentPort } from "node:worker_threads";
import { hashFile } from "./hash-file.ts";

export interface HashAnswer {
  /** Read since the last answer; a large file says so on its way. */
  readonly bytes: number;
  /** Absent on the way. 32 bytes per path asked for, in order, in one piece. Zeros where `failed` says why. */
  readonly digests?: Uint8Array;
  /** Absent where every file could be read. */
  readonly failed?: ReadonlyMap<number, string>;
}

const reportBytes = 32 * 1024 * 1024;

parentPort?.on("message", (paths: readonly string[]) => {
  let read = 0;
  const tell = (answer: HashAnswer) => parentPort?.postMessage(answer);
  const onBytes = (count: number) => {
    read += count;
    if (read < reportBytes) return;
    tell({ bytes: read });
    read = 0;
  };
  const digests = new Uint8Array(32 * paths.length);
  const failed = new Map<number, string>();
  for (const [i, path] of paths.entries()) {
    try {
      digests.set(hashFile(path, onBytes), 32 * i);
    } catch (error) {
      failed.set(i, error instanceof Error ? error.message : String(error));
    }
  }
  tell({ bytes: read, digests, ...(failed.size > 0 ? { failed } : {}) });
});
