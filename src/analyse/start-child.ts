/** Starts a process of the program's own that meets foreign bytes: a bare environment, a limit on memory, no network where the system grants that. */
import { type ChildProcess, spawn } from "node:child_process";

/** JavaScript heap of a child, megabytes; and all memory that it may fill, kilobytes: picture decoders live outside the heap. */
const heapMb = 2048;
const memoryKb = 4 * 1024 * 1024;
/** Counts what is filled, not what is reserved: JavaScript engines reserve far more than they use. */
const memoryLimit = process.platform === "linux" ? ["sh", "-c", `ulimit -d ${memoryKb} 2>/dev/null; exec "$@"`, "sh"] : [];

export interface ChildStart {
  /** Absolute path of what it runs. */
  readonly script: string;
  /** The only folder that it works in. */
  readonly folder: string;
  /** Words that cut it off from the network; see isolation.ts. */
  readonly prefix: readonly string[];
  /** Further words for Node, such as fewer rights. */
  readonly flags?: readonly string[];
  /** Written to its standard input as JSON. */
  readonly request: object;
  /** Further lines will be written to it: its standard input stays open. */
  readonly listens?: boolean;
}

/** In a process group of its own, so that what it started ends with it. */
export function startChild({ script, folder, prefix, flags = [], request, listens = false }: ChildStart): ChildProcess {
  const node = [process.execPath, "--disable-warning=ExperimentalWarning", `--max-old-space-size=${heapMb}`, ...flags];
  const [command, ...args] = [...prefix, ...memoryLimit, ...node, script];
  const child = spawn(command as string, args, {
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, TMPDIR: folder, LC_ALL: "C.UTF-8", TZ: "UTC" },
  });
  child.stdin?.on("error", () => undefined);
  if (listens) child.stdin?.write(`${JSON.stringify(request)}\n`);
  else child.stdin?.end(JSON.stringify(request));
  return child;
}

/** The child and all that it started. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
