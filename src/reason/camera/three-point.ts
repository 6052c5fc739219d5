/**
 * Where three things are seen at given angles from each other: the common point of Cassini's circles, in closed form after Pierlot and
 * Van Droogenbroeck, "A new three object triangulation algorithm for mobile robot positioning", IEEE Transactions on Robotics 30 (2014).
 */
import type { PlanePoint } from "./local-plane.ts";

export interface Sighted extends PlanePoint {
  /** Clockwise from any common direction, radians. */
  readonly toRight: number;
}

/** Null where the three lie on one circle with the camera, or two in one line with it. One of two opposite cameras may be the answer. */
export function threePoint(one: Sighted, two: Sighted, three: Sighted): PlanePoint | null {
  // Their formulas count angles the other way round.
  const cot = (a: Sighted, b: Sighted) => 1 / Math.tan(a.toRight - b.toRight);
  const [t12, t23] = [cot(one, two), cot(two, three)];
  const t31 = (1 - t12 * t23) / (t12 + t23);
  if (!Number.isFinite(t31)) return null;
  const [x1, y1, x3, y3] = [one.e - two.e, one.n - two.n, three.e - two.e, three.n - two.n];
  const [x12, y12] = [x1 + t12 * y1, y1 - t12 * x1];
  const [x23, y23] = [x3 - t23 * y3, y3 + t23 * x3];
  const [x31, y31] = [x3 + x1 + t31 * (y3 - y1), y3 + y1 - t31 * (x3 - x1)];
  const k = x1 * x3 + y1 * y3 + t31 * (x1 * y3 - x3 * y1);
  const d = (x12 - x23) * (y23 - y31) - (y12 - y23) * (x23 - x31);
  const at = { e: two.e + (k * (y12 - y23)) / d, n: two.n + (k * (x23 - x12)) / d };
  return Number.isFinite(at.e) && Number.isFinite(at.n) ? at : null;
}
