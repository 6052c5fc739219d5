/**
 * What the surroundings of a corner look like, in 256 bits: each says which of two smoothed places in the patch is the
 * brighter one (BRIEF; Calonder et al. 2010), the patch turned by its centre of mass first (ORB; Rublee et al. 2011).
 * The pattern of places is its own mirror image about the patch's direction, and bits 2k and 2k + 1 mirror one another:
 * the description of the mirrored picture is this one with neighbouring bits exchanged, so mirrored copies are found
 * without describing anything twice.
 */
import type { Plane } from "./landmark-pyramid.ts";

export const descriptionBytes = 32;
/** Half the width of a patch, pixels of its level. */
export const patchRadius = 13;
/** What a corner must keep from the border: the patch, turned, and the smoothing around it. */
export const patchMargin = patchRadius + 3;
/** Directions a patch is turned to. */
const directions = 64;
const pairs = 256;

/** Mean of five by five pixels; the two outermost lines keep what they were, no patch reaches them. */
export function smoothed({ data, width, height }: Plane): Plane {
  const lines = new Uint16Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const line = y * width;
    for (let x = 2; x < width - 2; x += 1) {
      const at = line + x;
      lines[at] = (data[at - 2] ?? 0) + (data[at - 1] ?? 0) + (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
    }
  }
  const out = new Uint8Array(data);
  for (let y = 2; y < height - 2; y += 1)
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x;
      const sum =
        (lines[at - 2 * width] ?? 0) +
        (lines[at - width] ?? 0) +
        (lines[at] ?? 0) +
        (lines[at + width] ?? 0) +
        (lines[at + 2 * width] ?? 0);
      out[at] = (sum + 12) / 25;
    }
  return { data: out, width, height };
}

/** Half widths of the lines of a disc, from its middle line outwards. */
const discWidths = Array.from({ length: patchRadius + 1 }, (_, line) => Math.floor(Math.sqrt(patchRadius * patchRadius - line * line)));

/** Direction from the corner to the centre of mass of its disc, radians clockwise from the right (Rosin 1999). */
export function directionAt({ data, width }: Plane, x: number, y: number): number {
  let alongX = 0;
  let alongY = 0;
  for (let dy = -patchRadius; dy <= patchRadius; dy += 1) {
    const half = discWidths[Math.abs(dy)] ?? 0;
    let at = (y + dy) * width + x - half;
    for (let dx = -half; dx <= half; dx += 1, at += 1) {
      const value = data[at] ?? 0;
      alongX += dx * value;
      alongY += dy * value;
    }
  }
  return Math.atan2(alongY, alongX);
}

/** Writes the description of the patch at x, y into `out` from byte `to` on. */
export function describe({ data, width }: Plane, x: number, y: number, direction: number, out: Uint8Array, to: number): void {
  const turn = ((Math.round((direction * directions) / (2 * Math.PI)) % directions) + directions) % directions;
  const steps = stepsOn(width);
  const middle = y * width + x;
  let from = turn * pairs * 2;
  for (let byte = 0; byte < descriptionBytes; byte += 1) {
    let bits = 0;
    for (let bit = 0; bit < 8; bit += 1, from += 2) {
      const one = data[middle + (steps[from] as number)] as number;
      const other = data[middle + (steps[from + 1] as number)] as number;
      bits |= one < other ? 1 << bit : 0;
    }
    out[to + byte] = bits;
  }
}

/** Widths of levels that were met last: those of one picture, and of one that came before it. */
const mostWidths = 16;
const stepsByWidth = new Map<number, Int32Array>();

/** From a corner to each place of the pattern in a picture of that width. */
function stepsOn(width: number): Int32Array {
  const known = stepsByWidth.get(width);
  if (known !== undefined) return known;
  const places = turnedPattern();
  const steps = Int32Array.from({ length: places.length / 2 }, (_, n) => (places[n * 2 + 1] as number) * width + (places[n * 2] as number));
  const [oldest] = stepsByWidth.keys();
  if (stepsByWidth.size >= mostWidths && oldest !== undefined) stepsByWidth.delete(oldest);
  stepsByWidth.set(width, steps);
  return steps;
}

let turned: Int8Array | undefined;

/** x1, y1, x2, y2 of each pair, for each direction in turn. Made once, when first asked for. */
function turnedPattern(): Int8Array {
  if (turned) return turned;
  const upright = uprightPattern();
  const table = new Int8Array(directions * pairs * 4);
  for (let turn = 0; turn < directions; turn += 1) {
    const cosine = Math.cos((turn * 2 * Math.PI) / directions);
    const sine = Math.sin((turn * 2 * Math.PI) / directions);
    for (let point = 0; point < pairs * 2; point += 1) {
      const along = upright[point * 2] ?? 0;
      const aside = upright[point * 2 + 1] ?? 0;
      table[(turn * pairs * 2 + point) * 2] = Math.round(along * cosine - aside * sine);
      table[(turn * pairs * 2 + point) * 2 + 1] = Math.round(along * sine + aside * cosine);
    }
  }
  return (turned = table);
}

/**
 * Places drawn once from a bell curve around the corner (Calonder et al. 2010, layout II: the best of five they tried),
 * by a fixed generator: the pattern is part of the version of the analyser. Every pair is followed by its mirror image.
 */
function uprightPattern(): Float64Array {
  const random = fixedRandom(0x5eed1a4d);
  const bell = (): number => {
    const spread = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(-1, Math.min(1, spread * 0.45)) * (patchRadius - 1);
  };
  const pattern = new Float64Array(pairs * 4);
  for (let pair = 0; pair < pairs; pair += 2) {
    let [x1, y1, x2, y2] = [bell(), bell(), bell(), bell()];
    // Places that leave the disc, or all but coincide, say nothing when turned or smoothed.
    while (Math.hypot(x1, y1) > patchRadius - 1 || Math.hypot(x2, y2) > patchRadius - 1 || Math.hypot(x1 - x2, y1 - y2) < 4)
      [x1, y1, x2, y2] = [bell(), bell(), bell(), bell()];
    pattern.set([x1, y1, x2, y2, x1, -y1, x2, -y2], pair * 4);
  }
  return pattern;
}

/** Marsaglia's xorshift (2003), 32 bits; from 0 up to 1. */
function fixedRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
