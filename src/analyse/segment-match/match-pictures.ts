/**
 * Which seconds of one picture track are which seconds of another, from their prints alone: geometries from landmarks,
 * lines in time from movement, frames from the pictures, and a judgement that wants movement to agree. Symmetric in what
 * it finds, not in how it says it: edits are what b does to a.
 */
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import type { PairSign, PictureEdit, PictureSegment } from "../../core/copies/segment-match.ts";
import { coveredAreas } from "./covered-areas.ts";
import { describeEdit } from "./describe-edit.ts";
import { type GuessedLine, alongLines, plainHypotheses } from "./further-hypotheses.ts";
import { hashHypotheses } from "./hash-hypotheses.ts";
import { type Hypothesis, findHypotheses } from "./hypotheses.ts";
import { isMatch, scoreOf } from "./judge-stretch.ts";
import { type LandmarkedPrints, landmarked } from "./landmark-sets.ts";
import { type MatchedStretch, matchGeometry } from "./match-geometry.ts";
import { type MatchedStill, matchStill } from "./match-still.ts";
import { frameLength } from "./sample-moments.ts";
import { sameView } from "./same-view.ts";
import { fullAgreement, mostStillScore, stillLandmarks } from "./thresholds.ts";

/** Part of the compared state: a change of any rule here makes older results old. */
export const pictureMatchVersion = "1";

export interface PictureMatch {
  readonly segments: readonly PictureSegment[];
  /** Only where there are no segments. */
  readonly signs: readonly PairSign[];
}

/** Geometries that are looked at in full, and the share of the best one's landmarks that a further one needs. */
const mostLooked = 6;
const mostSegments = 64;
const guessesOfGeometry = 2;
const mostGuesses = 6;

export function matchPictures(a: FramePrints, b: FramePrints): PictureMatch {
  return matchLandmarked(landmarked(a), landmarked(b));
}

/** The same for prints made ready before, where each is compared with many. */
export function matchLandmarked(a: LandmarkedPrints, b: LandmarkedPrints): PictureMatch {
  const hypotheses = findHypotheses(a, b);
  if (a.prints.still || b.prints.still) return matchStills(a, b, hypotheses);
  const kept: MatchedStretch[] = [];
  const guesses: GuessedLine[] = [];
  const look = (some: readonly Hypothesis[]): void => {
    for (const hypothesis of some.slice(0, mostLooked)) {
      if (kept.some((stretch) => explains(stretch, hypothesis, a, b))) continue;
      const under = matchGeometry(a, b, hypothesis);
      guesses.push(...under.guesses.slice(0, guessesOfGeometry));
      for (const stretch of under.stretches) if (isMatch(stretch)) keep(kept, stretch);
    }
  };
  look(hypotheses);
  if (!kept.some((stretch) => stretch.movement.agreement >= fullAgreement)) {
    const further = alongLines(a, b, guesses.slice(0, mostGuesses), hypotheses);
    look(further);
    if (!kept.some((stretch) => stretch.movement.agreement >= fullAgreement))
      look(plainHypotheses(a.prints, b.prints, [...hypotheses, ...further]));
  }
  if (kept.length === 0) return { segments: [], signs: signsOf(a, b, hypotheses) };
  const segments = kept
    .sort((one, other) => one.fromB - other.fromB || one.fromA - other.fromA)
    .slice(0, mostSegments)
    .map((stretch) => segmentOf(a, b, stretch));
  return { segments, signs: [] };
}

/** Whether a stretch leaves nothing to find: it agrees all but fully, and covers the moment of the hypothesis or all there is. */
function explains(stretch: MatchedStretch, hypothesis: Hypothesis, a: LandmarkedPrints, b: LandmarkedPrints): boolean {
  if (stretch.movement.agreement < fullAgreement) return false;
  const from = (b.prints.times[stretch.fromB] ?? 0) - 0.5;
  const to = (b.prints.times[stretch.toB] ?? 0) + 0.5;
  if (hypothesis.timeB >= from && hypothesis.timeB <= to) return true;
  return stretch.toB - stretch.fromB > 0.95 * b.prints.times.length || stretch.toA - stretch.fromA > 0.95 * a.prints.times.length;
}

/** Of those that claim the same frames of b, the one whose movement agrees better and longer stays. */
function keep(kept: MatchedStretch[], stretch: MatchedStretch): void {
  const rivals = kept.filter((other) => {
    const shared = Math.min(other.toB, stretch.toB) - Math.max(other.fromB, stretch.fromB);
    return shared > 0.3 * Math.min(other.toB - other.fromB, stretch.toB - stretch.fromB);
  });
  if (rivals.some((other) => weight(other) >= weight(stretch))) return;
  for (const rival of rivals) kept.splice(kept.indexOf(rival), 1);
  kept.push(stretch);
}

