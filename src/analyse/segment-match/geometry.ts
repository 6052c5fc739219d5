/**
 * Where a point of a's picture lies in b's: a projective map between frames as shown, both measured from 0 to 1 along
 * width and height. Nine numbers, row by row, the last one 1.
 */
export type Geometry = Float64Array;

export function mapPoint(g: Geometry, x: number, y: number): [number, number] {
  const depth = (g[6] ?? 0) * x + (g[7] ?? 0) * y + (g[8] ?? 1);
  return [((g[0] ?? 0) * x + (g[1] ?? 0) * y + (g[2] ?? 0)) / depth, ((g[3] ?? 0) * x + (g[4] ?? 0) * y + (g[5] ?? 0)) / depth];
}

/** First `first`, then `then`. */
export function compose(then: Geometry, first: Geometry): Geometry {
  const out = new Float64Array(9);
  for (let row = 0; row < 3; row += 1)
    for (let column = 0; column < 3; column += 1)
      for (let k = 0; k < 3; k += 1)
        out[row * 3 + column] = (out[row * 3 + column] ?? 0) + (then[row * 3 + k] ?? 0) * (first[k * 3 + column] ?? 0);
  return scaled(out);
}

export function inverse(g: Geometry): Geometry {
  const [a, b, c, d, e, f, h, i, j] = [...g] as [number, number, number, number, number, number, number, number, number];
  return scaled(
    Float64Array.of(
      e * j - f * i,
      c * i - b * j,
      b * f - c * e,
      f * h - d * j,
      a * j - c * h,
      c * d - a * f,
      d * i - e * h,
      b * h - a * i,
      a * e - b * d,
    ),
  );
}

function scaled(g: Float64Array): Geometry {
  const last = g[8] === undefined || g[8] === 0 ? 1e-12 : g[8];
  return g.map((value) => value / last);
}

/** Largest distance, in parts of b's frame, between where two geometries put the corners and the middle of a's frame. */
export function apart(one: Geometry, other: Geometry): number {
  let most = 0;
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0.5, 0.5],
  ] as const) {
    const [x1, y1] = mapPoint(one, x, y);
    const [x2, y2] = mapPoint(other, x, y);
    most = Math.max(most, Math.hypot(x1 - x2, y1 - y2));
  }
  return most;
}
