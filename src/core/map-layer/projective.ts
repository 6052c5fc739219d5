/**
 * The projective mapping of the unit square to four corners (Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, 2.2.2):
 * how a flat sheet looks from a camera that is level with nothing.
 */

interface XY {
  readonly x: number;
  readonly y: number;
}

/** Corners in order around: those of (0, 0), (1, 0), (1, 1), (0, 1). Undefined when three of them lie on a line. */
export function projective(corners: readonly XY[]): ((u: number, v: number) => XY) | undefined {
  const [p0, p1, p2, p3] = corners;
  if (p0 === undefined || p1 === undefined || p2 === undefined || p3 === undefined) return undefined;
  const [dx1, dx2, dx3] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x];
  const [dy1, dy2, dy3] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y];
  const det = dx1 * dy2 - dx2 * dy1;
  const size = Math.hypot(dx1, dy1) * Math.hypot(dx2, dy2);
  if (!(Math.abs(det) > size * 1e-9)) return undefined;
  const g = (dx3 * dy2 - dx2 * dy3) / det;
  const h = (dx1 * dy3 - dx3 * dy1) / det;
  const [a, b] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x];
  const [d, e] = [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y];
  return (u, v) => {
    const w = g * u + h * v + 1;
    return { x: (a * u + b * v + p0.x) / w, y: (d * u + e * v + p0.y) / w };
  };
}
