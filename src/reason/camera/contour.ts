/** Outlines where a function on a net of points crosses a level (marching squares, values between points by straight interpolation). */
import type { PlanePoint } from "./local-plane.ts";

export interface Net {
  /** Value at a knot; undefined where nobody looked, which counts as beyond the level. */
  value(i: number, j: number): number | undefined;
  /** Knots within the level. */
  readonly inside: Iterable<readonly [i: number, j: number]>;
  pointAt(i: number, j: number): PlanePoint;
}

/** Closed rings with the inside on their left (not closed by a repeated point). */
export function outlines(net: Net, level: number): PlanePoint[][] {
  const next = new Map<string, string>();
  const points = new Map<string, PlanePoint>();
  const cells = new Set<string>();
  for (const [i, j] of net.inside)
    for (const [di, dj] of [
      [0, 0],
      [-1, 0],
      [0, -1],
      [-1, -1],
    ] as const)
      cells.add(`${i + di},${j + dj}`);
  const valueOf = (i: number, j: number): number => net.value(i, j) ?? Infinity;
  /** Crossing on the edge from knot (i, j) to the next one to the right (0) or up (1). */
  const crossing = (i: number, j: number, way: 0 | 1): string => {
    const key = `${i},${j},${way}`;
    if (!points.has(key)) {
      const [a, b] = [valueOf(i, j), way === 0 ? valueOf(i + 1, j) : valueOf(i, j + 1)];
      // A border that is no level (a limit of the search) runs half way.
      const share = Number.isFinite(a) && Number.isFinite(b) ? Math.min(0.999, Math.max(0.001, (level - a) / (b - a))) : 0.5;
      points.set(key, net.pointAt(i + (way === 0 ? share : 0), j + (way === 1 ? share : 0)));
    }
    return key;
  };
  for (const cell of cells) {
    const [i, j] = cell.split(",").map(Number) as [number, number];
    const is = (di: number, dj: number) => valueOf(i + di, j + dj) <= level;
    const [a, b, c, d] = [is(0, 0), is(1, 0), is(1, 1), is(0, 1)];
    const [bottom, right, top, left] = [
      () => crossing(i, j, 0),
      () => crossing(i + 1, j, 1),
      () => crossing(i, j + 1, 0),
      () => crossing(i, j, 1),
    ];
    const link = (from: () => string, to: () => string): void => void next.set(from(), to());
    const number = (a ? 1 : 0) + (b ? 2 : 0) + (c ? 4 : 0) + (d ? 8 : 0);
    switch (number) {
      case 1:
        link(bottom, left);
        break;
      case 2:
        link(right, bottom);
        break;
      case 3:
        link(right, left);
        break;
      case 4:
        link(top, right);
        break;
      case 5:
        // A saddle: kept apart.
        link(bottom, left);
        link(top, right);
        break;
      case 6:
        link(top, bottom);
        break;
      case 7:
        link(top, left);
        break;
      case 8:
        link(left, top);
        break;
      case 9:
        link(bottom, top);
        break;
      case 10:
        link(right, bottom);
        link(left, top);
        break;
      case 11:
        link(right, top);
        break;
      case 12:
        link(left, right);
        break;
      case 13:
        link(bottom, right);
        break;
      case 14:
        link(left, bottom);
        break;
    }
  }
  const rings: PlanePoint[][] = [];
  for (const start of [...next.keys()]) {
    const ring: PlanePoint[] = [];
    for (let at: string | undefined = start; at !== undefined && next.has(at);) {
      ring.push(points.get(at) as PlanePoint);
      const to: string | undefined = next.get(at);
      next.delete(at);
      at = to;
    }
    if (ring.length >= 3) rings.push(ring);
  }
  return rings;
}

/** Square metres, positive with the inside on the left. */
export function signedArea(ring: readonly PlanePoint[]): number {
  let sum = 0;
  for (let at = 0; at < ring.length; at++) {
    const [a, b] = [ring[at] as PlanePoint, ring[(at + 1) % ring.length] as PlanePoint];
    sum += a.e * b.n - b.e * a.n;
  }
  return sum / 2;
}
