/** A scene solved: the positions that fit, the 95 % set of all of them, and by how much the residuals widen the stated errors. */
import { signedArea } from "./contour.ts";
import { covarianceAt, type PlacedFit, rowOf, settleAll } from "./fit-camera.ts";
import { fillRegion, type FilledRegion, widthAt } from "./fit-region.ts";
import type { PlanePoint } from "./local-plane.ts";
import { findCameras, settleAnew } from "./find-cameras.ts";
import { isInside } from "./inside-ring.ts";
import { misfitOf, scalesOf95 } from "./mistaken.ts";
import { heading, heldCount } from "./pinhole.ts";
import { squaresOfTwo, studentT } from "./quantiles.ts";
import { redundancyOf, type Scene, widened } from "./scene.ts";

/** What stated errors weigh against residuals where their scale is judged: as much as so many measurements. */
const statedWeigh = 8;
/**
 * Degrees of freedom behind the size of the set: of stated errors few, since errors have longer tails than any model, and of each
 * measurement that is left over a third, since with such tails it tells less of the scale than with a normal distribution. Chosen on
 * five hundred generated scenes (not those of docs/method/camera.md); sets that hold 95 % of a posterior were wider and held less.
 */
const statedDegrees = 7;
const degreesOfOne = 1 / 3;
const normal95 = 1.959964;
/** Beyond this it is no matter of errors any more. */
const widestScale = 4;
/** Parts of the set that are looked for. */
const partsAtMost = 16;
/** Places that are looked at for all of them: a sheet that tells next to nothing is not worth more. */
const looksAtMost = 25_000;

export interface SolvedPart {
  readonly fit: PlacedFit;
  readonly region: FilledRegion;
  readonly areaM2: number;
  readonly covariance: Float64Array | null;
}

export interface SolvedCamera {
  readonly scene: Scene;
  /** Best with the errors as stated. */
  readonly statedBest: PlacedFit | undefined;
  /** Best first; empty where nothing fits. */
  readonly parts: readonly SolvedPart[];
  readonly redundancy: number;
  readonly level: number;
  /** Degrees of freedom behind the scale of the errors. */
  readonly degrees: number;
}

export function solveCamera(stated: Scene): SolvedCamera {
  const redundancy = redundancyOf(stated);
  let scene = stated;
  let found = findCameras(scene);
  let best = found[0];
  const statedBest = best;
  for (let round = 0; round < 2 && best !== undefined && redundancy > 0; round++) {
    const { scale } = scaleAt(scene, best);
    if (scale < 1.05) break;
    const next = widened(scene, Math.min(scale, widestScale / scene.errorScale));
    scene = next;
    found = found.map((fit) => settleAnew(next, fit)).sort((a, b) => a.cost - b.cost);
    best = found[0];
  }
  const degrees = statedDegrees + (best === undefined ? 0 : degreesOfOne * scaleAt(scene, best).degrees);
  const level = squaresOfTwo(degrees);
  if (best === undefined) return { scene, statedBest, parts: [], redundancy, level, degrees };
  const parts: SolvedPart[] = [];
  // A line is wide far from the things and narrow beside them: the wide stretches first, by a coarse net.
  const order =
    redundancy < 0
      ? found
          .map((fit) => ({ fit, width: widthAt(scene, fit) }))
          .sort((one, other) => other.width - one.width)
          .map(({ fit }) => fit)
      : found;
  let least = best.cost;
  const covered = (at: PlanePoint) => parts.some(({ region }) => isInside(region.rings, at));
  let looked = 0;
  for (const fit of order) {
    if (parts.length === partsAtMost || looked > looksAtMost) break;
    if (fit.cost - least > level || covered(fit)) continue;
    const region = fillRegion(scene, fit, least, level, covered);
    least = Math.min(least, region.best.cost);
    looked += region.looked;
    const areaM2 = region.rings.reduce((sum, ring) => sum + signedArea(ring), 0);
    // A knot of the net is no estimate; it is a better start where it shows that the way down ended too early.
    const settled = region.best.cost < fit.cost - 0.5 ? lower(settleAll(scene, region.best), region.best) : fit;
    parts.push({ fit: settled, region, areaM2, covariance: covarianceAt(scene, settled) });
  }
  return { scene, statedBest, parts: parts.sort((a, b) => a.fit.cost - b.fit.cost), redundancy, level, degrees };
}

function lower(a: PlacedFit, b: PlacedFit): PlacedFit {
  return a.cost <= b.cost ? a : b;
}

/** By how much the errors of good marks are larger than stated, the stated ones weighing against it. */
function scaleAt(scene: Scene, fit: PlacedFit): { scale: number; degrees: number } {
  let [squares, counted] = [0, 0];
  for (const sighting of scene.sightings) {
    const row = rowOf(scene, sighting, fit, fit.held);
    if (row === null) continue;
    const square = row.across ** 2;
    const { good } = misfitOf(square + row.upwards ** 2, scene.mistakeShare);
    squares += good * square * (normal95 / scalesOf95) ** 2;
    counted += good;
  }
  for (let at = 0; at < heldCount; at++) {
    const { value, sigma } = scene.priors[at] as { value: number; sigma: number };
    if (sigma !== Infinity && at !== heading) squares += Math.min(9, (((fit.held[at] as number) - value) / sigma) ** 2);
  }
  const told = (scene.fieldKnown ? 1 : 0) + ((scene.priors[heading] as { sigma: number }).sigma === Infinity ? 0 : 1);
  const degrees = Math.max(0, counted + scene.transits.length + told - 4);
  return { scale: Math.sqrt(Math.max(1, (statedWeigh + squares) / (statedWeigh + degrees))), degrees };
}

/** 95 % of an unknown of the camera: by its covariance, and by how it changes over the set where that is more. */
export function errorOf({ fit, region, covariance }: SolvedPart, unknown: number, { level, degrees }: SolvedCamera): number {
  const t = studentT(degrees);
  const counts = heldCount + 2;
  const sigma = covariance === null ? 0 : Math.sqrt(Math.max(0, covariance[unknown * counts + unknown] as number));
  const centre = fit.held[unknown] as number;
  const far = region.knots.reduce((most, { held }) => Math.max(most, Math.abs((held[unknown] as number) - centre)), 0);
  return Math.max(t * sigma, (far * t) / Math.sqrt(level));
}
