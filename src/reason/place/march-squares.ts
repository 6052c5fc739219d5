/** Rings around the negative part of a grid of numbers, by marching squares with crossings in between by proportion. */

/** In lines of the grid. */
export interface GridPoint {
  readonly x: number;
  readonly y: number;
}

/** Rings with the inside on the left, closed. `step` 2 looks at every second line alone. The outermost lines must be positive. */
export function ringsOf(values: Float64Array, width: number, height: number, step: 1 | 2): GridPoint[][] {
  // Line 0 is the border without width; lines of the grid proper begin at 1: every second of them, and the borders.
  const lines = (size: number) => {
    const all: number[] = [0];
    for (let line = 1; line < size - 1; line += step) all.push(line);
    return [...all, size - 1];
  };
  const [xs, ys] = [lines(width), lines(height)];
  const value = (c: number, r: number) => values[(ys[r] as number) * width + (xs[c] as number)] as number;
  /** A crossing of a line of the grid is named by a number: the line it lies on, and where along it. */
  const next = new Map<number, Step[]>();
  const across = xs.length;
  const sideOf = (c: number, r: number, side: number): Step => {
    const [c0, r0, c1, r1] =
      side === 0 ? [c, r, c + 1, r] : side === 1 ? [c + 1, r, c + 1, r + 1] : side === 2 ? [c, r + 1, c + 1, r + 1] : [c, r, c, r + 1];
    const [a, b] = [value(c0, r0), value(c1, r1)];
    const share = a / (a - b);
    const [x0, y0, x1, y1] = [xs[c0] as number, ys[r0] as number, xs[c1] as number, ys[r1] as number];
    return { name: ((r0 * across + c0) << 1) | (side % 2), at: { x: x0 + share * (x1 - x0), y: y0 + share * (y1 - y0) }, to: 0 };
  };
  for (let r = 0; r + 1 < ys.length; r++)
    for (let c = 0; c + 1 < across; c++) {
      const corners = [value(c, r) <= 0, value(c + 1, r) <= 0, value(c + 1, r + 1) <= 0, value(c, r + 1) <= 0] as const;
      const count = Number(corners[0]) + Number(corners[1]) + Number(corners[2]) + Number(corners[3]);
      if (count === 0 || count === 4) continue;
      // Going round the square, the outline enters where inside turns to outside and leaves where it turns back: so the inside stays on the left.
      for (let i = 0; i < 4; i++) {
        if (!corners[i] || corners[(i + 1) % 4]) continue;
        let back = (i + 1) % 4;
        while (corners[back] || !corners[(back + 1) % 4]) back = (back + 1) % 4;
        const [from, to] = [sideOf(c, r, i), sideOf(c, r, back)];
        const list = next.get(from.name);
        if (list === undefined) next.set(from.name, [{ ...from, to: to.name }]);
        else list.push({ ...from, to: to.name });
      }
    }
  return ringsThrough(next);
}

interface Step {
  readonly name: number;
  readonly at: GridPoint;
  readonly to: number;
}

function ringsThrough(next: Map<number, Step[]>): GridPoint[][] {
  const rings: GridPoint[][] = [];
  for (const first of next.keys()) {
    for (let steps = next.get(first); steps !== undefined; steps = next.get(first)) {
      const ring: GridPoint[] = [];
      for (let name = first; ;) {
        const here = next.get(name);
        const step = here?.pop();
        if (here === undefined || step === undefined) break;
        if (here.length === 0) next.delete(name);
        ring.push(step.at);
        name = step.to;
      }
      if (ring.length >= 3) rings.push([...ring, ring[0] as GridPoint]);
    }
  }
  return rings;
}
