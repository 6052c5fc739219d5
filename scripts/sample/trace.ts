/**
 * A small ray tracer: one ray per sample to the first surface, one from there to the sun. It draws
 * a still background once per camera and keeps for each sample its distance and its colour in the
 * light and in the shade, so that moving things and *their* shadows cost only the pixels they touch.
 */
import { basisOf, project, type Basis, type View } from "./cameras.ts";
import { type SolidsFrom, solidsTowards, solidsWithin } from "./cull.ts";
import type { Solid } from "./solids.ts";
import { towardsSun, type SunPosition, type Vector } from "./sun.ts";
import { colour, groundColour, skyColour, solidColour } from "./surface.ts";
import type { Scene } from "./town.ts";

/** Samples per pixel in each direction. */
const FINE = 2;
const FAR = 1e9;
/** Samples on each side of the parts of a picture for which the solids in sight are chosen. */
const PART = 32;
/** Widths of the cells in which what is before the sun is looked up: about as large as the things are. */
const HOUSE_M = 4;
const LIMB_M = 0.5;
const AMBIENT = 0.46;
const SUNLIGHT = 0.66;

export interface Background {
  readonly view: View;
  readonly basis: Basis;
  readonly sun: Vector;
  /** Of the scene: those that can lie between a point and the sun. */
  readonly towardsSun: SolidsFrom;
  /** Pixels added on each side. */
  readonly margin: number;
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  readonly distance: Float32Array;
  readonly lit: Uint8Array;
  readonly shaded: Uint8Array;
}

let hitFace = -1;

/** Distance along a unit ray to a solid, or FAR; `hitFace` says which face. */
function meet(s: Solid, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
  const px = s.centre[0] - ox;
  const py = s.centre[1] - oy;
  const pz = s.centre[2] - oz;
  const along = px * dx + py * dy + pz * dz;
  const gap = px * px + py * py + pz * pz - along * along;
  if (gap > s.radius * s.radius || along < -s.radius) return FAR;
  const planes = s.planes;
  let near = -FAR;
  let far = FAR;
  let face = -1;
  for (let i = 0; i < planes.length; i += 4) {
    const nx = planes[i]!;
    const ny = planes[i + 1]!;
    const nz = planes[i + 2]!;
    const facing = nx * dx + ny * dy + nz * dz;
    const outside = planes[i + 3]! - (nx * ox + ny * oy + nz * oz);
    if (facing < -1e-12) {
      const t = outside / facing;
      if (t > near) {
        near = t;
        face = i;
      }
    } else if (facing > 1e-12) {
      const t = outside / facing;
      if (t < far) far = t;
    } else if (outside < 0) return FAR;
    if (near > far) return FAR;
  }
  if (near < 1e-4) return FAR;
  hitFace = face;
  return near;
}

function blocked(solids: readonly Solid[], x: number, y: number, z: number, sun: Vector): boolean {
  for (const s of solids) {
    if (meet(s, x, y, z, sun[0], sun[1], sun[2]) < FAR) return true;
  }
  return false;
}

const light = { lit: new Float64Array(3), shaded: new Float64Array(3) };

/** Turns the surface colour into its colours in sun and in shade, with a little haze. */
function shine(scene: Scene, facingSun: number, nz: number, distance: number): void {
  const ambient = AMBIENT + 0.08 * nz;
  const haze = 1 - Math.exp(-distance / 900);
  for (let k = 0; k < 3; k++) {
    const c = colour[k]!;
    const veil = scene.sky.horizon[k as 0] * haze;
    // Shade is lit by the sky: a little bluer.
    const shade = c * ambient * (k === 2 ? 1.08 : 1);
    light.shaded[k] = shade * (1 - haze) + veil;
    light.lit[k] = (shade + c * SUNLIGHT * Math.max(0, facingSun)) * (1 - haze) + veil;
  }
}

export function drawBackground(scene: Scene, view: View, sunAt: SunPosition, margin: number): Background {
  const basis = basisOf(view);
  const sun = towardsSun(sunAt);
  const width = view.width + 2 * margin;
  const height = view.height + 2 * margin;
  const samples = width * height * FINE * FINE;
  const background: Background = {
    view,
    basis,
    sun,
    towardsSun: solidsTowards(scene.solids, sun, HOUSE_M),
    margin,
    width,
    height,
    rgb: new Uint8Array(width * height * 3),
    distance: new Float32Array(samples),
    lit: new Uint8Array(samples * 3),
    shaded: new Uint8Array(samples * 3),
  };
  const [across, down] = [width * FINE, height * FINE];
  for (let top = 0; top < down; top += PART)
    for (let left = 0; left < across; left += PART)
      drawPart(background, scene, { x0: left, y0: top, x1: Math.min(across, left + PART), y1: Math.min(down, top + PART) });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) average(background, x, y, background.lit, background.rgb, (y * width + x) * 3);
  }
  return background;
}

