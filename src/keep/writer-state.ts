/** Whether this case may still be written. One failed sync stops ledger and vault alike, for good. */
import { CaseError } from "../core/case/case-error.ts";

export interface WriterState {
  /** Why nothing may be written; undefined while writing is allowed. */
  readonly stoppedBecause: string | undefined;
  /** Throws CaseError CASE_READ_ONLY or SYNC_FAILED when nothing may be written. */
  demandWritable(): void;
  /** Remembers a failed sync; other errors pass. Returns `error`. */
  note(error: unknown): unknown;
}

export function writerState(readOnlyBecause: string | undefined): WriterState {
  let failed: CaseError | undefined;
  return {
    get stoppedBecause() {
      return failed?.message ?? readOnlyBecause;
    },
    demandWritable() {
      if (failed !== undefined) throw new CaseError("SYNC_FAILED", failed.message, { cause: failed });
      if (readOnlyBecause !== undefined) throw new CaseError("CASE_READ_ONLY", `the case: expected to write; found ${readOnlyBecause}`);
    },
    note(error) {
      if (error instanceof CaseError && error.code === "SYNC_FAILED") failed ??= error;
      return error;
    },
  };
}

/** Told of each step of writing as it begins. For tests that stop the program at a named step; must not throw. */
export type StageObserver = (stage: WriteStage) => void;

export const writeStages = [
  "object.open",
  "object.written",
  "group.sync",
  "group.rename",
  "group.renamed",
  "group.folders",
  "group.done",
  "ledger.write",
  "ledger.written",
  "ledger.sync",
  "ledger.done",
] as const;
export type WriteStage = (typeof writeStages)[number];
