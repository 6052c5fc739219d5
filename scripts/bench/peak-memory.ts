/** The largest resident memory (VmHWM, Linux) that a process and what it starts ever had, in bytes, asked while they live. */
import { readdirSync, readFileSync } from "node:fs";

export interface Peaks {
  readonly main: number;
  /** The largest of one process that it started, directly or not. */
  readonly child: number;
}

const everyMs = 100;

export function watchPeaks(pid: number): { stop(): Peaks } {
  let [main, child] = [0, 0];
  const look = () => {
    main = Math.max(main, peakOf(pid));
    for (const one of startedBy(pid)) child = Math.max(child, peakOf(one));
  };
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return { main, child };
    },
  };
}

function startedBy(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? /^PPid:\s+(\d+)/m.exec(statusOf(name))?.[1] : undefined;
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (one: number): boolean => {
    const parent = parents.get(one) ?? 0;
    return parent === pid || (parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function peakOf(pid: number): number {
  return 1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(statusOf(String(pid)))?.[1] ?? 0);
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    // It ended in the meantime.
    return "";
  }
}
