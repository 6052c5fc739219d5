/**
 * Two items that match nowhere: do they at least show the same view, and does anything move in it? The pictures of a
 * fixed camera, a studio or a title card agree at all times; such a pair gets a sign instead of a match.
 */
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import type { PairSign } from "../../core/copies/segment-match.ts";
import { openCells } from "./covered-cells.ts";
import { difference } from "./find-ends.ts";
import type { Hypothesis } from "./hypotheses.ts";
import { type Rows, movementRows, unitRows, viewRows } from "./movement.ts";
import { sampleMoments } from "./sample-moments.ts";
import { sharedView } from "./shared-view.ts";
import {
  stillMovement,
  leastOpen,
  movementWindowSec,
  sameViewDifference,
  sameViewLandmarks,
  sampleRate,
  standsStill,
} from "./thresholds.ts";

/** Moments around the landmarks that agreed, seconds either way. */
const around = 1;

export function sameView(
  a: FramePrints,
  b: FramePrints,
  hypothesis: Hypothesis,
): Extract<PairSign, "same-still-only" | "same-view-only"> | null {
  const view = hypothesis.agreeing >= sameViewLandmarks ? sharedView(hypothesis.map) : null;
  if (!view) return null;
  const ofA = near(a, hypothesis.timeA, view.ofA);
  const ofB = near(b, hypothesis.timeB, view.ofB);
  const everything = new Float32Array(view.cells).fill(1);
  let least = { difference: 2, one: 0, other: 0 };
  for (let one = 0; one < ofA.rows.frames; one += 3)
    for (let other = 0; other < ofB.rows.frames; other += 3) {
      const here = difference(ofA.rows, one, ofB.rows, other, everything);
      if (here < least.difference) least = { difference: here, one, other };
    }
  // What moves lies over the view in places; where it does not, the view must agree.
  const open = openCells(ofA.rows, ofB.rows, [least.one], [least.other]);
  const share = open.reduce((sum, cell) => sum + cell, 0) / open.length;
  if (share < leastOpen || !(difference(ofA.rows, least.one, ofB.rows, least.other, open) <= sameViewDifference)) return null;
  return Math.min(ofA.movement, ofB.movement) < standsStill ? "same-still-only" : "same-view-only";
}

/** The pictures around a moment, and how much moves in them: 0 nothing, 1 throughout. */
function near(prints: FramePrints, moment: number, sums: Parameters<typeof viewRows>[1]): { rows: Rows; movement: number } {
  const frames = sampleMoments(prints.times, sampleRate, moment - around, moment + around);
  const rows = viewRows(prints.thumbs, sums, frames);
  const times = Float64Array.from(frames, (frame) => prints.times[frame] ?? 0);
  const moves = unitRows(movementRows(rows, times, movementWindowSec), stillMovement);
  const lengths = Array.from({ length: moves.frames }, (_, row) =>
    Math.hypot(...moves.values.subarray(row * moves.cells, (row + 1) * moves.cells)),
  ).sort((one, other) => one - other);
  return { rows, movement: lengths[Math.floor(lengths.length / 2)] ?? 0 };
}
