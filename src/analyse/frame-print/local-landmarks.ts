/**
 * Landmarks of one luma picture: corners over a pyramid of sizes with 256-bit descriptions, for finding a part of a
 * picture in another one whatever was cut off, laid over, tilted or mirrored (ORB; Rublee et al. 2011). Hand in the
 * picture as shown (rotation and pixel aspect applied), longer side about 320 pixels; a larger one is reduced to that.
 */
import type { FrameLandmarks } from "../../core/copies/frame-prints.ts";
import { cornersOf } from "./landmark-corners.ts";
import { describe, descriptionBytes, directionAt, patchMargin, patchRadius, smoothed } from "./landmark-descriptions.ts";
import { pyramidOf } from "./landmark-pyramid.ts";

/** Landmarks of a picture at most, all levels together. */
const mostLandmarks = 300;
/** Share of landmarks each level gets against the one before: as the length of its side. */
const shareStep = 0.8;

export function landmarksOf(luma: Uint8Array, width: number, height: number): Omit<FrameLandmarks, "frame"> {
  const levels = pyramidOf({ data: luma, width, height });
  const shares = levels.map((_, level) => shareStep ** level);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const places = new Int32Array(mostLandmarks * 2);
  const sizes = new Uint16Array(mostLandmarks);
  const turns = new Uint8Array(mostLandmarks);
  const descriptions = new Uint8Array(mostLandmarks * descriptionBytes);
  let count = 0;
  for (const [level, plane] of levels.entries()) {
    const smooth = smoothed(plane);
    const wanted = Math.min(mostLandmarks - count, Math.round((mostLandmarks * (shares[level] ?? 0)) / whole));
    for (const { x, y } of cornersOf(plane, patchMargin, wanted)) {
      const direction = directionAt(smooth, x, y);
      places[count * 2] = Math.round(((x + 0.5) * 1_000_000) / plane.width);
      places[count * 2 + 1] = Math.round(((y + 0.5) * 1_000_000) / plane.height);
      sizes[count] = Math.round(((2 * patchRadius + 1) * 1000) / Math.max(plane.width, plane.height));
      turns[count] = Math.round((direction * 256) / (2 * Math.PI)) & 255;
      describe(smooth, x, y, direction, descriptions, count * descriptionBytes);
      count += 1;
    }
  }
  return {
    count,
    places: places.slice(0, count * 2),
    sizes: sizes.slice(0, count),
    turns: turns.slice(0, count),
    descriptions: descriptions.slice(0, count * descriptionBytes),
  };
}
