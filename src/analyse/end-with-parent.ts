/**
 * A child whose program was killed ends itself, with the decoders it started and what it wrote: nobody waits for its
 * answer any more, and its folder holds pictures of the material.
 */
import { rmSync } from "node:fs";

const everyMs = 500;

/** `parent`: the process that started this one. The system gives an orphan another parent. */
export function endWithParent(parent: number, folder: string): void {
  setInterval(() => {
    if (process.ppid === parent) return;
    try {
      rmSync(folder, { recursive: true, force: true });
    } finally {
      // This process leads its group; on Windows there are no groups.
      if (process.platform === "win32") process.exit(1);
      process.kill(-process.pid, "SIGKILL");
    }
  }, everyMs).unref();
}
