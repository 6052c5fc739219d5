/**
 * Colours of surfaces before light falls on them: paving, windows, roof rows, the clock, the sky.
 * All are formulas of the place on the surface; no picture files.
 */
import type { Solid } from "./solids.ts";
import { CLOCK_FACE, CLOCK_HANDS, type Scene } from "./town.ts";

/** Result of the last call, red green blue 0-255: one array for all, because this runs per ray. */
export const colour = new Float64Array(3);

function put(c: readonly [number, number, number], factor = 1): void {
  colour[0] = c[0] * factor;
  colour[1] = c[1] * factor;
  colour[2] = c[2] * factor;
}

/** A fixed random number in [0, 1) for a pair of whole numbers. */
function speckle(i: number, j: number): number {
  let h = Math.imul(i, 0x27d4eb2f) ^ Math.imul(j, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return ((h ^ (h >>> 13)) >>> 0) / 4294967296;
}

function smoothNoise(x: number, y: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const u = (x - i) * (x - i) * (3 - 2 * (x - i));
  const v = (y - j) * (y - j) * (3 - 2 * (y - j));
  const top = speckle(i, j) * (1 - u) + speckle(i + 1, j) * u;
  const low = speckle(i, j + 1) * (1 - u) + speckle(i + 1, j + 1) * u;
  return top * (1 - v) + low * v;
}

const mod = (a: number, b: number) => a - Math.floor(a / b) * b;

export function groundColour(scene: Scene, x: number, y: number, distance: number): void {
  const { stone, joint, streetBearingDeg } = scene.ground;
  const b = (streetBearingDeg * Math.PI) / 180;
  const across = x * Math.cos(b) - y * Math.sin(b);
  const along = x * Math.sin(b) + y * Math.cos(b);
  // Fine texture fades with distance, where it would only shimmer.
  const near = Math.max(0, Math.min(1, 1.4 - distance / 70));
  const inStreet = Math.abs(across) < 2.6 && along < 0;
  const tile = inStreet ? 0.8 : 1.5;
  const u = inStreet ? along : x;
  const v = inStreet ? across : y;
  const shade = 1 + (speckle(Math.floor(u / tile), Math.floor(v / tile)) - 0.5) * 0.13 * near;
  const edge = Math.min(mod(u, tile), mod(v, tile)) < 0.09 ? 0.35 * near : 0;
  const band = Math.min(mod(x, 7.5), mod(y, 7.5)) < 0.3 ? 0.55 : 0;
  const street = inStreet ? 0.86 : 1;
  const patch = 0.94 + 0.12 * smoothNoise(x / 9, y / 9);
  const mix = Math.max(edge, inStreet ? 0 : band);
  for (let k = 0; k < 3; k++) {
    const s = stone[k as 0] * (1 - mix) + joint[k as 0] * mix;
    colour[k] = s * shade * street * patch;
  }
}

/** `n` is the outward normal of the face that was hit. */
export function solidColour(solid: Solid, x: number, y: number, z: number, nx: number, ny: number, nz: number): void {
  const m = solid.material;
  // Along the wall, from its middle: the horizontal direction in the face.
  const u = (x - solid.centre[0]) * -ny + (y - solid.centre[1]) * nx;
  switch (m.kind) {
    case "plain":
      return put(m.colour);
    case "water":
      return put(m.colour, 0.94 + 0.1 * smoothNoise(x * 5, y * 5));
    case "roof":
      return put(m.colour, (mod(z, 0.5) < 0.12 ? 0.86 : 1) * (0.95 + 0.1 * speckle(Math.floor(u / 0.7), Math.floor(z / 0.5))));
    case "stripes":
      return put(mod(y - solid.centre[1], 1) < 0.5 ? m.colour : (m.second ?? m.colour));
    case "wall":
      return wallColour(m.colour, u, z, Math.abs(nz) > 0.5);
    case "clock":
      return Math.abs(nz) > 0.5 ? put(m.colour) : towerColour(m.colour, u, z);
  }
}

function wallColour(c: readonly [number, number, number], u: number, z: number, level: boolean): void {
  if (level) return put(c);
  if (z < 0.7) return put(c, 0.72);
  const across = mod(u + 1.3, 2.6) - 1.3;
  const up = mod(z - 0.2, 2.9);
  if (Math.abs(across) < 0.62 && up > 0.75 && up < 2.45) {
    const frame = Math.abs(across) > 0.52 || up < 0.85 || up > 2.35 || Math.abs(across) < 0.05;
    return frame ? put([236, 232, 222]) : put([74, 90, 104], 0.85 + 0.25 * (up / 2.45));
  }
  put(c, 0.97 + 0.05 * smoothNoise(u * 1.5, z * 1.5));
}

function towerColour(c: readonly [number, number, number], u: number, z: number): void {
  const dz = z - CLOCK_FACE.heightM;
  const r = Math.hypot(u, dz);
  if (r < CLOCK_FACE.radiusM) return clockColour(u, dz, r);
  if (r < CLOCK_FACE.radiusM + 0.2) return put([96, 84, 66]);
  if (Math.abs(u) < 0.45 && mod(z - 3, 4.2) < 1.7 && z > 3 && z < 13) return put([64, 66, 70]);
  if (Math.abs(u) < 0.9 && z < 2.4) return put([86, 62, 48]);
  const row = Math.floor(z / 0.6);
  const seam = mod(z, 0.6) < 0.07 || mod(u + (row % 2) * 0.6, 1.2) < 0.06;
  put(c, (seam ? 0.9 : 1) * (0.96 + 0.07 * speckle(row, Math.floor((u + (row % 2) * 0.6) / 1.2))));
}

function clockColour(u: number, dz: number, r: number): void {
  const turnDeg = mod((Math.atan2(u, dz) * 180) / Math.PI, 360);
  const hourMark = Math.abs(mod(turnDeg + 15, 30) - 15) < 4 && r > CLOCK_FACE.radiusM * 0.8;
  const hand = (deg: number, length: number, half: number) => {
    const a = (deg * Math.PI) / 180;
    const along = u * Math.sin(a) + dz * Math.cos(a);
    const aside = u * Math.cos(a) - dz * Math.sin(a);
    return along > -0.25 && along < length && Math.abs(aside) < half;
  };
  const dark =
    hourMark || hand(CLOCK_HANDS.minuteDeg, CLOCK_FACE.radiusM * 0.78, 0.1) || hand(CLOCK_HANDS.hourDeg, CLOCK_FACE.radiusM * 0.5, 0.14);
  put(dark ? [40, 42, 48] : [246, 242, 228]);
}

/** The sky and the hills behind the town, for a unit direction. */
export function skyColour(scene: Scene, dx: number, dy: number, dz: number): void {
  const azimuth = Math.atan2(dx, dy);
  const hill = 0.035 + 0.03 * smoothNoise(azimuth * 4 + 40, 1) + 0.008 * smoothNoise(azimuth * 22 + 90, 5);
  const { zenith, horizon, hills } = scene.sky;
  if (dz < hill) return put(hills, 0.96 + 0.5 * Math.max(0, hill - dz));
  const height = Math.min(1, Math.max(0, dz - 0.02) / 0.55);
  const blend = Math.sqrt(height);
  const flat = Math.max(0.08, dz);
  const cloud = smoothNoise((dx / flat) * 1.1 + 7, (dy / flat) * 1.1) * 0.6 + smoothNoise((dx / flat) * 2.7, (dy / flat) * 2.7 + 3) * 0.4;
  const white = Math.max(0, Math.min(0.7, (cloud - 0.52) * 2.6)) * Math.min(1, dz * 7);
  for (let k = 0; k < 3; k++) {
    const base = horizon[k as 0] * (1 - blend) + zenith[k as 0] * blend;
    colour[k] = base * (1 - white) + 246 * white;
  }
}
