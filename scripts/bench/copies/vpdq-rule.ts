/**
 * What a plain rule per frame finds on the same clips: PDQ of every frame, frames of quality 50 and more, a frame matched when
 * some frame of the other clip is within 31 bits (vPDQ of facebook/ThreatExchange, its defaults). Our own implementation of the
 * published rule, on the hashes of the product's prints (64 x 64, area means). It names no moments, so only which frames it
 * matches is judged.
 */
import type { FramePrints } from "../../../src/core/copies/frame-prints.ts";
import type { SharedSound } from "./truth.ts";

const MOST_BITS = 31;
const LEAST_QUALITY = 50;

export interface FrameHashes {
  readonly words: Uint32Array;
  readonly quality: Uint8Array;
}

export function hashesOf({ hashes, quality }: Pick<FramePrints, "hashes" | "quality">): FrameHashes {
  return { words: new Uint32Array(hashes.slice().buffer), quality };
}

/** For each frame of `b`: whether it is fit, and whether some fit frame of `a` is near. */
export function matchFrames(a: FrameHashes, b: FrameHashes): { readonly fit: boolean; readonly near: boolean }[] {
  return Array.from(b.quality, (quality, i) => {
    if (quality < LEAST_QUALITY) return { fit: false, near: false };
    for (let j = 0; j < a.quality.length; j++) {
      if ((a.quality[j] ?? 0) >= LEAST_QUALITY && within(a.words, j * 8, b.words, i * 8)) return { fit: true, near: true };
    }
    return { fit: true, near: false };
  });
}

function within(a: Uint32Array, at: number, b: Uint32Array, to: number): boolean {
  let bits = 0;
  for (let word = 0; word < 8; word++) {
    let x = ((a[at + word] ?? 0) ^ (b[to + word] ?? 0)) >>> 0;
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    bits += Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    if (bits > MOST_BITS) return false;
  }
  return true;
}

/** The same two shares as for segments, over frames; that it cannot say which moment is not held against it. */
export function foundByFrames(matched: readonly { near: boolean }[], truth: readonly SharedSound[], fps: number): boolean {
  let [shared, hits, near] = [0, 0, 0];
  matched.forEach((frame, i) => {
    const moment = (i + 0.5) / fps;
    const isShared = truth.some((part) => moment >= part.fromSec && moment < part.toSec);
    if (isShared) shared++;
    if (frame.near) near++;
    if (isShared && frame.near) hits++;
  });
  return shared > 0 && hits >= 0.8 * shared && hits >= 0.8 * near;
}

/** As its users set it: four fifths of the fit frames of one clip matched. */
export function claimedByFrames(matched: readonly { fit: boolean; near: boolean }[]): boolean {
  const fit = matched.filter((frame) => frame.fit).length;
  return fit > 0 && matched.filter((frame) => frame.near).length >= 0.8 * fit;
}
