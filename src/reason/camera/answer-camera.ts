/**
 * The camera reasoner as a whole: pairs of marks in, positions, heading, field of view, what is left of every pair, and what would
 * change it out. A set of positions is always given whole; a single position only where the measurements tell one.
 */
import { squaresOfTwo, studentT } from "./quantiles.ts";
import { cameraSentences, cameraWarnings } from "./camera-sentences.ts";
import type { CameraAnswer, CameraSolution, Expected, LeftOut, Value } from "./camera-answer.ts";
import type { CameraProblem } from "./camera-problem.ts";
import { checkProblem } from "./check-problem.ts";
import { coneEdges, conePolygon } from "./camera-cone.ts";
import { circleOnEarth, dangerCircle } from "./danger-circle.ts";
import { expectedFeatures } from "./expected-features.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { mirroredFrame } from "./mirrored-frame.ts";
import { compass, pairResiduals } from "./pair-residuals.ts";
import { fieldOfEquivalent, ground, heading, horizontalField, lnFocal, pitch } from "./pinhole.ts";
import { regionEllipse } from "./region-ellipse.ts";
import { ringsOnEarth } from "./rings-on-earth.ts";
import { assumed, type Scene, sceneOf } from "./scene.ts";
import { errorOf, type SolvedCamera, type SolvedPart, solveCamera } from "./solve-camera.ts";

const rad = Math.PI / 180;

/** Throws ProblemUnreadable. */
export function answerCamera(problem: CameraProblem): CameraAnswer {
  checkProblem(problem);
  const scene = sceneOf(problem);
  const solved = solveCamera(scene);
  const [best] = solved.parts;
  const state = best === undefined ? "nothing" : solved.redundancy < 0 ? "line" : solved.parts.length > 1 ? "several" : "position";
  const told = state === "position" || state === "several";
  const solutions = told ? solved.parts.map((part) => solutionOf(problem, solved, part)) : [];
  const misfits = told ? misfitsOf(solutions) : [];
  const mirrored = mirroredFrame(scene, solved.statedBest);
  const circle = best === undefined || !told ? null : dangerCircle(scene.sightings, best.fit);
  const ellipse = solutions[0]?.ellipse;
  const bearings = solutions[0]?.residuals.map(({ bearingDeg }) => bearingDeg) ?? [];
  const answer: Omit<CameraAnswer, "says" | "warnings"> = {
    state,
    consistent: best !== undefined && misfits.length === 0,
    solutions,
    region: {
      type: "MultiPolygon",
      coordinates: solved.parts.flatMap(({ region }) => ringsOnEarth(region.rings, scene.plane).coordinates),
    },
    regionAreaM2: round(
      solved.parts.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      1,
    ),
    cut: solved.parts.some(({ region }) => region.cut),
    redundancy: solved.redundancy,
    errorScale: round(solved.scene.errorScale, 3),
    leaveOneOut:
      best !== undefined && told && solved.redundancy > 0 ? leaveOneOut(solved.scene, problem.pairs, best.fit).map(roundedLeftOut) : [],
    misfits,
    condition: {
      dangerCircle: circleOnEarth(circle, scene.plane),
      axisRatio: ellipse === undefined ? null : round(ellipse.majorM / ellipse.minorM, 2),
      spreadDeg: bearings.length < 2 ? null : round(spreadOf(bearings), 2),
    },
    mirrored,
    expected:
      best === undefined || !told
        ? []
        : expectedFeatures(solved.scene, problem.expected ?? [], best.fit, best.covariance, studentT(solved.degrees)).map(roundedExpected),
    used: usedOf(problem, scene),
  };
  return { ...answer, says: cameraSentences(problem, scene, answer), warnings: cameraWarnings(problem, scene, answer) };
}

