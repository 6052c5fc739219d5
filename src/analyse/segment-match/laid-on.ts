/** A whole picture, or what its bars leave of it, laid on another one. */
import type { FrameBox } from "../../core/observation/observation.ts";
import type { Geometry } from "./geometry.ts";

export const wholeFrame: FrameBox = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };

/** Box of a on box of b: mirrored, then turned by quarters clockwise. */
export function laidOn(a: FrameBox, b: FrameBox, mirrored: boolean, quarter: number): Geometry {
  // From a's box to the unit square and its middle, mirrored, turned, and out to b's box.
  const side = mirrored ? -1 : 1;
  const [cosine, sine] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][quarter] as [number, number];
  const [m0, m1, m3, m4] = [cosine * side, -sine, sine * side, cosine];
  const unit = 1_000_000;
  const [sx, sy, tx, ty] = [a.width / unit, a.height / unit, b.width / unit, b.height / unit];
  const [ax, ay] = [a.x / unit + sx / 2, a.y / unit + sy / 2];
  const [bx, by] = [b.x / unit + tx / 2, b.y / unit + ty / 2];
  const [g0, g1, g3, g4] = [(m0 * tx) / sx, (m1 * tx) / sy, (m3 * ty) / sx, (m4 * ty) / sy];
  return Float64Array.of(g0, g1, bx - g0 * ax - g1 * ay, g3, g4, by - g3 * ax - g4 * ay, 0, 0, 1);
}
