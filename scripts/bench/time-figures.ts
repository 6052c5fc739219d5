/** How long networks of times take, anew and after one change, and how that grows. Processor time: nothing is waited for. */
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, megabytes } from "./figure.ts";
import { runChild } from "./measure.ts";

interface Took {
  readonly anew: number;
  readonly again: number;
  readonly conflict: number;
  readonly peakBytes: number;
}

export async function timeNetworkFigures({ quick, say }: BenchPlace): Promise<Figure[]> {
  const figures: Figure[] = [];
  let before: Took | undefined;
  for (const events of quick ? [250, 500] : [500, 1000, 2000]) {
    const statements = events * 5;
    say(`${events} events and ${statements} statements`);
    const took = await runChild<Took>("time-child.ts", [String(events), String(statements)]);
    const name = `${events} events, ${statements} statements`;
    const shown = (s: number) => `${(s * 1000).toFixed(0)} ms`;
    const grown = (one: number, other: number | undefined) =>
      other === undefined ? "" : `; ${(one / other).toFixed(1)} times that of half`;
    figures.push(
      figure(
        `${name}: solve anew`,
        "-",
        took.anew,
        shown(took.anew),
        undefined,
        `peak memory ${megabytes(took.peakBytes)}${grown(took.anew, before?.anew)}`,
      ),
      figure(
        `${name}: again after one change`,
        "solving it anew",
        took.again / took.anew,
        (took.again / took.anew).toFixed(2),
        undefined,
        `${shown(took.again)}, the median of five moves of one bound${grown(took.again, before?.again)}`,
      ),
      figure(
        `${name}: with statements that cannot all hold`,
        "-",
        took.conflict,
        shown(took.conflict),
        undefined,
        `every conflict that was looked for, with gaps and what dropping each member leaves${grown(took.conflict, before?.conflict)}`,
      ),
    );
    before = took;
  }
  return figures;
}
