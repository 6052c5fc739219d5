/** Hands jobs to several children, one at a time each, and gives the answers in the order of the jobs. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ClipAnswer, ClipJob } from "./clip-child.ts";
import { inParallel } from "./in-parallel.ts";

export interface ClipChildren {
  run(jobs: readonly ClipJob[], onDone?: (done: number) => void): Promise<ClipAnswer[]>;
  close(): void;
}

export function startClipChildren(count: number): ClipChildren {
  const idle = Array.from({ length: count }, startOne);
  const all = [...idle];
  return {
    async run(jobs, onDone) {
      let done = 0;
      return inParallel(count, jobs, async (job) => {
        const child = idle.pop();
        if (child === undefined) throw new Error(`clip children: expected one of ${count} to be idle; found none`);
        try {
          return await child.ask(job);
        } finally {
          idle.push(child);
          onDone?.(++done);
        }
      });
    },
    close: () => all.forEach((child) => child.end()),
  };
}

function startOne() {
  const node = [...process.execArgv, join(import.meta.dirname, "clip-child.ts")];
  const child = spawn(process.execPath, node, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(job: ClipJob): Promise<ClipAnswer> {
      child.stdin.write(`${JSON.stringify(job)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`clip child: expected an answer to ${JSON.stringify(job)}; it ended`);
      return JSON.parse(value) as ClipAnswer;
    },
    end: () => child.stdin.end(),
  };
}
