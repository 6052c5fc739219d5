/**
 * Geometries for a second look, when the first gave nothing or not all: from frames that go together along a line that was
 * only guessed (ribbons, fences and windows repeat, and the first vote may take one for the next), and the plain ones, a
 * whole picture that is the same, mirrored or turned, where there are too few corners to tell.
 */
import { thumbBytes, thumbSide, type FramePrints } from "../../core/copies/frame-prints.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import { type Geometry, apart } from "./geometry.ts";
import { type Hypothesis, compareSets } from "./hypotheses.ts";
import { laidOn, wholeFrame } from "./laid-on.ts";
import type { LandmarkSet, LandmarkedPrints } from "./landmark-sets.ts";
import { sampleMoments } from "./sample-moments.ts";
import type { TimeLine } from "./time-line.ts";

export interface GuessedLine {
  readonly line: TimeLine;
  readonly mirrored: boolean;
  readonly fromSec: number;
  readonly toSec: number;
}

const pairsOfLine = 3;
const mostApartSec = 0.15;
const sameGeometry = 0.05;

export function alongLines(
  a: LandmarkedPrints,
  b: LandmarkedPrints,
  guesses: readonly GuessedLine[],
  known: readonly Hypothesis[],
): Hypothesis[] {
  const found: Hypothesis[] = [];
  for (const guess of guesses)
    for (const [setA, setB] of nearestPairs(a, b, guess)) {
      const hypothesis = compareSets(setA, setB, guess.mirrored, a.prints, b.prints);
      if (hypothesis && isNew(hypothesis, [...known, ...found])) found.push(hypothesis);
    }
  return found.sort((one, other) => other.agreeing - one.agreeing);
}

export const isNew = (one: Hypothesis, known: readonly Hypothesis[]): boolean =>
  known.every((other) => other.mirrored !== one.mirrored || apart(other.map, one.map) > sameGeometry);

/** The pairs nearest in time, from different parts of the line. */
function nearestPairs(a: LandmarkedPrints, b: LandmarkedPrints, guess: GuessedLine): [LandmarkSet, LandmarkSet][] {
  const found: { off: number; a: LandmarkSet; b: LandmarkSet; part: number }[] = [];
  const length = Math.max(1e-6, guess.toSec - guess.fromSec);
  for (const setB of b.sets) {
    const moment = b.prints.times[setB.frame] ?? 0;
    if (moment < guess.fromSec || moment > guess.toSec) continue;
    for (const setA of a.sets) {
      const off = Math.abs((a.prints.times[setA.frame] ?? 0) - guess.line.speed * moment - guess.line.offsetSec);
      if (off <= mostApartSec)
        found.push({ off, a: setA, b: setB, part: Math.floor(((moment - guess.fromSec) / length) * pairsOfLine * 0.999) });
    }
  }
  found.sort((one, other) => one.off - other.off || one.b.frame - other.b.frame);
  const taken = new Set<number>();
  return found.flatMap((pair): [LandmarkSet, LandmarkSet][] => {
    if (taken.has(pair.part)) return [];
    taken.add(pair.part);
    return [[pair.a, pair.b]];
  });
}

/** Likeness of small pictures from which a plain geometry is worth a look. */
const leastLikeness = 0.75;
const looksASec = 2;
const mostLooks = 40;

/** The eight ways to lay a whole picture, or what its bars leave, on another one; those that some moments of both fit. */
export function plainHypotheses(a: FramePrints, b: FramePrints, known: readonly Hypothesis[]): Hypothesis[] {
  const found: { hypothesis: Hypothesis; likeness: number }[] = [];
  for (const partA of boxesOf(a))
    for (const partB of boxesOf(b))
      for (const mirrored of [false, true])
        for (let quarter = 0; quarter < 4; quarter += 1) {
          const map = laidOn(partA, partB, mirrored, quarter);
          const best = likeliest(a, b, map);
          if (best.likeness < leastLikeness) continue;
          const hypothesis: Hypothesis = { map, mirrored, agreeing: 0, timeA: best.timeA, timeB: best.timeB };
          if (isNew(hypothesis, [...known, ...found.map((one) => one.hypothesis)])) found.push({ hypothesis, likeness: best.likeness });
        }
  return found.sort((one, other) => other.likeness - one.likeness).map((one) => one.hypothesis);
}

/** The whole frame, and the commonest part that is free of bars. */
function boxesOf(prints: FramePrints): FrameBox[] {
  const longest = prints.shots.reduce(
    (one, other) => (other.frames > one.frames ? other : one),
    prints.shots[0] ?? { firstFrame: 0, frames: 0, content: wholeFrame },
  );
  const { content } = longest;
  return content.width * content.height > 0.96e12 ? [wholeFrame] : [wholeFrame, content];
}

function likeliest(a: FramePrints, b: FramePrints, map: Geometry): { likeness: number; timeA: number; timeB: number } {
  const [fewA, fewB] = [looks(a), looks(b)];
  const at: number[] = [];
  const to: number[] = [];
  for (let row = 0; row < thumbSide; row += 2)
    for (let column = 0; column < thumbSide; column += 2) {
      const [x, y] = [(column + 0.5) / thumbSide, (row + 0.5) / thumbSide];
      const u = (map[0] ?? 0) * x + (map[1] ?? 0) * y + (map[2] ?? 0);
      const v = (map[3] ?? 0) * x + (map[4] ?? 0) * y + (map[5] ?? 0);
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      at.push(row * thumbSide + column);
      to.push(Math.floor(v * thumbSide) * thumbSide + Math.floor(u * thumbSide));
    }
  let best = { likeness: 0, timeA: 0, timeB: 0 };
  if (at.length < 36) return best;
  for (const frameA of fewA)
    for (const frameB of fewB) {
      const likeness = correlation(a.thumbs, frameA * thumbBytes, at, b.thumbs, frameB * thumbBytes, to);
      if (likeness > best.likeness) best = { likeness, timeA: a.times[frameA] ?? 0, timeB: b.times[frameB] ?? 0 };
    }
  return best;
}

function looks(prints: FramePrints): Int32Array {
  const lengthSec = (prints.times[prints.times.length - 1] ?? 0) - (prints.times[0] ?? 0);
  return sampleMoments(
    prints.times,
    Math.min(looksASec, mostLooks / Math.max(1, lengthSec)),
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  );
}

function correlation(a: Uint8Array, fromA: number, at: readonly number[], b: Uint8Array, fromB: number, to: readonly number[]): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let place = 0; place < at.length; place += 1) {
    const one = a[fromA + (at[place] ?? 0)] ?? 0;
    const other = b[fromB + (to[place] ?? 0)] ?? 0;
    x += one;
    y += other;
    xx += one * one;
    yy += other * other;
    xy += one * other;
  }
  const n = at.length;
  const spread = (xx - (x * x) / n) * (yy - (y * y) / n);
  // Nearly flat pictures are like anything.
  return spread < (16 * n) ** 2 ? 0 : (xy - (x * y) / n) / Math.sqrt(spread);
}