function solutionOf(problem: CameraProblem, solved: SolvedCamera, part: SolvedPart): CameraSolution {
  const { scene, level } = solved;
  const { fit, region } = part;
  const turnDeg = scene.plane.convergenceDeg(fit);
  const at = scene.plane.toEarth(fit);
  const from = { lat: round(at.lat, 7), lon: round(at.lon, 7) };
  const focal = Math.exp(fit.held[lnFocal] as number);
  const fieldDeg = horizontalField(focal, scene.frame.width);
  const headingDeg: Value = {
    value: round(compass((fit.held[heading] as number) + turnDeg * rad), 3),
    error: round(Math.min(180, errorOf(part, heading, solved) / rad), 3),
  };
  const horizontalFieldDeg: Value = {
    value: round(fieldDeg, 3),
    error: round((errorOf(part, lnFocal, solved) * Math.sin(fieldDeg * rad)) / rad, 3),
  };
  const lengthM = problem.coneLengthM ?? coneLength(scene, part);
  const residuals = pairResiduals(scene, problem.pairs, fit);
  const cone = { from, headingDeg, horizontalFieldDeg, lengthM };
  const heights = scene.sightings.some(({ height }) => height !== undefined);
  const unknown = (index: number, unit: number): Value => ({
    value: round((fit.held[index] as number) / unit, 3),
    error: round(errorOf(part, index, solved) / unit, 3),
  });
  const [first] = solved.parts;
  return {
    ...from,
    // The set is 95 % for the scale as far as it is known: with few pairs wider than by a normal distribution.
    ellipse: roundedEllipse(regionEllipse(region.rings, turnDeg, (problem.imageryOffsetM ?? 0) * Math.sqrt(level / squaresOfTwo(1000)))),
    headingDeg,
    horizontalFieldDeg,
    pitchDeg: heights || problem.held?.horizon !== undefined || problem.held?.pitchDeg !== undefined ? unknown(pitch, rad) : null,
    cameraHeightM: heights ? unknown(ground, 1) : null,
    residuals: residuals.map((one) => ({
      ...one,
      px: round(one.px, 2),
      metres: round(one.metres, 2),
      share: round(one.share, 3),
      weight: round(one.weight, 3),
      bearingDeg: round(one.bearingDeg, 3),
      distanceM: round(one.distanceM, 1),
      upPx: one.upPx === null ? null : round(one.upPx, 2),
    })),
    worseBy: round(fit.cost - (first?.fit.cost ?? fit.cost), 2),
    cone: conePolygon(cone),
    coneEdges: coneEdges(cone),
  };
}

/** A little beyond the farthest pair. */
function coneLength(scene: Scene, { fit }: SolvedPart): number {
  const farthest = Math.max(0, ...scene.sightings.map(({ e, n }) => Math.hypot(e - fit.e, n - fit.n)));
  return Math.max(100, farthest * 1.2);
}

/** Pairs that some solution takes for mistakes. */
function misfitsOf(solutions: readonly CameraSolution[]): number[] {
  const numbers = solutions.flatMap(({ residuals }) => residuals.filter(({ weight }) => weight < 0.5).map(({ number }) => number));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The smallest angle that holds all bearings. */
function spreadOf(bearings: readonly number[]): number {
  const sorted = [...bearings].sort((a, b) => a - b);
  const gaps = sorted.map((bearing, at) => (at === 0 ? bearing - (sorted.at(-1) as number) + 360 : bearing - (sorted[at - 1] as number)));
  return 360 - Math.max(...gaps);
}

function usedOf(problem: CameraProblem, scene: Scene): CameraAnswer["used"] {
  const { lens, held, frame } = problem;
  const equivalent = lens?.equivalent35mm;
  const field = equivalent === undefined ? undefined : fieldOfEquivalent(equivalent.value, frame);
  const fromEquivalent =
    field === undefined || equivalent === undefined
      ? null
      : { value: round(field, 2), error: round((equivalent.errorShare * Math.sin(field * rad)) / rad, 2) };
  const degrees = (unknown: number): Value => {
    const { value, sigma } = scene.priors[unknown] as { value: number; sigma: number };
    return { value: round(value / rad, 3), error: round((sigma * 1.959964) / rad, 3) };
  };
  return {
    horizontalFieldDeg: lens?.horizontalFieldDeg ?? fromEquivalent,
    fieldRangeDeg: scene.fieldKnown ? null : (lens?.fieldRangeDeg ?? assumed.fieldRangeDeg),
    pitchDeg: degrees(pitch),
    rollDeg: degrees(pitch + 1),
    cameraHeightM: held?.heightM ?? assumed.cameraHeightM,
    offsetShare: lens?.offsetShare ?? assumed.offsetShare,
    distortionShare: lens?.distortionShare ?? assumed.distortionShare,
    imageryOffsetM: problem.imageryOffsetM ?? 0,
    mistakeShare: scene.mistakeShare,
    maxDistanceM: scene.maxDistanceM,
    pairs: scene.sightings.length,
    transits: scene.transits.length,
    errors: "half-widths of 95 % intervals",
  };
}

function roundedLeftOut({ movesM, lat, lon, restShare, ...rest }: LeftOut): LeftOut {
  const to = (value: number | null, digits: number) => (value === null ? null : round(value, digits));
  return { ...rest, movesM: to(movesM, 2), lat: to(lat, 7), lon: to(lon, 7), restShare: to(restShare, 3) };
}

function roundedExpected({ bearingDeg, distanceM, x, y, ...rest }: Expected): Expected {
  const pixel = (value: Value | null) => (value === null ? null : { value: round(value.value, 1), error: round(value.error, 1) });
  return { ...rest, bearingDeg: round(bearingDeg, 3), distanceM: round(distanceM, 1), x: pixel(x), y: pixel(y) };
}

function roundedEllipse({ majorM, minorM, bearingDeg }: CameraSolution["ellipse"]): CameraSolution["ellipse"] {
  return { majorM: round(majorM, 2), minorM: round(minorM, 2), bearingDeg: round(bearingDeg, 1) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
