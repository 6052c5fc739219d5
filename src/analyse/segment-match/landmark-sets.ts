/**
 * Landmarks of a frame made ready for comparing: places on a square measure (parts of the longer side), descriptions as
 * words, and the same for the mirrored picture, which costs an exchange of bits instead of a second look at the picture.
 */
import { hashBytes, thumbBytes, type FrameLandmarks, type FramePrints } from "../../core/copies/frame-prints.ts";
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

/** Frames and frames with landmarks that are looked at of one item: all of twenty minutes, an even choice of more. */
const mostFrames = 40_000;
const mostSets = 2400;

export function landmarked(prints: FramePrints): LandmarkedPrints {
  const every = Math.ceil(prints.landmarks.length / mostSets);
  const some = prints.landmarks.filter((_, at) => at % every === 0);
  const thin = thinned(prints, some);
  return { prints: thin, sets: thin.landmarks.map((landmarks) => landmarkSet(landmarks, prints.width, prints.height)) };
}

/** Every so many frames of a long item, so that two hours take no more room than twenty minutes; its bounds are told as coarsely. */
function thinned(prints: FramePrints, landmarks: readonly FrameLandmarks[]): FramePrints {
  const every = Math.ceil(prints.times.length / mostFrames);
  if (every <= 1) return { ...prints, landmarks };
  const frames = Math.ceil(prints.times.length / every);
  const pick = <T extends Uint8Array>(from: T, to: T, size: number): T => {
    for (let frame = 0; frame < frames; frame += 1) to.set(from.subarray(frame * every * size, (frame * every + 1) * size), frame * size);
    return to;
  };
  return {
    ...prints,
    times: prints.times.filter((_, frame) => frame % every === 0),
    quality: prints.quality.filter((_, frame) => frame % every === 0),
    hashes: pick(prints.hashes, new Uint8Array(frames * hashBytes), hashBytes),
    innerHashes: pick(prints.innerHashes, new Uint8Array(frames * hashBytes), hashBytes),
    thumbs: pick(prints.thumbs, new Uint8Array(frames * thumbBytes), thumbBytes),
    shots: prints.shots.map((shot) => ({
      ...shot,
      firstFrame: Math.floor(shot.firstFrame / every),
      frames: Math.ceil(shot.frames / every),
    })),
    landmarks: landmarks.map((one) => ({ ...one, frame: Math.min(frames - 1, Math.round(one.frame / every)) })),
  };
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
    descriptions: mirroredWords(set.descriptions),
  };
}

/** Descriptions of mirrored patches: bits 2k and 2k + 1 change places. */
export function mirroredWords(descriptions: Uint32Array): Uint32Array {
  return descriptions.map((word) => ((word & 0x55555555) << 1) | ((word >>> 1) & 0x55555555));
}
