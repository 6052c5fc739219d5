/**
 * One writer per case: an exclusive transaction on `lock.sqlite`, which is a lock of the kernel and so freed
 * when the process ends in any way. The file stays empty. No other code may open it: closing any second
 * descriptor of the file would free a POSIX lock of the same process.
 */
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CaseError } from "../core/case/case-error.ts";
import { codeOf, namedFailure } from "./durable.ts";

export interface CaseLock {
  release(): void;
}

/** A database that nobody refers to any more is closed by the collector, and its lock with it. */
const locks = new Set<DatabaseSync>();

/** Throws CaseError CASE_IN_USE naming the case, CASE_READ_ONLY where the folder cannot be written. */
export function lockCase(folder: string, title: string): CaseLock {
  const shown = title === "" ? "the case" : `the case "${title}"`;
  makeLockFile(folder, shown);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
    // A journal in a file would be left behind by kill -9; nothing is ever written, so none is needed.
    database.exec("PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    database?.close();
    const state = (error as { errcode?: number }).errcode;
    if (state !== undefined && (state & 255) === 5) {
      throw new CaseError("CASE_IN_USE", `${shown}: expected no other writer; found another program writing in it`, { cause: error });
    }
    throw new CaseError("CASE_READ_ONLY", `${shown}: expected to lock it for writing; found: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const held = database;
  locks.add(held);
  return {
    release: () => {
      locks.delete(held);
      if (!held.isOpen) return;
      if (held.isTransaction) held.exec("ROLLBACK");
      held.close();
    },
  };
}

/** SQLite says only that it could not open the file; this says why. A file that is there is not touched. */
function makeLockFile(folder: string, shown: string): void {
  const path = join(folder, "lock.sqlite");
  if (existsSync(path)) return;
  try {
    closeSync(openSync(path, "ax"));
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw namedFailure(error, `locking ${shown}`);
  }
}
