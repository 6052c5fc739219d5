/**
 * Stands between this program and one of the person's own: when this program is killed outright, nobody waits for the other
 * any more, and it is ended with all that it started, and what it made so far is removed. Run as a process of its own:
 * `capture-guard.ts PARENT FOLDER PROGRAM ARGUMENTS...`, leader of the group that it guards.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

/** What the guard answers when the program cannot be started; no program's own code is that large. */
export const notStarted = 251;

const everyMs = 500;

function guard([parent = "", folder = "", program = "", ...args]: readonly string[]): void {
  // The program is asked to end by a signal to the whole group; the guard waits for it and tells how it ended.
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
  child.on("error", () => process.exit(notStarted));
  child.on("close", (code, signal) => {
    if (code !== null) process.exit(code);
    // As if the guard were the program: the default for the signal stands again.
    process.removeAllListeners(signal ?? "SIGTERM");
    process.kill(process.pid, signal ?? "SIGKILL");
  });
  setInterval(() => {
    // The system gives an orphan another parent.
    if (process.ppid === Number(parent)) return;
    try {
      rmSync(folder, { recursive: true, force: true });
    } finally {
      if (process.platform === "win32") process.exit(1);
      process.kill(-process.pid, "SIGKILL");
    }
  }, everyMs).unref();
}

if (process.argv[1] === import.meta.filename) guard(process.argv.slice(2));
