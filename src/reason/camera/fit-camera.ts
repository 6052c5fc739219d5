/**
 * How well a camera at a place fits what was marked. The unknowns of how it is held and of its lens are settled by Gauss-Newton for
 * every place that is asked about (a profile likelihood), or together with the place; residuals are in pixels of the frame, their
 * scales from the mark and from the map error as it looks from there, and far-off ones count less (iteratively reweighted).
 */
import { solveSymmetric } from "./solve-symmetric.ts";
import type { PlanePoint } from "./local-plane.ts";
import { informationOfT, misfitOf } from "./mistaken.ts";
import { bend, ground, type Held, heading, heldCount, lnFocal, offset, pitch, roll, sightOf } from "./pinhole.ts";
import type { Scene, Sighting } from "./scene.ts";

/** Unknowns of place behind those of the camera. */
const east = heldCount;
const north = heldCount + 1;
const allCount = heldCount + 2;

export interface Fit {
  readonly cost: number;
  readonly held: Held;
}

export interface PlacedFit extends Fit, PlanePoint {}

/** One measurement at a camera: what is left, on which scale, and how it would change. */
interface Row {
  /** Residual in scales, one of a column and perhaps one of a height. */
  readonly across: number;
  readonly upwards: number;
  /** Scale of the column's residual in pixels, map error in it. */
  readonly scalePx: number;
  readonly scaleUpPx: number;
  /** Pixels for a radian there. */
  readonly pxPerRad: number;
  readonly acrossBy: Float64Array;
  readonly upBy: Float64Array | undefined;
}

const near = 0.5;

/** Filled anew by every row: rows are asked for by the hundred thousand, and looked at one by one. */
const acrossBy = new Float64Array(allCount);
const upBy = new Float64Array(allCount);

/** Null when the camera would have to look behind itself. Its derivatives are good until the next row is asked for. */
export function rowOf(scene: Scene, sighting: Sighting, { e, n }: PlanePoint, held: Held): Row | null {
  const { frame } = scene;
  const at = sightOf(frame, sighting.x, sighting.y, held);
  const [toE, toN] = [sighting.e - e, sighting.n - n];
  const distance = Math.max(near, Math.hypot(toE, toN));
  const bearing = Math.atan2(toE, toN);
  const focal = Math.exp(held[lnFocal] as number);
  const unbent = 1 - (held[bend] as number) * at.bent;
  const straight = unbent / focal;
  const bentBy = at.bent / unbent;
  const [cosR, sinR] = [Math.cos(held[roll] as number), Math.sin(held[roll] as number)];
  const [cosP, sinP] = [Math.cos(held[pitch] as number), Math.sin(held[pitch] as number)];
  const flat = at.right ** 2 + at.ahead ** 2;
  if (at.ahead <= 0) return null;
  // Derivatives of atan2(right, ahead).
  const turned = (right: number, ahead: number) => (right * at.ahead - at.right * ahead) / flat;
  const perPx = turned(straight * cosR, straight * sinR * sinP);
  const pxPerRad = 1 / Math.max(1e-9, perPx);
  const off = wrapped(Math.atan2(at.right, at.ahead) + (held[heading] as number) - bearing);
  const scalePx = Math.hypot(sighting.scalePx, (sighting.scaleM / distance) * pxPerRad);
  const by = pxPerRad / scalePx;
  acrossBy[heading] = by;
  acrossBy[lnFocal] = turned(-at.right, -at.down * sinP) * by;
  acrossBy[pitch] = turned(0, -sinP + at.down * cosP) * by;
  acrossBy[roll] = turned(-at.down, at.right * sinP) * by;
  acrossBy[offset] = -perPx * by;
  acrossBy[bend] = turned(-at.right * bentBy, -at.down * bentBy * sinP) * by;
  acrossBy[east] = (Math.cos(bearing) / distance) * by;
  acrossBy[north] = (-Math.sin(bearing) / distance) * by;
  const plain = { across: off * by, scalePx, pxPerRad, acrossBy };
  if (sighting.height === undefined) return { ...plain, upwards: 0, scaleUpPx: 0, upBy: undefined };

  const level = Math.sqrt(flat);
  const space = flat + at.up ** 2;
  const rise = sighting.height.value - (held[ground] as number);
  const expected = Math.atan2(rise, distance);
  // Derivatives of atan2(up, level).
  const raised = (right: number, ahead: number, up: number) =>
    (up * level - (at.up * (at.right * right + at.ahead * ahead)) / level) / space;
  const perPxUp = Math.abs(raised(-straight * sinR, straight * cosR * sinP, -straight * cosR * cosP));
  const pxPerRadUp = 1 / Math.max(1e-9, perPxUp);
  const sloped = distance ** 2 + rise ** 2;
  const scaleUpPx = Math.hypot(
    sighting.scalePx,
    ((sighting.height.scale * distance) / sloped) * pxPerRadUp,
    ((sighting.scaleM * rise) / sloped) * pxPerRadUp,
  );
  const byUp = pxPerRadUp / scaleUpPx;
  upBy[lnFocal] = raised(-at.right, -at.down * sinP, at.down * cosP) * byUp;
  upBy[pitch] = raised(0, -sinP + at.down * cosP, at.ahead) * byUp;
  upBy[roll] = raised(-at.down, at.right * sinP, -at.right * cosP) * byUp;
  upBy[offset] = raised(-straight * cosR, -straight * sinR * sinP, straight * sinR * cosP) * byUp;
  upBy[bend] = raised(-at.right * bentBy, -at.down * bentBy * sinP, at.down * bentBy * cosP) * byUp;
  upBy[ground] = (distance / sloped) * byUp;
  // Farther away it stands lower.
  upBy[east] = -(rise / sloped) * Math.sin(bearing) * byUp;
  upBy[north] = -(rise / sloped) * Math.cos(bearing) * byUp;
  return { ...plain, upwards: (Math.atan2(at.up, level) - expected) * byUp, scaleUpPx, upBy };
}

