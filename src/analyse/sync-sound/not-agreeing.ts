/**
 * Parts of what two sounds share in which nothing agrees although both go on as loudly as where they do: an edited clip has another
 * sound there. A pause of the event is none: then both grow quiet.
 */
import type { AlongLine, AlongWindow } from "./along-line.ts";
import { type ClockLine, onA } from "./clock-line.ts";
import { bands, framesPerSec, type SoundFeatures } from "./sound-features.ts";

/** Mean score near the line of windows that share nothing is 2.3, spread 0.5; those that share a little lie above this. */
const mostMean = 2.8;
/** Shorter parts are not told from a pause. */
const leastS = 4;
const leastWindows = 3;
/** Half decibels that a part may be quieter than what agrees. */
const quieter = 24;
/** So much of what is shared may be without agreement: more is not one piece. */
const mostShare = 0.05;

/** Whether an offset would say too much: more than four seconds and a twentieth of what they share is something else. */
export function isEdited(a: SoundFeatures, b: SoundFeatures, line: ClockLine, along: AlongLine): boolean {
  return notAgreeingS(a, b, line, along) > Math.max(leastS, mostShare * (along.toB - along.fromB));
}

/** Seconds of b that do not agree, all parts together. */
function notAgreeingS(a: SoundFeatures, b: SoundFeatures, line: ClockLine, { windows, stepS }: AlongLine): number {
  const levels = windows.map(({ atB }) => [levelAt(a, onA(line, atB)), levelAt(b, atB)] as const);
  const usualOf = (n: 0 | 1) => middleOf(levels.filter((_, i) => windows[i]!.agrees).map((level) => level[n]));
  const usual = [usualOf(0), usualOf(1)] as const;
  let all = 0;
  for (const [from, to] of runsOf(windows)) {
    const part = windows.slice(from, to);
    // Those beside it, which hold some of what agrees, belong to it by half.
    const lengthS = part.at(-1)!.atB - part[0]!.atB + 2 * stepS;
    const mean = part.reduce((sum, { score }) => sum + score, 0) / part.length;
    const isLoud = (n: 0 | 1) => middleOf(levels.slice(from, to).map((level) => level[n])) >= usual[n] - quieter;
    if (lengthS >= leastS && part.length >= leastWindows && mean < mostMean && isLoud(0) && isLoud(1)) all += lengthS;
  }
  return all;
}

/** Windows one after another that agree on nothing, without those beside what agrees. */
function runsOf(windows: readonly AlongWindow[]): (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  let from = 0;
  for (let i = 0; i <= windows.length; i++) {
    const one = windows[i];
    if (one?.agrees === false) continue;
    const [first, last] = [from === 0 ? from : from + 1, one === undefined ? i : i - 1];
    if (last > first) runs.push([first, last]);
    from = i + 1;
  }
  return runs;
}

/** Half decibels in a second round a moment, over all bands. */
function levelAt({ energies }: SoundFeatures, at: number): number {
  const middle = Math.round(at * framesPerSec);
  const half = framesPerSec / 2;
  const some = energies.subarray(Math.max(0, middle - half) * bands, Math.max(0, middle + half) * bands);
  return some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length);
}

const middleOf = (values: readonly number[]) => values.toSorted((x, y) => x - y)[values.length >> 1] ?? 0;
