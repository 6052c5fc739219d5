/** Least squares of point pairs: affine or projective. */
import type { Geometry } from "./geometry.ts";
import { solveLinear } from "./solve-linear.ts";

/**
 * The projective map in its linear form (Hartley and Zisserman 2004, 4.1), points near 1 as they are. `points` holds x, y
 * of one side and u, v of the other, four numbers a pair. Null where the points do not decide.
 */
export function fitMap(points: ArrayLike<number>, projective: boolean): Geometry | null {
  const size = projective ? 8 : 6;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  const add = (row: readonly number[], value: number): void => {
    for (let i = 0; i < size; i += 1) {
      const factor = row[i] ?? 0;
      if (factor === 0) continue;
      for (let j = 0; j < size; j += 1) normal[i * size + j] = (normal[i * size + j] ?? 0) + factor * (row[j] ?? 0);
      right[i] = (right[i] ?? 0) + factor * value;
    }
  };
  for (let at = 0; at < points.length; at += 4) {
    const [x, y, u, v] = [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0, points[at + 3] ?? 0];
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  // A weak pull towards no perspective: a few landmarks in a corner would bend the rest of the picture at will.
  for (let i = 6; i < size; i += 1) normal[i * size + i] = (normal[i * size + i] ?? 0) + (weakPull * points.length) / 4;
  const solved = solveLinear(normal, right);
  if (!solved) return null;
  return Float64Array.of(...solved, ...(projective ? [1] : [0, 0, 1]));
}

const weakPull = 0.0005;
