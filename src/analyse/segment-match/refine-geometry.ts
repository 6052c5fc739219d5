/**
 * Betters a geometry once it is known which moments go together: all landmarks of all frame pairs along the line that lie
 * where the geometry puts them, taken together, so that hundreds of pairs decide instead of a dozen.
 */
import { onFrames, onSquares } from "./find-geometry.ts";
import { fitMap } from "./fit-projective.ts";
import { type Geometry, mapPoint } from "./geometry.ts";
import { distance, words } from "./hamming.ts";
import type { Hypothesis } from "./hypotheses.ts";
import { type LandmarkSet, type LandmarkedPrints, mirroredSet } from "./landmark-sets.ts";
import { landmarkReach } from "./thresholds.ts";
import type { TimeLine } from "./time-line.ts";

const mostPairs = 14;
/** How far apart in time frames may lie to be compared, seconds of a; the nearest ones first. */
const mostApartSec = 0.25;
/** Around where the geometry puts a landmark, parts of b's longer side times how much of it a fills. */
const searched = 0.06;
const reaches = [0.04, 0.02, 0.012];
const leastPoints = 16;

export function refineGeometry(
  a: LandmarkedPrints,
  b: LandmarkedPrints,
  hypothesis: Hypothesis,
  line: TimeLine,
  fromSec: number,
  toSec: number,
): Geometry | null {
  const { mirrored } = hypothesis;
  let map = onSquares(mirrored ? unmirrored(hypothesis.map) : hypothesis.map, a.prints, b.prints);
  const scale = Math.sqrt(Math.abs((map[0] ?? 0) * (map[4] ?? 0) - (map[1] ?? 0) * (map[3] ?? 0)));
  const points: number[] = [];
  for (const [setA, setB] of nearestSets(a, b, line, fromSec, toSec)) {
    const ofA = mirrored ? mirroredSet(setA, a.prints.width, a.prints.height) : setA;
    gather(ofA, setB, map, searched * Math.min(1, scale), points);
  }
  if (points.length / 4 < leastPoints) return null;
  for (const reach of reaches) {
    const near: number[] = [];
    for (let at = 0; at < points.length; at += 4) {
      const [u, v] = mapPoint(map, points[at] ?? 0, points[at + 1] ?? 0);
      if (Math.hypot(u - (points[at + 2] ?? 0), v - (points[at + 3] ?? 0)) < reach * Math.min(1, scale * 1.5))
        near.push(...points.slice(at, at + 4));
    }
    if (near.length / 4 < leastPoints) return null;
    const better = fitMap(near, near.length / 4 >= 40);
    if (!better) return null;
    map = better;
  }
  return onFrames(map, a.prints, b.prints, mirrored);
}

/** Mirroring a's frame twice takes it away again. */
function unmirrored(map: Geometry): Geometry {
  const out = map.slice();
  for (const row of [0, 3, 6]) {
    out[row] = -(map[row] ?? 0);
    out[row + 2] = (map[row] ?? 0) + (map[row + 2] ?? 0);
  }
  const last = out[8] ?? 1;
  return out.map((value) => value / last);
}

function nearestSets(
  a: LandmarkedPrints,
  b: LandmarkedPrints,
  line: TimeLine,
  fromSec: number,
  toSec: number,
): [LandmarkSet, LandmarkSet][] {
  const found: [number, LandmarkSet, LandmarkSet][] = [];
  for (const setB of b.sets) {
    const moment = b.prints.times[setB.frame] ?? 0;
    if (moment < fromSec || moment > toSec) continue;
    for (const setA of a.sets) {
      const apart = Math.abs((a.prints.times[setA.frame] ?? 0) - (line.speed * moment + line.offsetSec));
      if (apart <= mostApartSec) found.push([apart, setA, setB]);
    }
  }
  found.sort((one, other) => one[0] - other[0]);
  return found.slice(0, mostPairs).map(([, setA, setB]) => [setA, setB]);
}

function gather(a: LandmarkSet, b: LandmarkSet, map: Geometry, reach: number, points: number[]): void {
  for (let one = 0; one < a.count; one += 1) {
    const [x, y] = [a.places[one * 2] ?? 0, a.places[one * 2 + 1] ?? 0];
    const [u, v] = mapPoint(map, x, y);
    let best = landmarkReach + 1;
    let nearest = -1;
    for (let other = 0; other < b.count; other += 1) {
      if (Math.abs((b.places[other * 2] ?? 0) - u) > reach || Math.abs((b.places[other * 2 + 1] ?? 0) - v) > reach) continue;
      const bits = distance(a.descriptions, one * words, b.descriptions, other * words, best - 1);
      if (bits < best) [best, nearest] = [bits, other];
    }
    if (nearest >= 0) points.push(x, y, b.places[nearest * 2] ?? 0, b.places[nearest * 2 + 1] ?? 0);
  }
}
