/** Windows that agree one after another, as stretches of b. */
import { onA } from "./clock-line.ts";
import type { TriedLine } from "./try-line.ts";

export interface Stretch {
  readonly startB: number;
  readonly endB: number;
  readonly offsetS: number;
  readonly score: number;
}

/** Windows apart by more steps than this belong to two stretches. */
const mostSteps = 2.5;

/** Seconds from each first sample; `speed`: seconds that b was made for each of its own. */
export function stretchesOf({ strong, along, stepS, windowS }: TriedLine, speed: number): Stretch[] {
  const runs: (typeof strong)[number][][] = [];
  for (const peak of strong) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && peak.atB - before.atB <= mostSteps * stepS) last.push(peak);
    else runs.push([peak]);
  }
  return runs.map((run) => {
    const offsets = run.map(({ atB, lagS }) => onA(along, atB) + lagS - atB / speed).sort((x, y) => x - y);
    return {
      startB: Math.max(0, run[0]!.atB - windowS / 2) / speed,
      endB: (run.at(-1)!.atB + windowS / 2) / speed,
      offsetS: offsets[offsets.length >> 1]!,
      score: run.reduce((sum, { score }) => sum + score, 0) / run.length,
    };
  });
}
