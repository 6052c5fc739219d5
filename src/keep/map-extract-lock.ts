/** One program at a time changes the map extracts of a machine: an exclusive transaction, which is a lock of the kernel and freed when the process ends in any way. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CaseError } from "../core/case/case-error.ts";

/** Held here, since a database that nobody refers to is closed by the collector. */
const locks = new Set<DatabaseSync>();

/** Throws CaseError CASE_IN_USE. */
export function lockExtracts(folder: string): { release(): void } {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
    database.exec("PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    database?.close();
    const state = (error as { errcode?: number }).errcode;
    if (state === undefined || (state & 255) !== 5) throw error;
    throw new CaseError("CASE_IN_USE", "map extracts: expected no other program that imports or removes one; found another at work", {
      cause: error,
    });
  }
  const held = database;
  locks.add(held);
  return {
    release() {
      locks.delete(held);
      held.exec("ROLLBACK");
      held.close();
    },
  };
}