const weight = (stretch: MatchedStretch): number => stretch.movement.agreement ** 2 * stretch.movement.movingSec;

function signsOf(a: LandmarkedPrints, b: LandmarkedPrints, hypotheses: readonly Hypothesis[]): PairSign[] {
  for (const hypothesis of hypotheses.slice(0, 3)) {
    const sign = sameView(a.prints, b.prints, hypothesis);
    if (sign) return [sign];
  }
  return [];
}

function segmentOf(a: LandmarkedPrints, b: LandmarkedPrints, stretch: MatchedStretch): PictureSegment {
  const { timesA, timesB } = { timesA: a.prints.times, timesB: b.prints.times };
  const { speed } = stretch.line;
  const edits: PictureEdit[] = [];
  if (speed > 1.02) edits.push("faster");
  if (speed < 0.98) edits.push("slower");
  const frame = Math.max(frameLength(timesA, stretch.fromA), frameLength(timesB, stretch.fromB));
  return {
    a: { fromSec: timesA[stretch.fromA] ?? 0, toSec: rounded((timesA[stretch.toA] ?? 0) + frameLength(timesA, stretch.toA)) },
    b: { fromSec: timesB[stretch.fromB] ?? 0, toSec: rounded((timesB[stretch.toB] ?? 0) + frameLength(timesB, stretch.toB)) },
    speed: Math.round(speed * 10_000) / 10_000,
    boundsErrorSec: rounded(speed === 1 ? frame : Math.max(frame, 0.2)),
    score: scoreOf(stretch),
    ...shapeOf(b, stretch, edits),
    basis: { frames: stretch.frames, agreeing: stretch.agreeing },
  };
}

type Shaped = Pick<PictureSegment, "mirrored" | "turnedDeg" | "tiltDeg" | "partOfA" | "partOfB" | "covered" | "edits">;

function shapeOf(b: LandmarkedPrints, found: Pick<MatchedStretch, "hypothesis" | "view" | "open">, more: readonly PictureEdit[]): Shaped {
  const { hypothesis, view, open } = found;
  const edited = describeEdit(hypothesis.map, hypothesis.mirrored, b.prints, view.partOfA, view.partOfB);
  const covered = coveredAreas(view, open);
  const inB = (view.partOfB[2] - view.partOfB[0]) * (view.partOfB[3] - view.partOfB[1]);
  const edits = [...edited.edits, ...more];
  if (covered.length > 0) edits.push("covered");
  if (inB < smallPart) edits.push("picture-in-picture");
  else if (inB < wholePart && !edits.includes("filmed-from-a-screen") && !edits.includes("tilted")) edits.push("bars");
  return { ...edited, edits, covered };
}

/** Share of b's frame below which a picture is one in another, and from which it fills it. */
const smallPart = 0.3;
const wholePart = 0.94;

function matchStills(a: LandmarkedPrints, b: LandmarkedPrints, hypotheses: readonly Hypothesis[]): PictureMatch {
  let best: MatchedStill | null = null;
  const byLandmarks = hypotheses.filter(({ agreeing }) => agreeing >= stillLandmarks).slice(0, mostLooked);
  for (const hypothesis of [...byLandmarks, ...hashHypotheses(a.prints, b.prints)]) {
    const still = matchStill(a.prints, b.prints, hypothesis);
    if (still && (!best || still.difference < best.difference)) best = still;
  }
  if (!best) return { segments: [], signs: [] };
  // The video shows it as well a second and more away: it stands still, and anybody's picture of that view would fit.
  if (best.elsewhere !== null && best.elsewhere < best.difference * 1.3 + 0.01) return { segments: [], signs: ["same-still-only"] };
  const at = (side: LandmarkedPrints, frame: number): { fromSec: number; toSec: number } => {
    const moment = side.prints.still ? 0 : (side.prints.times[frame] ?? 0);
    return { fromSec: moment, toSec: side.prints.still ? 0 : rounded(moment + frameLength(side.prints.times, frame)) };
  };
  const segment: PictureSegment = {
    a: at(a, best.frameA),
    b: at(b, best.frameB),
    speed: 1,
    boundsErrorSec: rounded(Math.max(frameLength(a.prints.times, best.frameA), frameLength(b.prints.times, best.frameB))),
    // Stills were not in the calibration material: less is claimed for them.
    score: Math.min(mostStillScore, Math.round(1000 / (1 + Math.exp(-(6 - 18 * best.difference)))) / 1000),
    ...shapeOf(b, best, []),
    basis: { frames: 1, agreeing: 1 },
  };
  return { segments: [segment], signs: [] };
}

const rounded = (seconds: number): number => Math.round(seconds * 1_000_000) / 1_000_000;