interface System {
  cost: number;
  /** Normal matrix, row by row, and right side. */
  readonly matrix: Float64Array;
  readonly right: Float64Array;
}

/** `counts`: 0 for the cost alone, 7 with the place as given, 9 with it. `informed`: weights as information, for covariances. */
function systemAt(scene: Scene, at: PlanePoint, held: Held, counts: number, informed = false): System | null {
  const matrix = new Float64Array(counts * counts);
  const right = new Float64Array(counts);
  let cost = 0;
  const add = (by: Float64Array, residual: number, weight: number): void => {
    if (counts === 0) return;
    for (let i = 0; i < counts; i++) {
      const bi = (by[i] as number) * weight;
      if (bi === 0) continue;
      right[i] = (right[i] as number) - bi * residual;
      for (let j = 0; j <= i; j++) matrix[i * counts + j] = (matrix[i * counts + j] as number) + bi * (by[j] as number);
    }
  };
  for (const sighting of scene.sightings) {
    const row = rowOf(scene, sighting, at, held);
    if (row === null) return null;
    const misfit = misfitOf(row.across ** 2 + row.upwards ** 2, scene.mistakeShare);
    const weight = informed ? misfit.good * informationOfT : misfit.weight;
    cost += misfit.cost + 2 * Math.log(row.scalePx / sighting.scalePx);
    add(row.acrossBy, row.across, weight);
    if (row.upBy !== undefined) {
      cost += 2 * Math.log(row.scaleUpPx / sighting.scalePx);
      add(row.upBy, row.upwards, weight);
    }
  }
  const focal = Math.exp(held[lnFocal] as number);
  for (const transit of scene.transits) {
    const [a, b] = [sideOf(transit.near, at), sideOf(transit.far, at)];
    const scale = Math.hypot(transit.near.scaleM / a.distance, transit.far.scaleM / b.distance, transit.scalePx / focal);
    const residual = wrapped(a.bearing - b.bearing) / scale;
    const misfit = misfitOf(residual ** 2, scene.mistakeShare);
    cost += misfit.cost + 2 * Math.log(scale);
    const by = new Float64Array(allCount);
    by[east] = (-Math.cos(a.bearing) / a.distance + Math.cos(b.bearing) / b.distance) / scale;
    by[north] = (Math.sin(a.bearing) / a.distance - Math.sin(b.bearing) / b.distance) / scale;
    add(by, residual, informed ? misfit.good * informationOfT : misfit.weight);
  }
  // Where nothing was sighted nothing tells the heading, and nothing depends on it.
  if (counts > 0 && matrix[0] === 0) matrix[0] = 1e-9;
  const one = new Float64Array(allCount);
  for (let i = 0; i < heldCount; i++) {
    const { value, sigma } = scene.priors[i] as { value: number; sigma: number };
    if (sigma === Infinity) continue;
    const off = (held[i] as number) - value;
    const residual = (i === heading ? wrapped(off + scene.northTurn * at.e) : off) / sigma;
    cost += residual ** 2;
    one.fill(0);
    one[i] = 1 / sigma;
    if (i === heading) one[east] = scene.northTurn / sigma;
    add(one, residual, 1);
  }
  if (scene.horizon !== undefined) {
    const { value, sigma } = scene.horizon;
    const tan = Math.tan(held[pitch] as number);
    const residual = (focal * tan - value) / sigma;
    cost += residual ** 2;
    one.fill(0);
    one[lnFocal] = (focal * tan) / sigma;
    one[pitch] = (focal * (1 + tan ** 2)) / sigma;
    add(one, residual, 1);
  }
  for (let i = 0; i < counts; i++) for (let j = 0; j < i; j++) matrix[j * counts + i] = matrix[i * counts + j] as number;
  return { cost, matrix, right };
}

