/**
 * How much memory comparing sounds takes, from the size of their features: what is read, its changes of loudness, and the transforms
 * that are kept for the next pair, which are as long as both sounds together. What a single pair would take beyond the limit is
 * refused by name before anything begins.
 */
import { CaseError } from "../../core/case/case-error.ts";
import { bands, frameStep, framesPerSec } from "../sync-sound/sound-features.ts";

/** One pair by itself, below the four gigabytes that a child may fill: two recordings of twelve hours take 3.2. */
export const mostOfPair = 3.5e9;
/** All children together hold no more than that of sounds; but one pair is always held. */
export const mostOfAll = 2e9;

const perFrame = bands * 4;
/** Stretches that the search for drift transforms at the size of the longer sound. */
const stretches = 24;
const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, least)));
const framesOf = (size: number): number => size / (frameStep + bands);

/** Of a sound by itself, by the bytes of its features. */
export const bytesAlone = (size: number): number => size + (framesOf(size) * perFrame * 4) / 3;

/** What a sound keeps of having been held against another. `key`: kept once, however many others ask for the same. */
export function bytesKept(size: number, other: number): { readonly key: string; readonly bytes: number } {
  const [own, others] = [framesOf(size), framesOf(other)];
  const fast = powerOfTwo(own + others);
  const slow = powerOfTwo(Math.max(own, others) / 3 + 16 * framesPerSec);
  // The shorter one is cut; of two that are as long, one of them is.
  const kept = size < other ? stretches : size > other ? 1 : (stretches + 1) / 2;
  return { key: `${fast} ${slow} ${kept}`, bytes: (fast + kept * slow) * perFrame };
}

export const bytesOfPair = (a: number, b: number): number => bytesAlone(a) + bytesAlone(b) + bytesKept(a, b).bytes + bytesKept(b, a).bytes;

export interface SizedFeatures {
  readonly id: string;
  readonly size: number;
}

/** Throws CaseError INPUT_INVALID for two that cannot be held at once. */
export function demandRoom(pairs: Iterable<readonly [SizedFeatures, SizedFeatures]>): void {
  for (const [a, b] of pairs) {
    const bytes = bytesOfPair(a.size, b.size);
    if (bytes > mostOfPair)
      throw new CaseError(
        "INPUT_INVALID",
        `measuring: ${a.id} and ${b.id}: expected two sounds that take ${gigabytes(mostOfPair)} to compare; found ${gigabytes(bytes)}. Measure shorter parts of them.`,
      );
  }
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/** So many children may compare at the same time. */
export function childrenWithin(largestPair: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(mostOfAll / largestPair)));
}
