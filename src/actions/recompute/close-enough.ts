/**
 * Whether two results that are not the same bytes say the same. Only numbers may differ, and by no more than is stated; anything else
 * that differs is named by its place in the result, never by what stands there: it may be witness data.
 */
import { type FramePrints, hashBytes, leastQuality } from "../../core/copies/frame-prints.ts";
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import type { Json } from "../../core/json/canonical-json.ts";

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Another engine may round the last digits of a sine otherwise. */
export const engineTolerance: Tolerance = { relative: 1e-9, absolute: 1e-9 };
/** Another decoder build may give a sample or a moment a little otherwise. By no share of it: of an hour that would be seconds. */
export const decoderTolerance: Tolerance = { relative: 0, absolute: 0.01 };
/** Published for PDQ between decoders (docs/method/pdq.md). */
export const mostHashBits = 16;
const mostFrameShiftSec = 0.001;
/** Of the landmarks of a sound, how many must be there again, and how near. */
const leastLandmarkShare = 0.9;
const landmarkMs = 32;
const landmarkTone = 16;

export const tolerances: readonly string[] = [
  `Numbers of a result: ${engineTolerance.relative} of their size; made by another decoder build: ${decoderTolerance.absolute}. Whole numbers (ticks, frames, bytes), and everything else of it, must be the same.`,
  `Frame prints by another decoder build: the same frames within ${mostFrameShiftSec} s, each hash of quality ${leastQuality} or more within ${mostHashBits} of 256 bits.`,
  `Sound prints by another decoder build: ${leastLandmarkShare * 100} % of the landmarks again, within ${landmarkMs} ms.`,
  "Prints that are packed otherwise and hold the same are within tolerance.",
];

/** Where the two first differ by more; undefined when they are close enough. */
export function jsonDifference(a: Json, b: Json, tolerance: Tolerance, at = "the result"): string | undefined {
  if (typeof a === "number" && typeof b === "number") {
    // Ticks, frames and bytes are counted, never rounded.
    if (Number.isInteger(a) && Number.isInteger(b)) return a === b ? undefined : at;
    const most = tolerance.absolute + tolerance.relative * Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= most ? undefined : at;
  }
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b ? undefined : at;
  if (Array.isArray(a) !== Array.isArray(b)) return at;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  if (left.length !== right.length) return at;
  for (const [name, value] of left) {
    if (!Object.hasOwn(b, name)) return at;
    const inside = jsonDifference(value as Json, (b as { [name: string]: Json })[name] as Json, tolerance, `${at}.${name}`);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** What differs, in words; undefined when they are close enough. */
export function framePrintsDifference(a: FramePrints, b: FramePrints): string | undefined {
  if (a.times.length !== b.times.length) return `expected ${a.times.length} frames; found ${b.times.length}`;
  for (let frame = 0; frame < a.times.length; frame++) {
    if (Math.abs((a.times[frame] as number) - (b.times[frame] as number)) > mostFrameShiftSec)
      return `frame ${frame} is shown at another moment`;
    if (Math.min(a.quality[frame] as number, b.quality[frame] as number) < leastQuality) continue;
    const bits = bitsBetween(a.hashes, b.hashes, frame * hashBytes);
    if (bits > mostHashBits) return `the hash of frame ${frame} differs in ${bits} bits`;
  }
  return undefined;
}

/** Everything but how it was packed. */
export function samePrints(a: FramePrints, b: FramePrints): boolean {
  const bytes = (one: FramePrints) => [one.times, one.quality, one.hashes, one.innerHashes, one.thumbs].map((column) => Array.from(column));
  const rest = ({ width, height, still, shots, landmarks }: FramePrints) => ({
    ...{ width, height, still, shots },
    landmarks: landmarks.map((one) => ({
      ...{ frame: one.frame, places: [...one.places], sizes: [...one.sizes], turns: [...one.turns], descriptions: [...one.descriptions] },
    })),
  });
  return JSON.stringify([bytes(a), rest(a)]) === JSON.stringify([bytes(b), rest(b)]);
}

export function soundPrintsDifference(a: SoundPrints, b: SoundPrints): string | undefined {
  if (Math.abs(a.durationSec - b.durationSec) > 0.1) return `expected ${a.durationSec} s of sound; found ${b.durationSec} s`;
  const again = Math.min(shareFound(a, b), shareFound(b, a));
  return again >= leastLandmarkShare ? undefined : `${Math.floor(again * 100)} % of the landmarks are there again`;
}

function shareFound(a: SoundPrints, b: SoundPrints): number {
  let found = 0;
  let from = 0;
  for (let n = 0; n < a.times.length; n++) {
    const time = a.times[n] as number;
    while (from < b.times.length && (b.times[from] as number) < time - landmarkMs) from++;
    for (let m = from; m < b.times.length && (b.times[m] as number) <= time + landmarkMs; m++) {
      if (Math.abs((b.tones[m] as number) - (a.tones[n] as number)) > landmarkTone) continue;
      found++;
      break;
    }
  }
  return a.times.length === 0 ? 1 : found / a.times.length;
}

function bitsBetween(a: Uint8Array, b: Uint8Array, from: number): number {
  let bits = 0;
  for (let at = from; at < from + hashBytes; at++) {
    for (let left = (a[at] as number) ^ (b[at] as number); left !== 0; left &= left - 1) bits++;
  }
  return bits;
}
