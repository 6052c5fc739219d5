/** Why a frame is no evidence: it is black, or of one colour, or so blurred that its hash holds on to nothing. */
import { leastQuality, thumbBytes } from "../../core/copies/frame-prints.ts";

export const frameSorts = ["good", "black", "flat", "blurred"] as const;
export type FrameSort = (typeof frameSorts)[number];

/** Grey levels of 255: no part of a black frame is brighter, nor is any part of a flat one farther from the others. */
const blackUpTo = 24;
const flatWithin = 16;

export function frameSort(quality: number, thumbs: Uint8Array, frame: number): FrameSort {
  if (quality >= leastQuality) return "good";
  let darkest = 255;
  let brightest = 0;
  for (let n = frame * thumbBytes; n < (frame + 1) * thumbBytes; n += 1) {
    const value = thumbs[n] as number;
    if (value < darkest) darkest = value;
    if (value > brightest) brightest = value;
  }
  if (brightest <= blackUpTo) return "black";
  return brightest - darkest <= flatWithin ? "flat" : "blurred";
}
