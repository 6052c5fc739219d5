/**
 * Convex solids, the only building blocks of the invented towns: each is a set of planes, which
 * makes the ray test one short loop for boxes, prisms, gables and pyramids alike.
 */
import type { Vector } from "./sun.ts";

export type Colour = readonly [number, number, number];

export interface Material {
  readonly kind: "plain" | "wall" | "roof" | "stripes" | "water" | "clock";
  readonly colour: Colour;
  readonly second?: Colour;
}

export interface Solid {
  /** Outward normal and distance of each face: nx, ny, nz, d. */
  readonly planes: Float64Array;
  readonly centre: Vector;
  readonly radius: number;
  readonly corners: readonly Vector[];
  readonly material: Material;
}

function solidOfFaces(faces: readonly (readonly Vector[])[], material: Material): Solid {
  const corners = [...new Set(faces.flat())];
  const mean = (axis: 0 | 1 | 2) => corners.reduce((sum, c) => sum + c[axis], 0) / corners.length;
  const centre: Vector = [mean(0), mean(1), mean(2)];
  const planes = new Float64Array(faces.length * 4);
  faces.forEach((face, i) => {
    const [a, b, c] = face as [Vector, Vector, Vector];
    const u: Vector = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const v: Vector = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
    let n: Vector = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    const size = Math.hypot(...n);
    n = [n[0] / size, n[1] / size, n[2] / size];
    let d = n[0] * a[0] + n[1] * a[1] + n[2] * a[2];
    // The middle of a convex solid lies behind all its faces: turn the ones that face inwards.
    if (n[0] * centre[0] + n[1] * centre[1] + n[2] * centre[2] > d) {
      n = [-n[0], -n[1], -n[2]];
      d = -d;
    }
    planes.set([n[0], n[1], n[2], d], i * 4);
  });
  const radius = Math.max(...corners.map((c) => Math.hypot(c[0] - centre[0], c[1] - centre[1], c[2] - centre[2])));
  return { planes, centre, radius, corners, material };
}

/** An upright prism over a convex outline. */
export function prism(outline: readonly (readonly [number, number])[], z0: number, z1: number, material: Material): Solid {
  const low = outline.map(([x, y]): Vector => [x, y, z0]);
  const high = outline.map(([x, y]): Vector => [x, y, z1]);
  const at = (list: readonly Vector[], i: number) => list[i % list.length] as Vector;
  const sides = low.map((_, i) => [at(low, i), at(low, i + 1), at(high, i + 1), at(high, i)]);
  return solidOfFaces([low, high, ...sides], material);
}

/** The corners of a rectangle: `across` is right of the bearing, `along` is with it. */
export function rectangle([x, y]: readonly [number, number], across: number, along: number, bearingDeg = 0): [number, number][] {
  const b = (bearingDeg * Math.PI) / 180;
  const corner = (a: number, l: number): [number, number] => [
    x + (Math.cos(b) * a * across) / 2 + (Math.sin(b) * l * along) / 2,
    y - (Math.sin(b) * a * across) / 2 + (Math.cos(b) * l * along) / 2,
  ];
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

export function regularOutline([x, y]: readonly [number, number], radius: number, sides: number) {
  return Array.from({ length: sides }, (_, i): [number, number] => {
    const turn = ((i + 0.5) / sides) * 2 * Math.PI;
    return [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius];
  });
}

/** A gabled roof over a rectangle; the ridge runs along the bearing. */
export function gable(base: readonly (readonly [number, number])[], z0: number, zRidge: number, material: Material): Solid {
  const [a, b, c, d] = base.map(([x, y]): Vector => [x, y, z0]) as [Vector, Vector, Vector, Vector];
  const front: Vector = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, zRidge];
  const back: Vector = [(c[0] + d[0]) / 2, (c[1] + d[1]) / 2, zRidge];
  return solidOfFaces(
    [
      [a, b, c, d],
      [a, b, front],
      [c, d, back],
      [b, c, back, front],
      [d, a, front, back],
    ],
    material,
  );
}

export function pyramid(base: readonly (readonly [number, number])[], z0: number, zTop: number, material: Material): Solid {
  const low = base.map(([x, y]): Vector => [x, y, z0]);
  const mid = (axis: 0 | 1) => base.reduce((sum, p) => sum + p[axis], 0) / base.length;
  const top: Vector = [mid(0), mid(1), zTop];
  const sides = low.map((p, i) => [p, low[(i + 1) % low.length] as Vector, top]);
  return solidOfFaces([low, ...sides], material);
}
