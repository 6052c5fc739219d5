/**
 * Landmarks of a frame made ready for comparing: places on a square measure (parts of the longer side), descriptions as
 * words, and the same for the mirrored picture, which costs an exchange of bits instead of a second look at the picture.
 */
import type { FrameLandmarks, FramePrints } from "../../core/copies/frame-prints.ts";
import { asWords } from "./hamming.ts";

export interface LandmarkSet {
  readonly frame: number;
  readonly count: number;
  /** x, y from 0 to width / longer side and height / longer side. */
  readonly places: Float64Array;
  /** Parts of the longer side. */
  readonly sizes: Float64Array;
  /** Radians. */
  readonly turns: Float64Array;
  readonly descriptions: Uint32Array;
}

/** Prints with their landmarks made ready once, however many others they are compared with. */
export interface LandmarkedPrints {
  readonly prints: FramePrints;
  readonly sets: readonly LandmarkSet[];
}

export function landmarked(prints: FramePrints): LandmarkedPrints {
  return { prints, sets: prints.landmarks.map((landmarks) => landmarkSet(landmarks, prints.width, prints.height)) };
}

function landmarkSet(landmarks: FrameLandmarks, width: number, height: number): LandmarkSet {
  const longest = Math.max(width, height);
  const places = new Float64Array(landmarks.count * 2);
  for (let at = 0; at < places.length; at += 2) {
    places[at] = ((landmarks.places[at] ?? 0) * width) / longest / 1_000_000;
    places[at + 1] = ((landmarks.places[at + 1] ?? 0) * height) / longest / 1_000_000;
  }
  return {
    frame: landmarks.frame,
    count: landmarks.count,
    places,
    sizes: Float64Array.from(landmarks.sizes, (size) => size / 1000),
    turns: Float64Array.from(landmarks.turns, (turn) => (turn * Math.PI) / 128),
    descriptions: asWords(landmarks.descriptions),
  };
}

/** The same landmarks in the picture mirrored left to right. */
export function mirroredSet(set: LandmarkSet, width: number, height: number): LandmarkSet {
  const right = width / Math.max(width, height);
  const places = set.places.slice();
  for (let at = 0; at < places.length; at += 2) places[at] = right - (places[at] ?? 0);
  return {
    ...set,
    places,
    turns: set.turns.map((turn) => Math.PI - turn),
    descriptions: set.descriptions.map((word) => ((word & 0x55555555) << 1) | ((word >>> 1) & 0x55555555)),
  };
}
