/**
 * Whether the disk that children write to ran out of room. Then a failure is the machine's, and nothing may be said of
 * the material: a decoder that finds no room fails like one that meets a broken file.
 */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";

/** With less than this left a decoder's next block may find no room. */
const leastBytes = 1 << 20;
const everyMs = 250;
const noRoom: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT"]);

export interface ScratchRoom {
  /** Whether there was no room at any look since the watch began, or there is none now. */
  wasShort(): Promise<boolean>;
  stop(): void;
}

/** Looks now and then: what a child wrote may be gone again when it has failed. */
export function watchRoom(folder: string): ScratchRoom {
  let short = false;
  const look = async () => {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < leastBytes) short = true;
  };
  // A folder that is gone has no room to look at; the child's own answer says what became of it.
  const timer = setInterval(() => void look().catch(() => undefined), everyMs).unref();
  return {
    async wasShort() {
      await look();
      return short || !canWrite(folder);
    },
    stop: () => clearInterval(timer),
  };
}

export function shortOfRoom(cause?: unknown): CaseError {
  return new CaseError(
    "DISK_FULL",
    "reading the material: expected room in the folder for temporary files (TMPDIR); found a full disk. Nothing is said of the file that was read; it is read again once there is room.",
    { cause },
  );
}

/** What the system says when a folder cannot be made for want of room gets the same words. */
export function namingRoom(error: unknown): never {
  throw noRoom.has((error as NodeJS.ErrnoException).code) ? shortOfRoom(error) : error;
}

/** A quota does not show in the disk's free blocks. */
function canWrite(folder: string): boolean {
  const path = join(folder, ".room");
  try {
    const fd = openSync(path, "w", 0o600);
    try {
      const bytes = Buffer.alloc(64 * 1024, 1);
      for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    return true;
  } catch (error) {
    if (noRoom.has((error as NodeJS.ErrnoException).code)) return false;
    throw error;
  } finally {
    rmSync(path, { force: true });
  }
}
