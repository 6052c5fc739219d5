/**
 * The one map from a's picture to b's on which most landmark pairs agree: similarities through two pairs at a time (the
 * sample-and-count of Fischler and Bolles 1981, but over all pairs of the nearest descriptions instead of random ones, so
 * that the same input always gives the same answer), then least squares, affine first and projective where many agree.
 */
import { type Geometry, compose, inverse } from "./geometry.ts";
import { fitMap } from "./fit-projective.ts";
import type { LandmarkSet } from "./landmark-sets.ts";
import type { LandmarkPairs } from "./match-landmarks.ts";
import { leastLandmarks } from "./thresholds.ts";

export interface FoundGeometry {
  /** From a's places to b's, both in parts of their own longer side. */
  readonly map: Geometry;
  readonly agreeing: number;
}

/** Pairs of landmark pairs that are tried: those of the nearest descriptions. */
const triedPairs = 64;
/** How far a landmark may lie from where the map puts it, parts of b's longer side: at first, then while it is bettered. */
const looseReach = 0.035;
const reaches = [0.03, 0.02, 0.014];
const projectiveFrom = 20;

export function findGeometry(a: LandmarkSet, b: LandmarkSet, pairs: LandmarkPairs): FoundGeometry | null {
  if (pairs.count < leastLandmarks) return null;
  const first = bestSimilarity(a, b, pairs);
  if (!first) return null;
  let map = first;
  let inside = insiders(a, b, pairs, map, looseReach);
  for (const reach of reaches) {
    if (inside.length < leastLandmarks) return null;
    const better = fitMap(pointsOf(a, b, pairs, inside), inside.length >= projectiveFrom);
    if (!better) return null;
    map = better;
    inside = insiders(a, b, pairs, map, reach);
  }
  const agreeing = distinctPlaces(a, b, pairs, inside);
  return agreeing >= leastLandmarks && isSane(map) ? { map, agreeing } : null;
}

function bestSimilarity(a: LandmarkSet, b: LandmarkSet, pairs: LandmarkPairs): Geometry | null {
  const tried = Math.min(triedPairs, pairs.count);
  let best: Geometry | null = null;
  let most = leastLandmarks - 1;
  for (let one = 0; one < tried; one += 1)
    for (let other = one + 1; other < tried; other += 1) {
      const map = throughTwo(a, b, pairs, one, other);
      if (!map) continue;
      const count = countInside(a, b, pairs, map, most);
      if (count > most) {
        most = count;
        best = map;
      }
    }
  return best;
}

/** The similarity that takes two landmarks of a to theirs of b, if the sizes and directions of the landmarks go with it. */
function throughTwo(a: LandmarkSet, b: LandmarkSet, pairs: LandmarkPairs, one: number, other: number): Geometry | null {
  const [a1, a2, b1, b2] = [pairs.a[one] ?? 0, pairs.a[other] ?? 0, pairs.b[one] ?? 0, pairs.b[other] ?? 0];
  const ax = (a.places[a2 * 2] ?? 0) - (a.places[a1 * 2] ?? 0);
  const ay = (a.places[a2 * 2 + 1] ?? 0) - (a.places[a1 * 2 + 1] ?? 0);
  const bx = (b.places[b2 * 2] ?? 0) - (b.places[b1 * 2] ?? 0);
  const by = (b.places[b2 * 2 + 1] ?? 0) - (b.places[b1 * 2 + 1] ?? 0);
  const lengthA = ax * ax + ay * ay;
  const lengthB = bx * bx + by * by;
  if (lengthA < 0.006 || lengthB < 0.0006) return null;
  const scale = Math.sqrt(lengthB / lengthA);
  const sized = (b.sizes[b1] ?? 1) / (a.sizes[a1] ?? 1);
  if (scale > sized * 1.6 || scale < sized / 1.6) return null;
  const re = (ax * bx + ay * by) / lengthA;
  const im = (ax * by - ay * bx) / lengthA;
  const turn = Math.atan2(im, re);
  const turned = (b.turns[b1] ?? 0) - (a.turns[a1] ?? 0);
  if (Math.cos(turn - turned) < 0.85) return null;
  const x = a.places[a1 * 2] ?? 0;
  const y = a.places[a1 * 2 + 1] ?? 0;
  return Float64Array.of(
    re,
    -im,
    (b.places[b1 * 2] ?? 0) - re * x + im * y,
    im,
    re,
    (b.places[b1 * 2 + 1] ?? 0) - im * x - re * y,
    0,
    0,
    1,
  );
}

