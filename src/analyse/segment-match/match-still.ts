/**
 * A still picture against another one, or against a video in which it is a frame. There is no movement to agree, so the
 * pictures must agree more closely; a video that stands still around that moment gives no proof that it was filmed in it.
 */
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import { openCells } from "./covered-cells.ts";
import { difference } from "./find-ends.ts";
import type { Hypothesis } from "./hypotheses.ts";
import { type Rows, viewRows } from "./movement.ts";
import { type SharedView, sharedView } from "./shared-view.ts";
import { leastOpen, stillDifference } from "./thresholds.ts";

export interface MatchedStill {
  readonly hypothesis: Hypothesis;
  readonly view: SharedView;
  /** Frames that agree best, and how much they differ there. */
  readonly frameA: number;
  readonly frameB: number;
  readonly difference: number;
  /** What a second and more away the difference is, at least; null for two stills. */
  readonly elsewhere: number | null;
  readonly open: Float32Array;
}

export function matchStill(a: FramePrints, b: FramePrints, hypothesis: Hypothesis): MatchedStill | null {
  const view = sharedView(hypothesis.map);
  if (!view) return null;
  const rowsA = viewRows(a.thumbs, view.ofA, framesOf(a));
  const rowsB = viewRows(b.thumbs, view.ofB, framesOf(b));
  const everything = new Float32Array(view.cells).fill(1);
  const first = nearest(rowsA, rowsB, everything);
  const open = openCells(rowsA, rowsB, [first.frameA], [first.frameB]);
  const share = open.reduce((sum, cell) => sum + cell, 0) / open.length;
  if (share < leastOpen) return null;
  const best = nearest(rowsA, rowsB, open);
  if (best.difference > stillDifference) return null;
  return { hypothesis, view, ...best, elsewhere: elsewhere(a, b, rowsA, rowsB, open, best), open };
}

function nearest(a: Rows, b: Rows, open: Float32Array): { frameA: number; frameB: number; difference: number } {
  let best = { frameA: 0, frameB: 0, difference: 1 };
  for (let frameA = 0; frameA < a.frames; frameA += 1)
    for (let frameB = 0; frameB < b.frames; frameB += 1) {
      const here = difference(a, frameA, b, frameB, open);
      if (here < best.difference) best = { frameA, frameB, difference: here };
    }
  return best;
}

function elsewhere(
  a: FramePrints,
  b: FramePrints,
  rowsA: Rows,
  rowsB: Rows,
  open: Float32Array,
  best: { frameA: number; frameB: number },
): number | null {
  const [film, frame] = b.still ? [a, best.frameA] : [b, best.frameB];
  if (film.still) return null;
  let least: number | null = null;
  for (let other = 0; other < film.times.length; other += 1) {
    if (Math.abs((film.times[other] ?? 0) - (film.times[frame] ?? 0)) < 1) continue;
    const here = b.still ? difference(rowsA, other, rowsB, best.frameB, open) : difference(rowsA, best.frameA, rowsB, other, open);
    if (least === null || here < least) least = here;
  }
  return least;
}

function framesOf(prints: FramePrints): Int32Array {
  return Int32Array.from(prints.times, (_, frame) => frame);
}