export function costAt(scene: Scene, at: PlanePoint, held: Held): number {
  return systemAt(scene, at, held, 0)?.cost ?? Infinity;
}

/** Settles how the camera is held and its lens at a given place, from a guess. */
export function settleAt(scene: Scene, at: PlanePoint, guess: Held, rounds = 12): Fit {
  let held = guess;
  let system = systemAt(scene, at, held, heldCount);
  for (let round = 0; round < rounds && system !== null; round++) {
    const step = solveSymmetric(system.matrix, system.right, heldCount, 1e-9);
    if (step === null) break;
    const next = stepped(scene, at, held, step, system.cost);
    if (next === null) break;
    const gained = system.cost - next.system.cost;
    held = next.held;
    system = next.system;
    if (gained < 1e-5) break;
  }
  return { cost: system?.cost ?? Infinity, held };
}

/** The step, or a shorter one that makes things better; null when none does. */
function stepped(scene: Scene, at: PlanePoint, held: Held, step: Float64Array, cost: number) {
  let share = Math.min(1, 0.6 / Math.max(1e-12, Math.abs(step[heading] as number), Math.abs(step[lnFocal] as number)));
  for (let half = 0; half < 6; half++, share /= 2) {
    const next = Float64Array.from(held, (value, i) => value + share * (step[i] as number));
    const system = systemAt(scene, at, next, heldCount);
    if (system !== null && system.cost <= cost) return { held: next, system };
  }
  return null;
}

/** Place and camera together, downhill from a guess (Levenberg and Marquardt). Costs of a widened map error are left to a later look. */
export function settleAll(scene: Scene, from: PlacedFit, rounds = 40): PlacedFit {
  let now = from;
  let damping = 1e-3;
  for (let round = 0; round < rounds; round++) {
    const system = systemAt(scene, now, now.held, allCount);
    if (system === null) break;
    const damped = Float64Array.from(system.matrix);
    for (let i = 0; i < allCount; i++) damped[i * allCount + i] = (damped[i * allCount + i] as number) * (1 + damping) + 1e-12;
    const step = solveSymmetric(damped, system.right, allCount, 1e-12);
    if (step === null) break;
    const held = Float64Array.from(now.held, (value, i) => value + (step[i] as number));
    const next = { e: now.e + (step[east] as number), n: now.n + (step[north] as number), held };
    const cost = costAt(scene, next, held);
    if (cost <= now.cost) {
      const gained = now.cost - cost;
      now = { ...next, cost };
      damping = Math.max(1e-7, damping / 5);
      if (gained < 1e-7 && damping < 1e-5) break;
    } else {
      damping *= 6;
      if (damping > 1e8) break;
    }
  }
  return now;
}

/** Covariance of the unknowns of camera and place, 9 by 9; null where something is not told at all. */
export function covarianceAt(scene: Scene, { e, n, held }: PlacedFit): Float64Array | null {
  const system = systemAt(scene, { e, n }, held, allCount, true);
  if (system === null) return null;
  const inverse = new Float64Array(allCount * allCount);
  for (let column = 0; column < allCount; column++) {
    const unit = new Float64Array(allCount);
    unit[column] = 1;
    const solved = solveSymmetric(system.matrix, unit, allCount, 1e-13);
    if (solved === null) return null;
    inverse.set(solved, column * allCount);
  }
  return inverse;
}

function sideOf(point: PlanePoint, { e, n }: PlanePoint): { bearing: number; distance: number } {
  return { bearing: Math.atan2(point.e - e, point.n - n), distance: Math.max(near, Math.hypot(point.e - e, point.n - n)) };
}

/** Radians between -pi and pi. */
export function wrapped(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
