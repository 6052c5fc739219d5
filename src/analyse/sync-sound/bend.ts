/** How far the clocks of thirds run off the line that was fitted to all: a recording whose speed changes is no line. */
import { agreeingLine } from "./agreeing-line.ts";
import type { AlongLine } from "./along-line.ts";
import { acceptEvidence } from "./chance-wrong.ts";
import { fitLine } from "./fit-line.ts";
import { strongScore } from "./try-line.ts";

const leastPeaks = 5;
const leastSpanS = 5;
/** Seconds a second that a third may run off: what recorders and programs change goes no farther. */
const farthest = 2e-3;

/** Seconds a second beside the line's own, of the third that runs farthest off beyond its error; that error is in it. 0 where none does. */
export function bendOf({ windows }: AlongLine, plusMinusSlope: number): number {
  const size = Math.floor(windows.length / 3);
  const off = [0, 1, 2].map((n) => {
    const agreement = agreeingLine(windows.slice(n * size, n === 2 ? undefined : (n + 1) * size), farthest);
    if (agreement === undefined || agreement.evidence < acceptEvidence) return 0;
    const strong = agreement.peaks.filter(({ score }) => score >= strongScore);
    if (strong.length < leastPeaks || strong.at(-1)!.atB - strong[0]!.atB < leastSpanS) return 0;
    const fit = fitLine(strong, true);
    return Math.abs(fit.slope) > fit.plusMinusSlope + plusMinusSlope ? Math.abs(fit.slope) + fit.plusMinusSlope : 0;
  });
  return Math.max(...off);
}
