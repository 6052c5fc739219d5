/** What the figures were measured on, in words that a reader can compare with their own machine. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import { promisify } from "node:util";

const run = promisify(execFile);

export async function describeMachine(folder: string): Promise<string[]> {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  return [
    `${availableParallelism()} processors, ${cpu?.model.trim() ?? "unknown"}${hasShaExtensions()}; ${memory}`,
    `${type()} ${release()}, Node ${process.versions.node}, ${await firstLine("openssl", ["version"])}, ${await firstLine("cp", ["--version"])}`,
    `files under ${await fileSystemOf(folder)}`,
  ];
}

export const load = () => loadavg()[0]?.toFixed(1) ?? "unknown";

function hasShaExtensions(): string {
  try {
    return / sha_ni /.test(readFileSync("/proc/cpuinfo", "utf8")) ? " with SHA instructions" : "";
  } catch {
    // Only Linux says so there.
    return "";
  }
}

async function firstLine(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args);
  return stdout.split("\n")[0] ?? program;
}

async function fileSystemOf(folder: string): Promise<string> {
  const { stdout } = await run("stat", ["-f", "-c", "%T", folder]);
  return `${stdout.trim()}, the bench's own folder in the clone`;
}
