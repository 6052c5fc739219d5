/**
 * What a process and what it starts came to, asked while they live (Linux): the largest resident memory (VmHWM), and the
 * processor time, which other work beside it does not lengthen as it lengthens the clock's.
 */
import { readdirSync, readFileSync } from "node:fs";

export interface Peaks {
  readonly main: number;
  /** The largest of one process that it started, directly or not. */
  readonly child: number;
  /** The most processor time of one of them, seconds: short of its end by what it did after it was asked last. */
  readonly childCpuS: number;
}

const everyMs = 100;

export function watchPeaks(pid: number): { stop(): Peaks } {
  let [main, child, childCpuS] = [0, 0, 0];
  const look = () => {
    main = Math.max(main, peakOf(pid));
    for (const one of startedBy(pid)) {
      child = Math.max(child, peakOf(one));
      childCpuS = Math.max(childCpuS, processorOf(one));
    }
  };
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return { main, child, childCpuS };
    },
  };
}

function startedBy(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? /^PPid:\s+(\d+)/m.exec(fileOf(Number(name), "status"))?.[1] : undefined;
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (one: number): boolean => {
    const parent = parents.get(one) ?? 0;
    return parent === pid || (parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function peakOf(pid: number): number {
  return 1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(fileOf(pid, "status"))?.[1] ?? 0);
}

/** User and system time, the 14th and 15th field of proc(5) stat, in hundredths of a second; the name before them may hold anything. */
function processorOf(pid: number): number {
  const stat = fileOf(pid, "stat");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) / 100;
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // It ended in the meantime.
    return "";
  }
}
