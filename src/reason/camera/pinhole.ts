/**
 * Where a pixel looks. A camera is a heading, how it is held (pitch up, roll with its right side lower), and a lens: focal length in
 * pixels, its axis beside the middle of the frame, and a mild radial distortion (the first term of Brown, Decentering distortion of
 * lenses, 1966).
 */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

const rad = Math.PI / 180;

/** Of the frame as shown; pixels. */
export function focalLength(horizontalFieldDeg: number, width: number): number {
  return width / 2 / Math.tan((horizontalFieldDeg * rad) / 2);
}

export function horizontalField(focalPx: number, width: number): number {
  return (2 * Math.atan(width / 2 / focalPx)) / rad;
}

/** As for a frame of 36 x 24 mm: its longer side lies along the longer side of the frame. */
export function fieldOfEquivalent(equivalentMm: number, { width, height }: FrameSize): number {
  return (2 * Math.atan((width >= height ? 18 : 12) / equivalentMm)) / rad;
}

/** Bearing of a pixel's column for a level camera without distortion: heading + atan((x - middle) / focal length); degrees, 0 to 360. */
export function pixelBearing(headingDeg: number, horizontalFieldDeg: number, x: number, width: number): number {
  const off = Math.atan((x - width / 2) / focalLength(horizontalFieldDeg, width)) / rad;
  return (((headingDeg + off) % 360) + 360) % 360;
}

/** Unknowns of a camera whose place is given, radians and pixels; the order in which they are solved. */
export const heading = 0;
export const lnFocal = 1;
export const pitch = 2;
export const roll = 3;
export const offset = 4;
export const bend = 5;
export const ground = 6;
export const heldCount = 7;
export type Held = Float64Array;

/** A direction seen from the camera, as parts to the right, ahead and up; and what it depends on. */
export interface Sight {
  readonly right: number;
  readonly ahead: number;
  readonly up: number;
  /** Downwards along the frame before pitch. */
  readonly down: number;
  /** Square of the distance from the middle, half the longer side being 1. */
  readonly bent: number;
}

export function sightOf({ width, height }: FrameSize, x: number, y: number, held: Held): Sight {
  const focal = Math.exp(held[lnFocal] as number);
  const [px, py] = [x - width / 2 - (held[offset] as number), y - height / 2];
  const bent = (px * px + py * py) / (Math.max(width, height) / 2) ** 2;
  const straight = (1 - (held[bend] as number) * bent) / focal;
  const [u, v] = [px * straight, py * straight];
  const [cosR, sinR] = [Math.cos(held[roll] as number), Math.sin(held[roll] as number)];
  const [cosP, sinP] = [Math.cos(held[pitch] as number), Math.sin(held[pitch] as number)];
  const down = u * sinR + v * cosR;
  return { right: u * cosR - v * sinR, ahead: cosP + down * sinP, up: sinP - down * cosP, down, bent };
}

/** The pixel that looks so many radians to the right of the heading and up. Null for what lies behind the camera. */
export function pixelOf({ width, height }: FrameSize, toRight: number, upwards: number, held: Held): { x: number; y: number } | null {
  const [right, ahead, up] = [Math.sin(toRight) * Math.cos(upwards), Math.cos(toRight) * Math.cos(upwards), Math.sin(upwards)];
  const [cosR, sinR] = [Math.cos(held[roll] as number), Math.sin(held[roll] as number)];
  const [cosP, sinP] = [Math.cos(held[pitch] as number), Math.sin(held[pitch] as number)];
  const along = ahead * cosP + up * sinP;
  if (along <= 1e-6) return null;
  const [a, down] = [right / along, (ahead * sinP - up * cosP) / along];
  const focal = Math.exp(held[lnFocal] as number);
  const [u, v] = [(a * cosR + down * sinR) * focal, (down * cosR - a * sinR) * focal];
  // Bending undone by a few rounds: it is mild.
  let straight = 1;
  for (let round = 0; round < 6; round++) {
    const bent = (u * u + v * v) / straight ** 2 / (Math.max(width, height) / 2) ** 2;
    straight = 1 - (held[bend] as number) * bent;
    if (straight < 0.3) return null;
  }
  return { x: width / 2 + (held[offset] as number) + u / straight, y: height / 2 + v / straight };
}
