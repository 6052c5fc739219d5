/** Hashes files in a thread of its own, so that objects are read while the ledger is checked. Imports little: it begins in a third of the time. */
import { parentPort, workerData } from "node:worker_threads";
import { hashFile } from "./hash-file.ts";

/** What stands before every path. */
export type HashWorkerData = string;

export interface HashOrder {
  readonly path: string;
  /** `sha256:` and the 64 digits that its bytes should have. */
  readonly object: string;
}

export interface HashAnswer {
  /** Read since the last answer; a large file says so on its way. */
  readonly bytes: number;
  /** Absent on the way: how many files the batch had, and those that are not as expected. */
  readonly done?: { readonly files: number; readonly differing: readonly Differing[] };
}

export type Differing = { readonly path: string } &
  /** 64 digits. */
  ({ readonly found: string } | { readonly unreadable: string });

const reportBytes = 32 * 1024 * 1024;
const folder = workerData as HashWorkerData;

parentPort?.on("message", (batch: readonly HashOrder[]) => {
  let read = 0;
  const tell = (answer: HashAnswer) => parentPort?.postMessage(answer);
  const onBytes = (count: number) => {
    read += count;
    if (read < reportBytes) return;
    tell({ bytes: read });
    read = 0;
  };
  const differing: Differing[] = [];
  for (const { path, object } of batch) {
    try {
      const found = hashFile(folder + path, onBytes);
      if (`sha256:${found}` !== object) differing.push({ path, found });
    } catch (error) {
      differing.push({ path, unreadable: error instanceof Error ? error.message : String(error) });
    }
  }
  tell({ bytes: read, done: { files: batch.length, differing } });
});
