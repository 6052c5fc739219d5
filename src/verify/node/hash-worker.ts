/** Hashes files in a thread of its own, so that objects are read while the ledger is checked. */
import { parentPort } from "node:worker_threads";
import { hashFile } from "./hash-file.ts";

export type HashAnswer =
  /** Bytes read since the last answer; a large file says so on its way. */
  | { readonly bytes: number }
  /** One per path asked for, in order. */
  | { readonly answers: readonly ({ readonly digest: Uint8Array } | { readonly why: string })[] };

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
  const answers = paths.map((path) => {
    try {
      return { digest: new Uint8Array(hashFile(path, onBytes)) };
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
  });
  tell({ bytes: read });
  tell({ answers });
});
