/**
 * Runs the product and what a user would take instead in turns, so that neighbours on the machine slow both. Wall time is
 * what a person waits; processor time is what hardly changes when others load the machine. Ratios are taken round by round.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Took {
  readonly wallS: number;
  readonly cpuS: number;
  /** Largest resident memory of the process, where it says so. */
  readonly peakBytes?: number;
}

export interface Rounds {
  readonly ours: readonly Took[];
  readonly theirs: readonly Took[];
}

/** Every other round begins with the other one: whoever comes second finds warmer caches. */
export async function inTurns(rounds: number, ours: () => Promise<Took>, theirs: () => Promise<Took>): Promise<Rounds> {
  const taken: { ours: Took[]; theirs: Took[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    const steps = [async () => void taken.ours.push(await ours()), async () => void taken.theirs.push(await theirs())];
    for (const step of round % 2 === 0 ? steps : steps.toReversed()) await step();
  }
  return taken;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export const ratioOf = ({ ours, theirs }: Rounds, of: "wallS" | "cpuS") =>
  median(ours.map((took, i) => took[of] / (theirs[i]?.[of] ?? NaN)));

/** Runs a line of shell; bash's own clock counts the processor time of all it starts. Throws when the line fails. */
export async function timeShell(line: string, cwd: string): Promise<Took & { readonly stdout: string }> {
  const marked = `TIMEFORMAT='took %R %U %S'; time { ${line}; }`;
  const { stdout, stderr } = await run("bash", ["-ec", marked], { cwd, maxBuffer: 2 ** 26, env: { ...process.env, LC_ALL: "C" } });
  const [, wall, user, system] = /took ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
  if (system === undefined) throw new Error(`${line}: expected bash to print the times; found ${JSON.stringify(stderr.slice(-200))}`);
  return { wallS: Number(wall), cpuS: Number(user) + Number(system), stdout };
}

/** Runs one of the children beside this file, which prints one line of JSON. */
export async function runChild<Answer>(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Answer> {
  const node = [...process.execArgv, `${import.meta.dirname}/${script}`, ...args];
  const { stdout } = await run(process.execPath, node, { maxBuffer: 2 ** 26, env: { ...process.env, ...env } });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Answer;
}

/** Starts a clock in a child; the function it returns says what was taken since. */
export function startClock(): () => Required<Took> {
  const began = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    return { wallS: (performance.now() - began) / 1000, cpuS: (user + system) / 1e6, peakBytes };
  };
}
