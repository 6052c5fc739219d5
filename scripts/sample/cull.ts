/** Which solids a ray can touch at all, by the balls around them: the tracer asks no other. Nothing that is touched is left out. */
import type { Solid } from "./solids.ts";
import type { Vector } from "./sun.ts";

const NONE: readonly Solid[] = [];
/** Balls are taken a little larger, so that rounding leaves nothing out. */
const ROOM = 1e-6;

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;

/** The solids that the ray from a point can touch. */
export type SolidsFrom = (x: number, y: number, z: number) => readonly Solid[];

/** For rays of one direction, as those to the sun are: solids by the cells, `cellM` metres wide, of a plane across it. */
export function solidsTowards(solids: readonly Solid[], direction: Vector, cellM: number): SolidsFrom {
  const [dx, dy, dz] = direction;
  const flat = Math.hypot(dx, dy);
  const across: Vector = flat > 1e-9 ? [-dy / flat, dx / flat, 0] : [1, 0, 0];
  const along: Vector = [dy * across[2] - dz * across[1], dz * across[0] - dx * across[2], dx * across[1] - dy * across[0]];
  const cells = new Map<number, Solid[]>();
  const cellOf = (metres: number) => Math.floor(metres / cellM);
  const key = (u: number, v: number) => u * 65536 + v;
  for (const solid of solids) {
    const [u, v, r] = [dot(solid.centre, across), dot(solid.centre, along), solid.radius + ROOM];
    for (let i = cellOf(u - r); i <= cellOf(u + r); i++)
      for (let j = cellOf(v - r); j <= cellOf(v + r); j++) {
        const there = cells.get(key(i, j));
        if (there === undefined) cells.set(key(i, j), [solid]);
        else there.push(solid);
      }
  }
  return (x, y, z) => {
    const u = x * across[0] + y * across[1] + z * across[2];
    const v = x * along[0] + y * along[1] + z * along[2];
    return cells.get(key(cellOf(u), cellOf(v))) ?? NONE;
  };
}

/** For rays from one place through a part of the picture, given the unit rays through its corners: in the order of `solids`. */
export function solidsWithin(solids: readonly Solid[], from: Vector, corners: readonly Vector[]): readonly Solid[] {
  const sum: Vector = [0, 1, 2].map((k) => corners.reduce((total, corner) => total + corner[k as 0]!, 0)) as unknown as Vector;
  const size = Math.sqrt(dot(sum, sum));
  const middle: Vector = [sum[0] / size, sum[1] / size, sum[2] / size];
  const angle = (cosine: number) => Math.acos(Math.max(-1, Math.min(1, cosine)));
  const reach = Math.max(...corners.map((corner) => angle(dot(corner, middle)))) + ROOM;
  return solids.filter(({ centre, radius }) => {
    const to: Vector = [centre[0] - from[0], centre[1] - from[1], centre[2] - from[2]];
    const away = Math.sqrt(dot(to, to));
    if (away <= radius + ROOM) return true;
    return angle(dot(to, middle) / away) <= reach + Math.asin(Math.min(1, (radius + ROOM) / away));
  });
}
