/**
 * Runs a program of the person's own on a link, with nothing of the person's: an environment with a clean home, no
 * configuration, no cookies; a private folder outside the case for what it makes; limits on time and size; a log of all
 * that it says. This program opens no connection itself. What the other one does on the network is the person's wish.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaptureLimits } from "../core/link/capture-settings.ts";
import { notStarted } from "./capture-guard.ts";
import { codeOf } from "./durable.ts";

export interface CaptureRun {
  readonly end: "ended" | "stopped" | "out-of-time" | "too-large";
  readonly exitCode: number | "killed";
  /** Standard output and error as they came, cut in the middle when they are long. */
  readonly log: Uint8Array;
  /** What it made lies here until `discard`. */
  readonly folder: string;
  discard(): void;
}

export interface CaptureRunRequest {
  readonly path: string;
  /** Words that start it with less than this program may do; none where it may do as much. */
  readonly prefix?: readonly string[];
  /** Where they name what it makes: told the folder for that. */
  readonly arguments: readonly string[] | ((folder: string) => readonly string[]);
  readonly limits: CaptureLimits;
  readonly signal: Cancellation;
  /** Its standard output, beside the log. */
  readonly onOutput?: (chunk: Buffer) => void;
  /** Bytes that it may say altogether; it is ended as too large beyond them. */
  readonly mostSaid?: number;
  /** Told what it last said, and how many bytes it has made. */
  readonly onProgress?: (said: string, bytes: number) => void;
}

const guardFile = join(import.meta.dirname, "capture-guard.ts");
/** Kept of what it says: the beginning and the end. */
const mostLogHalf = 512 * 1024;
const lookEveryMs = 250;
/** Between asking it to end and ending it. */
const graceMs = 2000;
/** After its end: what it left behind in a group of its own may hold its pipes for ever, and what it said comes at once. */
const quietMs = 1000;

/** Throws CaseError PROGRAM_MISSING when it cannot be started. */
export async function runCaptureProgram(request: CaptureRunRequest): Promise<CaptureRun> {
  const { path, prefix = [], limits, signal, onProgress, onOutput, mostSaid = Number.POSITIVE_INFINITY } = request;
  const room = mkdtempSync(join(tmpdir(), "witnessmark-capture-"));
  const discard = () => rmSync(room, { recursive: true, force: true });
  const folder = join(room, "made");
  for (const name of ["made", "home", "tmp"]) mkdirSync(join(room, name), { mode: 0o700 });
  try {
    const args = typeof request.arguments === "function" ? request.arguments(folder) : request.arguments;
    const guarded = ["--disable-warning=ExperimentalWarning", guardFile, String(process.pid), room, ...prefix, path, ...args];
    const child = spawn(process.execPath, guarded, {
      cwd: folder,
      env: cleanEnvironment(room),
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own: what it starts (a decoder, a browser) ends with it.
      detached: process.platform !== "win32",
    });
    const log = createLog();
    let end: CaptureRun["end"] = "ended";
    let ending = false;
    const stop = (why: CaptureRun["end"]) => {
      if (ending) return;
      ending = true;
      end = why;
      endGroup(child.pid, "SIGTERM");
      setTimeout(() => endGroup(child.pid, "SIGKILL"), graceMs).unref();
    };
    const until = Date.now() + limits.minutes * 60_000;
    let looking = false;
    const look = async (): Promise<void> => {
      if (signal.aborted) return stop("stopped");
      if (Date.now() > until) return stop("out-of-time");
      if (looking) return undefined;
      looking = true;
      try {
        const bytes = await bytesIn(room);
        onProgress?.(log.last(), bytes);
        if (bytes > limits.megabytes * 1_000_000) stop("too-large");
      } finally {
        looking = false;
      }
      return undefined;
    };
    const timer = setInterval(() => void look(), lookEveryMs);
    let said = 0;
    const hear = (chunk: Buffer) => {
      said += chunk.length;
      if (said > mostSaid) stop("too-large");
      else log.add(chunk);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    if (onOutput !== undefined) child.stdout.on("data", (chunk: Buffer) => (said > mostSaid ? undefined : onOutput(chunk)));
    const exitCode = await new Promise<number | "killed">((resolve, reject) => {
      child.on("error", (error) => reject(missing(path, codeOf(error) ?? "none", error)));
      child.on("close", (code) => resolve(code ?? "killed"));
      child.on("exit", (code) => {
        // What it started and left behind.
        endGroup(child.pid, "SIGKILL");
        const done = () => {
          child.stdout.destroy();
          child.stderr.destroy();
          resolve(code ?? "killed");
        };
        let quiet = setTimeout(done, quietMs);
        const wait = () => {
          clearTimeout(quiet);
          quiet = setTimeout(done, ending ? 0 : quietMs);
        };
        for (const pipe of [child.stdout, child.stderr]) pipe.on("data", wait);
        child.on("close", () => clearTimeout(quiet));
      });
    }).finally(() => clearInterval(timer));
    if (exitCode === notStarted && end === "ended") throw missing(path, "one that cannot be started");
    return { end, exitCode, log: log.bytes(), folder, discard };
  } catch (error) {
    discard();
    throw error;
  }
}

function missing(path: string, found: string, cause?: unknown): CaseError {
  return new CaseError("PROGRAM_MISSING", `${path}: expected a program that can be started; found ${found}`, { cause });
}

/** PATH alone is the person's: a program written in Python is found by its interpreter. */
function cleanEnvironment(room: string): NodeJS.ProcessEnv {
  const home = join(room, "home");
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    LOCALAPPDATA: home,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_STATE_HOME: join(home, "state"),
    TMPDIR: join(room, "tmp"),
    TEMP: join(room, "tmp"),
    TMP: join(room, "tmp"),
    LANG: "C.UTF-8",
    TZ: "UTC",
    NO_COLOR: "1",
    ...(process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] ?? "" } : {}),
  };
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It has ended already.
  }
}

async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])) {
    // A file may go while the folder is being read.
    if (entry.isFile()) sum += (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
  }
  return sum;
}

function createLog() {
  const first: Buffer[] = [];
  let firstBytes = 0;
  let last = Buffer.alloc(0);
  let left = 0;
  return {
    add(chunk: Buffer): void {
      const room = Math.max(0, mostLogHalf - firstBytes);
      if (room > 0) first.push(chunk.subarray(0, room));
      firstBytes += Math.min(room, chunk.length);
      const rest = chunk.subarray(room);
      if (rest.length === 0) return;
      const whole = Buffer.concat([last, rest]);
      left += Math.max(0, whole.length - mostLogHalf);
      last = whole.subarray(Math.max(0, whole.length - mostLogHalf));
    },
    last(): string {
      const text = (last.length > 0 ? last : Buffer.concat(first.slice(-2))).subarray(-600).toString("utf8");
      return text.split(/[\r\n]+/).findLast((line) => line.trim() !== "") ?? "";
    },
    bytes(): Uint8Array {
      const gap = left === 0 ? [] : [Buffer.from(`\n[${left} bytes left out]\n`)];
      return Buffer.concat([...first, ...gap, last]);
    },
  };
}
