/** Windows that agree one after another, as stretches of b. */
import type { AlongLine, AlongWindow } from "./along-line.ts";
import { type ClockLine, onA } from "./clock-line.ts";
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

/** Pauses up to this are within a stretch. */
const longestPauseS = 4;

/** The same of the line that was found, to a step or two: sounds beside the line agree as well. */
export function stretchesAlong({ windows, fromB, toB, stepS }: AlongLine, line: ClockLine, speed: number): Stretch[] {
  const runs: AlongWindow[][] = [];
  for (const one of windows) {
    if (!one.agrees) continue;
    const last = runs.at(-1);
    if (last !== undefined && one.atB - last.at(-1)!.atB <= Math.max(longestPauseS, mostSteps * stepS)) last.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const offsets = run.map(({ atB, lagS, otherS }) => onA(line, atB) + (otherS ?? lagS) - atB / speed).sort((x, y) => x - y);
    return {
      startB: (first === windows[0] ? fromB : first.atB - stepS / 2) / speed,
      endB: (last === windows.at(-1) ? toB : last.atB + stepS / 2) / speed,
      offsetS: offsets[offsets.length >> 1]!,
      score: run.reduce((sum, { score }) => sum + score, 0) / run.length,
    };
  });
}