/** Draws the samples of one part, given in samples. */
function drawPart(background: Background, scene: Scene, { x0, y0, x1, y1 }: Box): void {
  const { sun, towardsSun: beforeSun } = background;
  const [ox, oy, oz] = background.view.position;
  const direction = new Float64Array(3);
  const inSight = solidsInPart(background, scene.solids, { x0, y0, x1, y1 });
  for (let sy = y0; sy < y1; sy++) {
    for (let sx = x0; sx < x1; sx++) {
      rayThrough(background, sx, sy, direction);
      const dx = direction[0]!;
      const dy = direction[1]!;
      const dz = direction[2]!;
      let best = dz < -1e-4 ? -oz / dz : FAR;
      let hit: Solid | null = null;
      let face = -1;
      for (const s of inSight) {
        const t = meet(s, ox, oy, oz, dx, dy, dz);
        if (t < best) {
          best = t;
          hit = s;
          face = hitFace;
        }
      }
      const at = sy * background.width * FINE + sx;
      background.distance[at] = best;
      const x = ox + dx * best;
      const y = oy + dy * best;
      const z = oz + dz * best;
      if (hit) {
        const nx = hit.planes[face]!;
        const ny = hit.planes[face + 1]!;
        const nz = hit.planes[face + 2]!;
        solidColour(hit, x, y, z, nx, ny, nz);
        shine(scene, nx * sun[0] + ny * sun[1] + nz * sun[2], nz, best);
        const e = 1e-3;
        const [px, py, pz] = [x + nx * e, y + ny * e, z + nz * e];
        store(background, at, blocked(beforeSun(px, py, pz), px, py, pz, sun));
      } else if (best < 1500) {
        groundColour(scene, x, y, best);
        shine(scene, sun[2], 1, best);
        store(background, at, blocked(beforeSun(x, y, 1e-3), x, y, 1e-3, sun));
      } else {
        background.distance[at] = FAR;
        skyColour(scene, dx, dy, dz);
        light.lit.set(colour);
        light.shaded.set(colour);
        store(background, at, false);
      }
    }
  }
}

/** Of some solids those that can be seen in a part, given in samples. */
function solidsInPart(b: Background, solids: readonly Solid[], { x0, y0, x1, y1 }: Box): readonly Solid[] {
  const direction = new Float64Array(3);
  // Half a sample beyond the outermost samples' middles.
  const corners = [x0 - 0.5, x1 - 0.5].flatMap((sx) =>
    [y0 - 0.5, y1 - 0.5].map((sy): Vector => {
      rayThrough(b, sx, sy, direction);
      return [direction[0]!, direction[1]!, direction[2]!];
    }),
  );
  return solidsWithin(solids, b.view.position, corners);
}

/** A sample that already lies in shadow keeps the shade as both its colours. */
function store(b: Background, at: number, dark: boolean): void {
  for (let k = 0; k < 3; k++) {
    const shade = Math.min(255, light.shaded[k]!);
    b.shaded[at * 3 + k] = shade;
    b.lit[at * 3 + k] = dark ? shade : Math.min(255, light.lit[k]!);
  }
}

function average(b: Background, x: number, y: number, from: Uint8Array, to: Uint8Array, at: number): void {
  const row = b.width * FINE;
  const a = (y * FINE * row + x * FINE) * 3;
  const c = a + row * 3;
  for (let k = 0; k < 3; k++) {
    to[at + k] = (from[a + k]! + from[a + 3 + k]! + from[c + k]! + from[c + 3 + k]! + 2) >> 2;
  }
}

function rayThrough(b: Background, sx: number, sy: number, out: Float64Array): void {
  const { forward, right, up, focalPx } = b.basis;
  const px = (sx + 0.5) / FINE - b.margin - b.view.width / 2;
  const py = b.view.height / 2 - ((sy + 0.5) / FINE - b.margin);
  const x = forward[0] * focalPx + right[0] * px + up[0] * py;
  const y = forward[1] * focalPx + right[1] * px + up[1] * py;
  const z = forward[2] * focalPx + right[2] * px + up[2] * py;
  const size = Math.sqrt(x * x + y * y + z * z);
  out[0] = x / size;
  out[1] = y / size;
  out[2] = z / size;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The background pixels that solids and their shadow on the ground can touch. */
export function reach(b: Background, solids: readonly Solid[]): Box | null {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const s of solids) {
    for (const c of s.corners) {
      const fall = c[2] / b.sun[2];
      const shadow: Vector = [c[0] - b.sun[0] * fall, c[1] - b.sun[1] * fall, 0];
      for (const p of [c, shadow]) {
        const at = project(b.view, b.basis, p);
        if (!at) continue;
        x0 = Math.min(x0, at[0]);
        x1 = Math.max(x1, at[0]);
        y0 = Math.min(y0, at[1]);
        y1 = Math.max(y1, at[1]);
      }
    }
  }
  const box = {
    x0: Math.max(0, Math.floor(x0 + b.margin) - 1),
    y0: Math.max(0, Math.floor(y0 + b.margin) - 1),
    x1: Math.min(b.width, Math.ceil(x1 + b.margin) + 2),
    y1: Math.min(b.height, Math.ceil(y1 + b.margin) + 2),
  };
  return box.x0 < box.x1 && box.y0 < box.y1 ? box : null;
}

