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

export function stretchesOf({ strong, along, stepS, windowS }: TriedLine): Stretch[] {
  const runs: (typeof strong)[number][][] = [];
  for (const peak of strong) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && peak.atB - before.atB <= mostSteps * stepS) last.push(peak);
    else runs.push([peak]);
  }
  return runs.map((run) => {
    const offsets = run.map(({ atB, lagS }) => onA(along, atB) + lagS - atB).sort((x, y) => x - y);
    return {
      startB: run[0]!.atB - windowS / 2,
      endB: run.at(-1)!.atB + windowS / 2,
      offsetS: offsets[offsets.length >> 1]!,
      score: run.reduce((sum, { score }) => sum + score, 0) / run.length,
    };
  });
}
