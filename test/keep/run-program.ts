/** Runs the real program in a process of its own, under a wrapper where a test needs one, and acts on it while it runs. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { main } from "../support/program.ts";

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Words put before the command, such as `setpriv --bounding-set=...`. */
  readonly prefix?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Told of all that was said so far, whenever more is said. */
  readonly onSaid?: (said: string, child: ChildProcess) => void;
}

export interface Place {
  readonly folder: string;
  readonly configFolder: string;
  readonly at: (...parts: string[]) => string;
  start(args: readonly string[], o?: RunOptions): { readonly child: ChildProcess; readonly ended: Promise<Ran> };
  run(...args: string[]): Promise<Ran>;
  runWith(o: RunOptions, ...args: string[]): Promise<Ran>;
}

/** A folder of this test's own, removed when it ends; nothing that was started in it outlives it. */
export function newPlace(t: Pick<TestContext, "after">, parent = tmpdir()): Place {
  const folder = mkdtempSync(join(parent, "witnessmark-place-"));
  const children = new Set<ChildProcess>();
  const configFolder = join(folder, "config");
  t.after(() => {
    for (const child of children) child.kill("SIGKILL");
    // rm goes where a path of 5,000 bytes leads; Node's own removal does not.
    spawnSync("chmod", ["-R", "u+rwx", folder]);
    execFileSync("rm", ["-rf", folder]);
  });
  const start: Place["start"] = (args, { prefix = [], env, onSaid } = {}) => {
    const [command, ...words] = [...prefix, process.execPath, "--disable-warning=ExperimentalWarning", main, ...args];
    const child = spawn(command as string, words, {
      cwd: folder,
      env: { ...process.env, HOME: folder, WITNESSMARK_CONFIG: configFolder, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      onSaid?.(out + err, child);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      onSaid?.(out + err, child);
    });
    const ended = new Promise<Ran>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => {
        children.delete(child);
        resolve({ code, signal, out, err });
      });
    });
    return { child, ended };
  };
  return {
    folder,
    configFolder,
    at: (...parts) => join(folder, ...parts),
    start,
    run: (...args) => start(args).ended,
    runWith: (o, ...args) => start(args, o).ended,
  };
}

/** The objects of a `--json` answer. */
export function jsonOf<T = Record<string, unknown>>({ out }: Ran): T[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** Words that take the right to read everything from root; nothing for anybody else. */
export const asOrdinaryUser: readonly string[] =
  process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] : [];

/** Takes all rights from a path and gives them back when the test ends. */
export function forbid(t: Pick<TestContext, "after">, path: string): void {
  chmodSync(path, 0);
  t.after(() => chmodSync(path, 0o700));
}

/** Stops a program politely as soon as it has said `text`. */
export function interruptAt(text: string | RegExp): NonNullable<RunOptions["onSaid"]> {
  let sent = false;
  return (said, child) => {
    if (sent || !(typeof text === "string" ? said.includes(text) : text.test(said))) return;
    sent = true;
    child.kill("SIGINT");
  };
}
