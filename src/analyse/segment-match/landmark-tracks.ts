/**
 * Landmarks that stay where they are from frame to frame, kept once: a fixed camera would otherwise say everything sixty
 * times a minute. A landmark belongs to a track when the frame before had one at the same place with a near description.
 */
import { distance, words } from "./hamming.ts";
import type { LandmarkSet } from "./landmark-sets.ts";

export interface LandmarkTracks {
  readonly count: number;
  /** Index of the landmark set in which the track begins, and the landmark there. */
  readonly sets: Uint32Array;
  readonly landmarks: Uint16Array;
  readonly descriptions: Uint32Array;
}

const sameBits = 40;
const samePlace = 0.01;

export function landmarkTracks(sets: readonly LandmarkSet[]): LandmarkTracks {
  const begins: [number, number][] = [];
  let before = new Map<number, number[]>();
  let previous: LandmarkSet | undefined;
  for (const [index, set] of sets.entries()) {
    const here = new Map<number, number[]>();
    for (let landmark = 0; landmark < set.count; landmark += 1) {
      const column = Math.floor((set.places[landmark * 2] ?? 0) / samePlace);
      const line = Math.floor((set.places[landmark * 2 + 1] ?? 0) / samePlace);
      const cell = line * 1024 + column;
      const others = here.get(cell);
      if (others) others.push(landmark);
      else here.set(cell, [landmark]);
      if (!previous || !continues(previous, before, set, landmark, line, column)) begins.push([index, landmark]);
    }
    before = here;
    previous = set;
  }
  const descriptions = new Uint32Array(begins.length * words);
  for (const [track, [set, landmark]] of begins.entries())
    descriptions.set(sets[set]?.descriptions.subarray(landmark * words, (landmark + 1) * words) ?? [], track * words);
  return {
    count: begins.length,
    sets: Uint32Array.from(begins, ([set]) => set),
    landmarks: Uint16Array.from(begins, ([, landmark]) => landmark),
    descriptions,
  };
}

function continues(
  previous: LandmarkSet,
  cells: ReadonlyMap<number, readonly number[]>,
  set: LandmarkSet,
  landmark: number,
  line: number,
  column: number,
): boolean {
  for (let dy = -1; dy <= 1; dy += 1)
    for (let dx = -1; dx <= 1; dx += 1)
      for (const other of cells.get((line + dy) * 1024 + column + dx) ?? [])
        if (distance(previous.descriptions, other * words, set.descriptions, landmark * words, sameBits) <= sameBits) return true;
  return false;
}
