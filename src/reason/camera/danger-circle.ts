/**
 * The danger circle of resection: a camera on one circle with all things sees them under the same angles from everywhere on it, so the
 * angles tell no place. Near it a small error of the marks is a large one of the position.
 */
import type { LocalPlane, PlanePoint } from "./local-plane.ts";

export interface DangerCircle extends PlanePoint {
  readonly radiusM: number;
  /** How far the camera is from the circle. */
  readonly cameraBesideM: number;
}

/** Counted as near: camera and all things within this share of its radius. */
const nearShare = 0.12;

/** Null where things and camera lie on no common circle. A straight line is one with an endless radius, and is left out: its ends tell. */
export function dangerCircle(things: readonly PlanePoint[], camera: PlanePoint): DangerCircle | null {
  if (things.length < 3) return null;
  const circle = circleThrough([...things, camera]);
  if (circle === null) return null;
  const span = Math.max(...things.map(({ e, n }) => Math.hypot(e - camera.e, n - camera.n)));
  if (circle.radiusM > 5 * span) return null;
  const off = ({ e, n }: PlanePoint) => Math.abs(Math.hypot(e - circle.e, n - circle.n) - circle.radiusM);
  if (Math.max(...things.map(off), off(camera)) > nearShare * circle.radiusM) return null;
  return { ...circle, cameraBesideM: off(camera) };
}

/** Best fit by algebra (I. Kasa, A circle fitting procedure and its error analysis, IEEE Trans. Instrum. Meas. 25, 1976). */
function circleThrough(points: readonly PlanePoint[]): (PlanePoint & { radiusM: number }) | null {
  const mean = (of: (point: PlanePoint) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [me, mn] = [mean(({ e }) => e), mean(({ n }) => n)];
  const centred = points.map(({ e, n }) => ({ e: e - me, n: n - mn, q: (e - me) ** 2 + (n - mn) ** 2 }));
  const sum = (of: (point: (typeof centred)[number]) => number) => centred.reduce((total, point) => total + of(point), 0);
  const [ee, nn, en] = [sum(({ e }) => e * e), sum(({ n }) => n * n), sum(({ e, n }) => e * n)];
  const [eq, nq] = [sum(({ e, q }) => (e * q) / 2), sum(({ n, q }) => (n * q) / 2)];
  const det = ee * nn - en * en;
  if (det < 1e-9 * (ee + nn) ** 2) return null;
  const [ce, cn] = [(eq * nn - nq * en) / det, (nq * ee - eq * en) / det];
  return { e: ce + me, n: cn + mn, radiusM: Math.sqrt(ce ** 2 + cn ** 2 + sum(({ q }) => q) / points.length) };
}

export function circleOnEarth(circle: DangerCircle | null, plane: LocalPlane) {
  if (circle === null) return null;
  return { ...plane.toEarth(circle), radiusM: circle.radiusM, cameraBesideM: circle.cameraBesideM };
}
