/** Geometries worth trying for a pair of items: those on which the landmarks of likely frame pairs agree, most agreeing first. */
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import { findGeometry, onFrames } from "./find-geometry.ts";
import { type FramePair, framePairs } from "./frame-pairs.ts";
import { apart, type Geometry } from "./geometry.ts";
import { type LandmarkedPrints, type LandmarkSet, mirroredSet } from "./landmark-sets.ts";
import { matchLandmarks } from "./match-landmarks.ts";

export interface Hypothesis {
  readonly map: Geometry;
  readonly mirrored: boolean;
  /** Landmarks that agree; 0 for a geometry that was only assumed. */
  readonly agreeing: number;
  /** The moments at which it was found, seconds. */
  readonly timeA: number;
  readonly timeB: number;
}

/** Frame pairs whose landmarks are compared one by one. */
const mostTried = 24;
/** Of these at most so many around the same moments of b, mirrored or not. */
const mostAlike = 3;
const leastVotes = 5;
const mostHypotheses = 10;
/** Geometries this near are one, parts of the frame. */
const sameGeometry = 0.05;

export function findHypotheses(a: LandmarkedPrints, b: LandmarkedPrints): Hypothesis[] {
  const [setsA, setsB] = [a.sets, b.sets];
  const found: Hypothesis[] = [];
  for (const pair of chosen(framePairs(setsA, setsB, a.prints, leastVotes))) {
    const ofA = setsA[pair.a];
    const ofB = setsB[pair.b];
    if (!ofA || !ofB) continue;
    const hypothesis = compareSets(ofA, ofB, pair.mirrored, a.prints, b.prints);
    if (hypothesis) found.push(hypothesis);
  }
  found.sort((one, other) => other.agreeing - one.agreeing);
  const kept: Hypothesis[] = [];
  for (const one of found) {
    if (kept.length >= mostHypotheses) break;
    if (kept.every((other) => other.mirrored !== one.mirrored || apart(other.map, one.map) > sameGeometry)) kept.push(one);
  }
  return kept;
}

/** The geometry on which the landmarks of two frames agree, if there is one. */
export function compareSets(setA: LandmarkSet, setB: LandmarkSet, mirrored: boolean, a: FramePrints, b: FramePrints): Hypothesis | null {
  const ofA = mirrored ? mirroredSet(setA, a.width, a.height) : setA;
  const found = findGeometry(ofA, setB, matchLandmarks(ofA, setB));
  if (!found) return null;
  return {
    map: onFrames(found.map, a, b, mirrored),
    mirrored,
    agreeing: found.agreeing,
    timeA: a.times[setA.frame] ?? 0,
    timeB: b.times[setB.frame] ?? 0,
  };
}

/** The most voted pairs, but not all of them from one moment: a compilation shows several things, and each wants a try. */
function chosen(pairs: readonly FramePair[]): FramePair[] {
  const tried: FramePair[] = [];
  for (const pair of pairs) {
    if (tried.length >= mostTried) break;
    const alike = tried.filter((other) => other.mirrored === pair.mirrored && Math.abs(other.b - pair.b) <= 2);
    if (alike.length < mostAlike) tried.push(pair);
  }
  return tried;
}
