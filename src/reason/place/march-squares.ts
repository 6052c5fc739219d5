/** Rings around the negative part of a grid of numbers, by marching squares with crossings in between by proportion. */

/** In lines of the grid. */
export interface GridPoint {
  readonly x: number;
  readonly y: number;
}

/** Rings with the inside on the left, closed. The outermost lines must be positive. */
export function ringsOf(values: Float64Array, width: number, height: number): GridPoint[][] {
  const value = (c: number, r: number) => values[r * width + c] as number;
  /** A crossing of a line of the grid is named by a number: the line it lies on, and where along it. */
  const next = new Map<number, Step[]>();
  const sideOf = (c: number, r: number, side: number): Step => {
    const [c0, r0] = [side === 1 ? c + 1 : c, side === 2 ? r + 1 : r];
    const upright = side % 2;
    const a = value(c0, r0);
    const share = a / (a - (upright === 1 ? value(c0, r0 + 1) : value(c0 + 1, r0)));
    return { name: (r0 * width + c0) * 2 + upright, at: upright === 1 ? { x: c0, y: r0 + share } : { x: c0 + share, y: r0 }, to: 0 };
  };
  for (let r = 0; r + 1 < height; r++)
    for (let c = 0; c + 1 < width; c++) {
      const here = value(c, r) <= 0;
      if (here === value(c + 1, r) <= 0 && here === value(c + 1, r + 1) <= 0 && here === value(c, r + 1) <= 0) continue;
      const corners = [here, value(c + 1, r) <= 0, value(c + 1, r + 1) <= 0, value(c, r + 1) <= 0] as const;
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

/** The part of a square that is negative, its corners given round it: as the outline would cut it off. */
export function shareInside(a: number, b: number, c: number, d: number): number {
  const corners = [a, b, c, d];
  let twice = 0;
  let count = 0;
  let [x0, y0, x1, y1] = [0, 0, 0, 0];
  const add = (x: number, y: number) => {
    if (count === 0) [x0, y0] = [x, y];
    else twice += x1 * y - x * y1;
    [x1, y1] = [x, y];
    count++;
  };
  for (let i = 0; i < 4; i++) {
    const [here, next] = [corners[i] as number, corners[(i + 1) % 4] as number];
    const [x, y] = [i === 1 || i === 2 ? 1 : 0, i >= 2 ? 1 : 0];
    if (here <= 0) add(x, y);
    if (here <= 0 === next <= 0) continue;
    const share = here / (here - next);
    add(x + (i === 0 ? share : i === 2 ? -share : 0), y + (i === 1 ? share : i === 3 ? -share : 0));
  }
  return count < 3 ? 0 : (twice + x1 * y0 - x0 * y1) / 2;
}
