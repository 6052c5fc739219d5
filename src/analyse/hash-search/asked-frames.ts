/**
 * Which frames of a clip are asked with: neighbours show nearly the same, and what one of them is like the others are like too.
 * No frame that differs from the last one asked with by more than the radius is left out, however short it stands.
 */
import { hashBytes, leastQuality } from "../../core/copies/frame-prints.ts";
import { askedEverySec } from "../../core/copies/frame-search.port.ts";
import { asWords, distance, words } from "../segment-match/hamming.ts";
import type { HashColumns } from "./split-prints.ts";

export interface AskedFrames {
  /** Numbers of the frames, rising. */
  readonly frames: readonly number[];
  readonly notComparable: number;
}

export function thinFrames({ times, quality, hashes, innerHashes }: HashColumns, radius: number): AskedFrames {
  const [whole, inner] = [asWords(hashes), asWords(innerHashes)];
  const frames: number[] = [];
  let notComparable = 0;
  for (let frame = 0; frame < quality.length; frame++) {
    if ((quality[frame] ?? 0) < leastQuality) {
      notComparable++;
      continue;
    }
    const last = frames.at(-1);
    const differs = (enough: number) =>
      last === undefined ||
      distance(whole, last * words, whole, frame * words, enough) > enough ||
      distance(inner, last * words, inner, frame * words, enough) > enough;
    const since = last === undefined ? Infinity : (times[frame] ?? 0) - (times[last] ?? 0);
    if (differs(radius) || (since >= askedEverySec && differs(0))) frames.push(frame);
  }
  return { frames, notComparable };
}

/** The frame that is shown at that moment; the first one before the beginning. */
export function frameAt({ times, quality }: HashColumns, atSec: number): AskedFrames {
  let frame = 0;
  // To the microsecond: a moment that was written down may be cut after it.
  while (frame + 1 < times.length && (times[frame + 1] ?? 0) <= atSec + 1e-6) frame++;
  return (quality[frame] ?? 0) < leastQuality ? { frames: [], notComparable: 1 } : { frames: [frame], notComparable: 0 };
}

/** Whole pictures first, then what is left of those that have bars; `frames` says whose hash each is. */
export function queriesOf(
  { quality, hashes, innerHashes }: HashColumns,
  asked: readonly number[],
): { readonly hashes: Uint8Array; readonly quality: Uint8Array; readonly frames: readonly number[]; readonly whole: number } {
  const of = (column: Uint8Array, frame: number) => column.subarray(frame * hashBytes, (frame + 1) * hashBytes);
  const barred = asked.filter((frame) => Buffer.compare(of(hashes, frame), of(innerHashes, frame)) !== 0);
  const frames = [...asked, ...barred];
  return {
    hashes: Buffer.concat([...asked.map((frame) => of(hashes, frame)), ...barred.map((frame) => of(innerHashes, frame))]),
    quality: Uint8Array.from(frames, (frame) => quality[frame] ?? 0),
    frames,
    whole: asked.length,
  };
}
