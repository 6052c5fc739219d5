/**
 * What survives a power cut. A file's bytes survive once the file was synced; its name survives once the
 * folder that holds the name was synced. Nothing here retries a failed sync: after one, the kernel may have
 * dropped the bytes and call the next sync a success.
 */
import { closeSync, fsync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { CaseError } from "../core/case/case-error.ts";

const fsyncLater = promisify(fsync);

/** Syncs an open file. Throws CaseError SYNC_FAILED; `what` names the file in it. */
export async function syncOpenFile(fd: number, what: string): Promise<void> {
  try {
    await fsyncLater(fd);
  } catch (error) {
    throw syncFailed(what, error);
  }
}

/** Syncs the bytes of a file by its name. A disk that cannot be written has nothing to sync. */
export async function syncFile(path: string, what: string): Promise<void> {
  const fd = openSync(path, "r");
  try {
    await syncOpenFile(fd, what);
  } catch (error) {
    if (codeOf((error as CaseError).cause) !== "EROFS") throw error;
  } finally {
    closeSync(fd);
  }
}

/** Makes the names in a folder durable. Systems that cannot sync a folder (Windows) keep names in order themselves. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const fd = openSync(path, "r");
  try {
    await syncOpenFile(fd, "a folder of the case");
  } finally {
    closeSync(fd);
  }
}

/**
 * Replaces `path` whole, or not at all: a temporary file beside it, synced, renamed, its folder synced.
 * Throws CaseError DISK_FULL or SYNC_FAILED; the file before is then still there.
 */
export async function replaceFile(path: string, bytes: Uint8Array | Iterable<Uint8Array>, o: { mode?: number } = {}): Promise<void> {
  const temporary = join(dirname(path), `.${randomBytes(6).toString("hex")}.tmp`);
  const fd = openSync(temporary, "wx", o.mode ?? 0o644);
  try {
    try {
      for (const part of bytes instanceof Uint8Array ? [bytes] : bytes) writeWhole(fd, part);
      await syncOpenFile(fd, "a file of the case");
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
  } catch (error) {
    removeIfThere(temporary);
    throw namedFailure(error, `writing ${basename(path)}`);
  }
  await syncFolder(dirname(path));
}

/** Writes all of `bytes` at the file's own place, or throws. */
export function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
}

/** Makes a folder, and those above it where they are missing, so that their names survive. */
export async function makeFolders(path: string, o: { mode?: number } = {}): Promise<void> {
  try {
    mkdirSync(path, o.mode ?? 0o755);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolders(dirname(path), o);
    mkdirSync(path, o.mode ?? 0o755);
  }
  await syncFolder(dirname(path));
}

/** Makes a folder where there is none. Its name survives once the folder above it was synced. */
export function makeIfMissing(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

export function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** Runs `work` on every item, `width` at a time; stops taking new ones at the first failure and throws it. */
export async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (!failed && next < items.length) {
      try {
        await work(items[next++] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  // Every lane is waited for, so that no sync is under way when the caller cleans up.
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, lane));
  for (const lane of lanes) if (lane.status === "rejected") throw lane.reason;
}

/** The system's error code ("ENOENT"), when it is one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

/** Gives what a person can act on its own code; other errors pass as they are. */
export function namedFailure(error: unknown, doing: string): unknown {
  if (error instanceof CaseError) return error;
  const code = codeOf(error);
  const full = code === undefined ? undefined : fullDisk[code];
  if (full !== undefined || sqliteIsFull(error)) {
    const found = full === undefined ? "a full disk" : `${full} (${code})`;
    return new CaseError("DISK_FULL", `${doing}: expected room on the disk; found ${found}. What was kept before is intact.`, {
      cause: error,
    });
  }
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") {
    return new CaseError("CASE_READ_ONLY", `${doing}: expected to be allowed to write; found ${code}`, { cause: error });
  }
  return error;
}

const fullDisk: { readonly [code: string]: string | undefined } = {
  ENOSPC: "a full disk",
  EDQUOT: "a full quota",
  EFBIG: "a limit on the size of files",
};

/** SQLITE_FULL, and the extended codes of SQLITE_IOERR for a write, a truncation and the shared index that found no room. */
function sqliteIsFull(error: unknown): boolean {
  const state = (error as { errcode?: unknown } | null)?.errcode;
  return state === 13 || state === 778 || state === 1546 || state === 4874;
}

function syncFailed(what: string, error: unknown): CaseError {
  return new CaseError(
    "SYNC_FAILED",
    `${what}: expected the disk to confirm that it is kept; found ${codeOf(error) ?? "an error"}. Nothing more is written until the case is opened again.`,
    { cause: error },
  );
}
