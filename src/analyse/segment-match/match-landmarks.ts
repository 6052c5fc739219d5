/** Pairs of landmarks of two frames that may be one: for each of a's the nearest of b's, within reach. */
import { words } from "./hamming.ts";
import type { LandmarkSet } from "./landmark-sets.ts";
import { nearestDescriptions } from "./nearest-landmarks.ts";
import { landmarkReach } from "./thresholds.ts";

export interface LandmarkPairs {
  readonly count: number;
  /** Landmark of a, of b, and their distance in bits; nearest first. */
  readonly a: Uint16Array;
  readonly b: Uint16Array;
  readonly bits: Uint16Array;
}

export function matchLandmarks(a: LandmarkSet, b: LandmarkSet): LandmarkPairs {
  const found: [number, number, number][] = [];
  const nearest = nearestDescriptions(a.descriptions.subarray(0, a.count * words), b.descriptions.subarray(0, b.count * words));
  for (let one = 0; one < a.count; one += 1) {
    const bits = nearest.bitsOf(one);
    if (bits <= landmarkReach) found.push([one, nearest.numberOf(one), bits]);
  }
  found.sort((x, y) => x[2] - y[2] || x[0] - y[0]);
  return {
    count: found.length,
    a: Uint16Array.from(found, (pair) => pair[0]),
    b: Uint16Array.from(found, (pair) => pair[1]),
    bits: Uint16Array.from(found, (pair) => pair[2]),
  };
}