/** Draws moving solids and their shadows into `target` (same shape as `background.rgb`). */
export function drawMovers(b: Background, scene: Scene, movers: readonly Solid[], box: Box, target: Uint8Array): void {
  const beforeSun = solidsTowards(movers, b.sun, LIMB_M);
  const part = PART / FINE;
  for (let y0 = box.y0; y0 < box.y1; y0 += part)
    for (let x0 = box.x0; x0 < box.x1; x0 += part) {
      const [x1, y1] = [Math.min(box.x1, x0 + part), Math.min(box.y1, y0 + part)];
      const inSight = solidsInPart(b, movers, { x0: x0 * FINE, y0: y0 * FINE, x1: x1 * FINE, y1: y1 * FINE });
      drawMoversInPart(b, scene, { inSight, beforeSun }, { x0, y0, x1, y1 }, target);
    }
}

interface Movers {
  readonly inSight: readonly Solid[];
  readonly beforeSun: SolidsFrom;
}

function drawMoversInPart(b: Background, scene: Scene, movers: Movers, box: Box, target: Uint8Array): void {
  const [ox, oy, oz] = b.view.position;
  const direction = new Float64Array(3);
  const sum = new Float64Array(3);
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      sum.fill(0);
      for (let k = 0; k < FINE * FINE; k++) {
        const sx = x * FINE + (k % FINE);
        const sy = y * FINE + ((k / FINE) | 0);
        sampleMover(b, scene, movers, sx, sy, ox, oy, oz, direction, sum);
      }
      const at = (y * b.width + x) * 3;
      for (let k = 0; k < 3; k++) target[at + k] = sum[k]! / (FINE * FINE) + 0.5;
    }
  }
}

function sampleMover(
  b: Background,
  scene: Scene,
  { inSight, beforeSun }: Movers,
  sx: number,
  sy: number,
  ox: number,
  oy: number,
  oz: number,
  direction: Float64Array,
  sum: Float64Array,
): void {
  rayThrough(b, sx, sy, direction);
  const at = sy * b.width * FINE + sx;
  const dx = direction[0]!;
  const dy = direction[1]!;
  const dz = direction[2]!;
  let best = b.distance[at]!;
  let hit: Solid | null = null;
  let face = -1;
  for (const s of inSight) {
    const t = meet(s, ox, oy, oz, dx, dy, dz);
    if (t < best) {
      best = t;
      hit = s;
      face = hitFace;
    }
  }
  const x = ox + dx * best;
  const y = oy + dy * best;
  const z = oz + dz * best;
  if (hit) {
    const nx = hit.planes[face]!;
    const ny = hit.planes[face + 1]!;
    const nz = hit.planes[face + 2]!;
    solidColour(hit, x, y, z, nx, ny, nz);
    shine(scene, nx * b.sun[0] + ny * b.sun[1] + nz * b.sun[2], nz, best);
    const e = 1e-3;
    const px = x + nx * e;
    const py = y + ny * e;
    const pz = z + nz * e;
    const dark = blocked(beforeSun(px, py, pz), px, py, pz, b.sun) || blocked(b.towardsSun(px, py, pz), px, py, pz, b.sun);
    const from = dark ? light.shaded : light.lit;
    for (let k = 0; k < 3; k++) sum[k] = sum[k]! + Math.min(255, from[k]!);
    return;
  }
  // Where it is dark already (both colours equal), no further shadow can show.
  const bright =
    b.lit[at * 3] !== b.shaded[at * 3] || b.lit[at * 3 + 1] !== b.shaded[at * 3 + 1] || b.lit[at * 3 + 2] !== b.shaded[at * 3 + 2];
  const dark = bright && best < FAR && blocked(beforeSun(x, y, z + 1e-3), x, y, z + 1e-3, b.sun);
  const from = dark ? b.shaded : b.lit;
  for (let k = 0; k < 3; k++) sum[k] = sum[k]! + from[at * 3 + k]!;
}