function countInside(a: LandmarkSet, b: LandmarkSet, pairs: LandmarkPairs, map: Geometry, most: number): number {
  const [m0, m1, m2, m3, m4, m5] = [map[0] ?? 0, map[1] ?? 0, map[2] ?? 0, map[3] ?? 0, map[4] ?? 0, map[5] ?? 0];
  const reach = looseReach * looseReach;
  let count = 0;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (count + pairs.count - pair <= most) return 0;
    const at = (pairs.a[pair] ?? 0) * 2;
    const to = (pairs.b[pair] ?? 0) * 2;
    const x = a.places[at] ?? 0;
    const y = a.places[at + 1] ?? 0;
    const dx = m0 * x + m1 * y + m2 - (b.places[to] ?? 0);
    const dy = m3 * x + m4 * y + m5 - (b.places[to + 1] ?? 0);
    if (dx * dx + dy * dy < reach) count += 1;
  }
  return count;
}

function insiders(a: LandmarkSet, b: LandmarkSet, pairs: LandmarkPairs, map: Geometry, reach: number): number[] {
  const inside: number[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const at = (pairs.a[pair] ?? 0) * 2;
    const to = (pairs.b[pair] ?? 0) * 2;
    const x = a.places[at] ?? 0;
    const y = a.places[at + 1] ?? 0;
    const depth = (map[6] ?? 0) * x + (map[7] ?? 0) * y + 1;
    const dx = ((map[0] ?? 0) * x + (map[1] ?? 0) * y + (map[2] ?? 0)) / depth - (b.places[to] ?? 0);
    const dy = ((map[3] ?? 0) * x + (map[4] ?? 0) * y + (map[5] ?? 0)) / depth - (b.places[to + 1] ?? 0);
    if (dx * dx + dy * dy < reach * reach) inside.push(pair);
  }
  return inside;
}

function pointsOf(a: LandmarkSet, b: LandmarkSet, pairs: LandmarkPairs, inside: readonly number[]): number[] {
  return inside.flatMap((pair) => {
    const at = (pairs.a[pair] ?? 0) * 2;
    const to = (pairs.b[pair] ?? 0) * 2;
    return [a.places[at] ?? 0, a.places[at + 1] ?? 0, b.places[to] ?? 0, b.places[to + 1] ?? 0];
  });
}

/** Landmarks at one place on several levels count once. */
function distinctPlaces(a: LandmarkSet, b: LandmarkSet, pairs: LandmarkPairs, inside: readonly number[]): number {
  const cell = (set: LandmarkSet, landmark: number): string =>
    `${Math.round((set.places[landmark * 2] ?? 0) * 50)},${Math.round((set.places[landmark * 2 + 1] ?? 0) * 50)}`;
  const ofA = new Set(inside.map((pair) => cell(a, pairs.a[pair] ?? 0)));
  const ofB = new Set(inside.map((pair) => cell(b, pairs.b[pair] ?? 0)));
  return Math.min(ofA.size, ofB.size);
}

/** A picture is not turned inside out, nor drawn into a line. */
function isSane(map: Geometry): boolean {
  const determinant = (map[0] ?? 0) * (map[4] ?? 0) - (map[1] ?? 0) * (map[3] ?? 0);
  const stretch = Math.hypot(map[0] ?? 0, map[3] ?? 0) / Math.max(1e-9, Math.hypot(map[1] ?? 0, map[4] ?? 0));
  return (
    determinant > 0.01 && determinant < 100 && stretch > 0.5 && stretch < 2 && Math.abs(map[6] ?? 0) < 0.7 && Math.abs(map[7] ?? 0) < 0.7
  );
}

/** The map between frames measured from 0 to 1, of a found one and of whether a was mirrored first. */
export function onFrames(map: Geometry, a: Shape, b: Shape, mirrored: boolean): Geometry {
  const whole = compose(inverse(square(b)), compose(map, square(a)));
  return mirrored ? compose(whole, Float64Array.of(-1, 0, 1, 0, 1, 0, 0, 0, 1)) : whole;
}

/** The other way: of a map between frames, the one between places in parts of the longer sides. */
export function onSquares(map: Geometry, a: Shape, b: Shape): Geometry {
  return compose(square(b), compose(map, inverse(square(a))));
}

interface Shape {
  readonly width: number;
  readonly height: number;
}

function square(of: Shape): Geometry {
  const longest = Math.max(of.width, of.height);
  return Float64Array.of(of.width / longest, 0, 0, 0, of.height / longest, 0, 0, 0, 1);
}
