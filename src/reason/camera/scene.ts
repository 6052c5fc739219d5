/** A camera problem as the solver needs it: on a flat map, errors as scales, and every assumption that the problem leaves open filled in. */
import type { CameraProblem, MapPoint } from "./camera-problem.ts";
import { isInside, ringsOf, type PlaneRing } from "./inside-ring.ts";
import { type LocalPlane, localPlane, type PlanePoint } from "./local-plane.ts";
import { scalesOf95 } from "./mistaken.ts";
import { fieldOfEquivalent, focalLength, type FrameSize, heading } from "./pinhole.ts";
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";

export interface Sighting extends PlanePoint {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Scales of t. */
  readonly scalePx: number;
  readonly scaleM: number;
  readonly height: { readonly value: number; readonly scale: number } | undefined;
}

export interface LinedUp {
  readonly number: number;
  readonly near: PlanePoint & { readonly scaleM: number };
  readonly far: PlanePoint & { readonly scaleM: number };
  readonly scalePx: number;
}

/** Known beforehand, as a normal distribution. */
export interface Prior {
  readonly value: number;
  readonly sigma: number;
}

export interface Scene {
  readonly frame: FrameSize;
  readonly plane: LocalPlane;
  readonly sightings: readonly Sighting[];
  readonly transits: readonly LinedUp[];
  /** In the order of the unknowns of a camera; a heading that nothing tells has an endless sigma. */
  readonly priors: readonly Prior[];
  /** How far below the middle of the frame the horizon passes, pixels; negative above it. */
  readonly horizon: Prior | undefined;
  readonly mistakeShare: number;
  readonly fieldKnown: boolean;
  readonly maxDistanceM: number;
  /** Where the problem says that the camera was. */
  readonly within: readonly PlaneRing[] | undefined;
  /** From the map's north to true north, radians for a metre to the east. */
  readonly northTurn: number;
  /** By how much the stated errors are widened. */
  readonly errorScale: number;
}

/** What is taken where the problem is silent. */
export const assumed = {
  fieldRangeDeg: [20, 110],
  pitchErrorDeg: 6,
  rollErrorDeg: 4,
  cameraHeightM: { value: 1.6, error: 2 },
  offsetShare: 0.02,
  distortionShare: 0.03,
  mistakeShare: 0.03,
  maxDistanceM: 5000,
} as const;

const rad = Math.PI / 180;
const normal95 = 1.959964;
/** What nobody can mark better than. */
const leastPx = 0.05;
const leastM = 0.01;

export function sceneOf(problem: CameraProblem): Scene {
  const { frame, lens, held } = problem;
  const pairs = problem.pairs.filter(({ dropped }) => dropped === undefined);
  const lines = (problem.transits ?? []).filter(({ dropped }) => dropped === undefined);
  const middle = middleOf([...pairs.map(({ map }) => map), ...lines.flatMap(({ near, far }) => [near, far])]);
  const plane = localPlane(middle);
  const onPlane = (at: MapPoint) => ({ ...plane.toPlane(at), scaleM: Math.max(leastM, at.errorM) / scalesOf95 });
  const field = fieldPrior(problem);
  const { horizon, rollDeg } = horizonOf(problem);
  const degrees = (value: number, error: number): Prior => ({ value: value * rad, sigma: Math.max(0.01, error) * (rad / normal95) });
  const longer = Math.max(frame.width, frame.height);
  const share = (value: number, of: number): Prior => ({ value: 0, sigma: Math.max(1e-6, (value * of) / normal95) });
  const height = held?.heightM ?? assumed.cameraHeightM;
  return {
    frame,
    plane,
    sightings: pairs.map(({ number, frame: mark, map, heightM }) => ({
      number,
      x: mark.x,
      y: mark.y,
      scalePx: Math.max(leastPx, mark.errorPx) / scalesOf95,
      ...onPlane(map),
      height: heightM === undefined ? undefined : { value: heightM.value, scale: heightM.error / scalesOf95 },
    })),
    transits: lines.map(({ number, near, far, errorPx }) => ({
      number,
      near: onPlane(near),
      far: onPlane(far),
      scalePx: Math.max(leastPx, errorPx) / scalesOf95,
    })),
    priors: [
      problem.heading === undefined ? { value: 0, sigma: Infinity } : degrees(problem.heading.value, problem.heading.error),
      field.prior,
      degrees(held?.pitchDeg?.value ?? 0, held?.pitchDeg?.error ?? (horizon === undefined ? assumed.pitchErrorDeg : 60)),
      rollDeg === undefined
        ? degrees(held?.rollDeg?.value ?? 0, held?.rollDeg?.error ?? assumed.rollErrorDeg)
        : degrees(rollDeg.value, rollDeg.error),
      share(lens?.offsetShare ?? assumed.offsetShare, longer),
      share(lens?.distortionShare ?? assumed.distortionShare, 1),
      { value: height.value, sigma: Math.max(0.01, height.error) / normal95 },
    ],
    horizon,
    mistakeShare: problem.mistakeShare ?? assumed.mistakeShare,
    fieldKnown: field.known,
    maxDistanceM: problem.maxDistanceM ?? assumed.maxDistanceM,
    within: problem.within === undefined ? undefined : ringsOf(problem.within, plane),
    northTurn: (plane.convergenceDeg({ e: 1000, n: 0 }) * rad) / 1000,
    errorScale: 1,
  };
}

