/** What the processor can hash at most: `openssl speed` without a file, on one thread. */
import { type Took, timeShell } from "./measure.ts";

/** Seconds that `bytes` would take: by the clock on the wall, and by processor time (what openssl counts by itself). */
export async function arithmeticLimit(bytes: number): Promise<Took> {
  return { wallS: bytes / (await rate("-elapsed")), cpuS: bytes / (await rate("")) };
}

async function rate(how: string): Promise<number> {
  const { stdout } = await timeShell(`openssl speed ${how} -seconds 1 -bytes 1048576 -evp sha256 2>/dev/null`, "/");
  const [, thousands] = /sha256\s+([\d.]+)k/i.exec(stdout) ?? [];
  if (thousands === undefined) throw new Error(`openssl speed: expected a line for sha256; found ${JSON.stringify(stdout.slice(-200))}`);
  return Number(thousands) * 1000;
}
