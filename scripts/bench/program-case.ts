/** A case made of an export by the program itself, and the program serving it, each in its own process. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Peaks, watchPeaks } from "./peak-memory.ts";

const main = join(import.meta.dirname, "../../src/main.ts");
const node = [...process.execArgv, main];

export async function addExport(kept: string, chat: string, config: string): Promise<{ seconds: number; peaks: Peaks }> {
  const began = performance.now();
  const env = { ...process.env, WITNESSMARK_CONFIG: config };
  const child = spawn(process.execPath, [...node, "add", kept, chat], { env, stdio: "ignore" });
  const watch = process.platform === "linux" ? watchPeaks(child.pid as number) : { stop: () => ({ main: 0, child: 0, childCpuS: 0 }) };
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const peaks = watch.stop();
  if (code !== 0) throw new Error(`add: expected it to end with 0; found ${code}`);
  return { seconds: (performance.now() - began) / 1000, peaks };
}

export interface ServedCase {
  readonly origin: string;
  readonly cookie: string;
  /** The answer's text. */
  get(path: string): Promise<string>;
  /** Undefined where the kernel does not tell. */
  peakBytes(): number | undefined;
  stop(): void;
}

/** Tried again once: the pages that it serves may be in the making. */
export async function serveCase(path: string, config: string): Promise<ServedCase> {
  return serveOnce(path, config).catch(async () => {
    await new Promise((later) => setTimeout(later, 30_000));
    return serveOnce(path, config);
  });
}

async function serveOnce(path: string, config: string): Promise<ServedCase> {
  const child = spawn(process.execPath, [...node, "serve", path, "--read-only", "--no-browser", "--json"], {
    env: { ...process.env, WITNESSMARK_CONFIG: config },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { link } = JSON.parse(await firstLine(child)) as { link: string };
  const { origin, searchParams } = new URL(link);
  const entered = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ token: searchParams.get("token") }),
  });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  return {
    origin,
    cookie,
    async get(at) {
      const answer = await fetch(`${origin}${at}`, { headers: { cookie } });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${at}: expected an answer; found ${answer.status} ${text.slice(0, 200)}`);
      return text;
    },
    peakBytes: () => peakOf(child),
    stop: () => void child.kill("SIGTERM"),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error("the server has no output to read"));
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`the server ended with ${code} before its first line`)));
  });
}

function peakOf(child: ChildProcess): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    // No such file where the kernel is another one.
    return undefined;
  }
}