/** The same scene with every error of marks and map widened. */
export function widened(scene: Scene, by: number): Scene {
  return {
    ...scene,
    errorScale: scene.errorScale * by,
    sightings: scene.sightings.map((sighting) => ({
      ...sighting,
      scalePx: sighting.scalePx * by,
      scaleM: sighting.scaleM * by,
      height: sighting.height && { value: sighting.height.value, scale: sighting.height.scale * by },
    })),
    transits: scene.transits.map(({ number, near, far, scalePx }) => ({
      number,
      near: { ...near, scaleM: near.scaleM * by },
      far: { ...far, scaleM: far.scaleM * by },
      scalePx: scalePx * by,
    })),
  };
}

/** Measurements beyond the unknowns; below 0 they leave a line or an area. */
export function redundancyOf({ sightings, transits, fieldKnown, priors }: Scene): number {
  const heights = sightings.filter(({ height }) => height !== undefined).length;
  const headingTold = (priors[heading] as { sigma: number }).sigma !== Infinity;
  // Pitch and the camera's own height take the first two of the heights.
  const measured = sightings.length + transits.length + Math.max(0, heights - 2);
  return measured - 2 - (sightings.length === 0 ? 0 : 2 - (fieldKnown ? 1 : 0) - (headingTold ? 1 : 0));
}

/** Whether a camera is looked for here at all. */
export function isLookedAt(scene: Scene, { e, n }: PlanePoint): boolean {
  if (scene.within !== undefined && !isInside(scene.within, { e, n })) return false;
  const near = (point: PlanePoint) => Math.hypot(point.e - e, point.n - n) <= scene.maxDistanceM;
  return scene.sightings.every(near) && scene.transits.every(({ near: one }) => near(one));
}

function middleOf(points: readonly { readonly lat: number; readonly lon: number }[]): { lat: number; lon: number } {
  const first = points[0] ?? { lat: 0, lon: 0 };
  // Around the first one, so that the date line is no border.
  const turned = points.map(({ lon }) => ((lon - first.lon + 540) % 360) - 180);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { lat: mean(points.map(({ lat }) => lat)), lon: first.lon + mean(turned) };
}

function fieldPrior({ frame, lens }: CameraProblem): { prior: Prior; known: boolean } {
  const stated = lens?.horizontalFieldDeg;
  if (stated !== undefined) {
    // d ln f = -d field / sin(field).
    const share = (stated.error * rad) / Math.sin(stated.value * rad);
    return { prior: { value: Math.log(focalLength(stated.value, frame.width)), sigma: Math.max(1e-4, share / normal95) }, known: true };
  }
  const equivalent = lens?.equivalent35mm;
  if (equivalent !== undefined) {
    const focal = focalLength(fieldOfEquivalent(equivalent.value, frame), frame.width);
    return { prior: { value: Math.log(focal), sigma: Math.max(1e-4, equivalent.errorShare / normal95) }, known: true };
  }
  const [narrow, wide] = [...(lens?.fieldRangeDeg ?? assumed.fieldRangeDeg)].sort((a, b) => a - b) as [number, number];
  const [long, short] = [Math.log(focalLength(narrow, frame.width)), Math.log(focalLength(wide, frame.width))];
  return { prior: { value: (long + short) / 2, sigma: Math.max(1e-3, (long - short) / 2 / normal95) }, known: false };
}

/** From two points of the horizon: its slope is the roll, its height above the middle the pitch once the focal length is known. */
function horizonOf({ frame, held }: CameraProblem): { horizon: Prior | undefined; rollDeg: { value: number; error: number } | undefined } {
  if (held?.horizon === undefined) return { horizon: undefined, rollDeg: undefined };
  const { a, b, errorPx } = held.horizon;
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  const length = Math.hypot(right.x - left.x, right.y - left.y);
  if (length < 10 * errorPx)
    throw new ProblemUnreadable(
      "held.horizon",
      `expected two points at least ten errors apart; found ${length.toFixed(1)} px with an error of ${errorPx}`,
    );
  const roll = -Math.atan2(right.y - left.y, right.x - left.x);
  const down = (left.x - frame.width / 2) * Math.sin(roll) + (left.y - frame.height / 2) * Math.cos(roll);
  return {
    horizon: { value: down, sigma: errorPx / normal95 },
    rollDeg: { value: roll / rad, error: (Math.SQRT2 * errorPx) / length / rad },
  };
}
