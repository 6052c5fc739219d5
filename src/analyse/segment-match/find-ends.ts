/**
 * To which frame of b each line holds: the cheapest way through b's frames (Viterbi 1967), each frame on one of the lines or
 * on none, a change of line costing as much as some frames in disagreement. Lines compete, so that a cut within one fixed
 * view is found where what moves starts to agree with the other line.
 */
import type { Rows } from "./movement.ts";

export interface Stretch {
  readonly line: number;
  /** Frames of b, the last one included. */
  readonly from: number;
  readonly to: number;
}

/** Cost of a frame on no line, in the measure of `disagreement`. */
const none = 4;
const change = 8;

/** `costs[line][frame]`; not finite where a line has no frame of a. */
export function findEnds(costs: readonly Float64Array[], frames: number): Stretch[] {
  const states = costs.length + 1;
  const total = new Float64Array(states);
  const came = new Uint8Array(frames * states);
  for (let frame = 0; frame < frames; frame += 1) {
    let cheapest = 0;
    for (let state = 1; state < states; state += 1) if ((total[state] ?? 0) < (total[cheapest] ?? 0)) cheapest = state;
    const least = total[cheapest] ?? 0;
    for (let state = 0; state < states; state += 1) {
      const stay = total[state] ?? 0;
      const changed = frame > 0 && least + change < stay;
      came[frame * states + state] = changed ? cheapest : state;
      const here = state === costs.length ? none : (costs[state]?.[frame] ?? Number.POSITIVE_INFINITY);
      // Not infinite: a line that begins later must stay reachable.
      total[state] = Math.min(1e12, (changed ? least + change : stay) + Math.min(1e6, here));
    }
  }
  let state = 0;
  for (let other = 1; other < states; other += 1) if ((total[other] ?? 0) < (total[state] ?? 0)) state = other;
  const stretches: Stretch[] = [];
  let to = frames - 1;
  for (let frame = frames - 1; frame >= 0; frame -= 1) {
    const before = came[frame * states + state] ?? state;
    if (frame === 0 || before !== state) {
      if (state < costs.length) stretches.push({ line: state, from: frame, to });
      to = frame - 1;
    }
    state = before;
  }
  return stretches.reverse();
}

/** Difference of two pictures after their contrasts were made equal: 0 for the same, 1 for what has nothing in common. NaN where either shows nothing. */
export function difference(a: Rows, frameA: number, b: Rows, frameB: number, weights: Float32Array): number {
  const { cells } = a;
  let [sum, meanA, meanB] = [0, 0, 0];
  for (let cell = 0; cell < cells; cell += 1) {
    const weight = weights[cell] ?? 0;
    sum += weight;
    meanA += weight * (a.values[frameA * cells + cell] ?? 0);
    meanB += weight * (b.values[frameB * cells + cell] ?? 0);
  }
  meanA /= sum;
  meanB /= sum;
  let [aa, bb, ab] = [0, 0, 0];
  for (let cell = 0; cell < cells; cell += 1) {
    const weight = weights[cell] ?? 0;
    const x = (a.values[frameA * cells + cell] ?? 0) - meanA;
    const y = (b.values[frameB * cells + cell] ?? 0) - meanB;
    aa += weight * x * x;
    bb += weight * y * y;
    ab += weight * x * y;
  }
  if (aa < sum * leastContrast ** 2 || bb < sum * leastContrast ** 2) return Number.NaN;
  const cosine = ab / Math.sqrt(aa * bb);
  return cosine <= 0 ? 1 : Math.sqrt(Math.max(0, 1 - cosine * cosine));
}

/** Grey levels of spread below which a picture is black or flat. */
const leastContrast = 2;

/** Costs of a line's frames, from their differences and what is usual along the line. */
export function lineCosts(differences: Float64Array, usual: number): Float64Array {
  const scale = 1.5 * usual + 0.03;
  return differences.map((value) => (Number.isNaN(value) ? none : (value / scale) ** 2));
}
