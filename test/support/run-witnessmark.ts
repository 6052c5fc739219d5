/** Runs the program as a person would: its own process, its own configuration folder, real exit codes. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { main } from "./program.ts";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Desk {
  /** An empty folder of this test's own. */
  readonly folder: string;
  run(...args: string[]): Promise<Ran>;
  /** Starts a command that goes on; resolves with the first line of its output. */
  start(...args: string[]): Promise<{ readonly child: ChildProcess; readonly line: string }>;
  close(): void;
}

export function createDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-test-"));
  const env = { ...process.env, WITNESSMARK_CONFIG: join(folder, "config"), HOME: folder };
  const children = new Set<ChildProcess>();
  const launch = (args: readonly string[]) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], { env, cwd: folder });
    children.add(child);
    child.on("exit", () => children.delete(child));
    return child;
  };
  return {
    folder,
    run: (...args) =>
      new Promise((resolve, reject) => {
        const child = launch(args);
        let out = "";
        let err = "";
        child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
        child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
        child.on("error", reject);
        child.on("close", (code) => resolve({ code, out, err }));
      }),
    start: (...args) =>
      new Promise((resolve, reject) => {
        const child = launch(args);
        let err = "";
        child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
        createInterface({ input: child.stdout }).once("line", (line) => resolve({ child, line }));
        child.on("close", (code) => reject(new Error(`ended with ${code} before its first line: ${err}`)));
      }),
    close() {
      for (const child of children) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The objects of a `--json` answer. */
export function jsonLines<T = Record<string, unknown>>(ran: Ran): T[] {
  return ran.out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
