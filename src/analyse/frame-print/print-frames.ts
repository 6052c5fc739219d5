/**
 * Makes prints of frames as they come by, in one pass: hash, quality and thumb of each at once; cuts, bars, the hash inside
 * the bars and landmarks a few frames later, when they can be told. Holds a few hundred small pictures and nothing larger.
 */
import { type FrameLandmarks, type FramePrints, hashBytes, leastQuality, type Shot, thumbBytes } from "../../core/copies/frame-prints.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import { createPdqHasher } from "../pdq/pdq.ts";
import { type Area, createAreaMeans } from "./area-means.ts";
import { createBarEvidence } from "./bar-evidence.ts";
import { contentArea } from "./content-area.ts";
import { createFrameColumns } from "./frame-columns.ts";
import { createLandmarkMoments } from "./landmark-moments.ts";
import { landmarksOf } from "./local-landmarks.ts";
import type { PrintSize } from "./print-size.ts";
import { createRangeOpener, type LumaRange } from "./open-range.ts";
import { createShotCuts, lookAhead } from "./shot-cuts.ts";
import { thumbOf } from "./thumb-of.ts";

export interface FramePrinting {
  /** The picture may be overwritten afterwards. False when its time does not rise: then it is left out. */
  add(luma: Uint8Array, timeSec: number): boolean;
  /** Undefined when no frame came. */
  end(): FramePrints | undefined;
}

const hashedSide = 64;
/** Frames of a shot that its bars are judged by; what comes later in the shot has the same. Ten seconds at thirty frames a second. */
const mostHeld = 300;
/** Between two frames that bars are judged by, seconds: often enough to see what moves. */
const evidenceEverySec = 0.15;
/** Landmarks are not taken again of a picture that changed by no more than this (mean of the thumb, grey levels) for this long. */
const sameWithin = 1;
const sameForSec = 60;
const mostLandmarkFrames = 20_000;
const million = 1_000_000;

export function createFramePrinting(
  size: PrintSize,
  shown: { readonly width: number; readonly height: number; readonly still: boolean },
  range: LumaRange = "full",
): FramePrinting {
  const { width, height } = size;
  const clear = createRangeOpener(range, width * height);
  const whole: Area = { left: 0, top: 0, width, height };
  const means = createAreaMeans(width, whole, hashedSide, hashedSide);
  const hasher = createPdqHasher(hashedSide, hashedSide);
  const columns = createFrameColumns();
  const cuts = createShotCuts();
  const evidence = createBarEvidence(size);
  const isDue = createLandmarkMoments();
  const shots: Shot[] = [];
  const landmarks: FrameLandmarks[] = [];

  const slots = shown.still ? 1 : mostHeld + lookAhead + 1;
  const held: Uint8Array[] = [];
  const slotOf = (frame: number) => held[frame % slots] as Uint8Array;

  /** Next frame to be judged, first frame of the shot it falls into, and the bars of that shot once they are settled. */
  let judged = 0;
  let shotStart = 0;
  let settled: { readonly box: FrameBox; readonly inner: ((luma: Uint8Array) => Float32Array) | undefined } | undefined;
  let evidenceAt = Number.NEGATIVE_INFINITY;
  let landmarksInShot = false;
  let landmarksAt = -1;
  /** The bars that the last shot with any had. */
  let before: Area | undefined;

  function hashFrame(luma: Uint8Array, frame: number): void {
    const values = clear.means(means(luma));
    thumbOf(values, columns.thumbs, frame * thumbBytes);
    const hash = columns.hashes.subarray(frame * hashBytes, (frame + 1) * hashBytes);
    columns.quality[frame] = hasher.hash(values, hash).quality;
  }

  function copyFrame(from: number, to: number): void {
    columns.thumbs.copyWithin(to * thumbBytes, from * thumbBytes, (from + 1) * thumbBytes);
    columns.hashes.copyWithin(to * hashBytes, from * hashBytes, (from + 1) * hashBytes);
    columns.quality[to] = columns.quality[from] as number;
  }

  function keep(luma: Uint8Array, frame: number): void {
    const slot = held[frame % slots];
    if (slot === undefined) held[frame % slots] = luma.slice();
    else slot.set(luma);
  }

  /** Bars of the shot, and with them the inner hashes of its frames that were judged so far. */
  function settle(until: number): void {
    const found = contentArea(evidence, before);
    const inner = found.bars === "none" ? undefined : createAreaMeans(width, found.area, hashedSide, hashedSide);
    if (found.bars !== "none") before = found.area;
    settled = { box: boxOf(found.area, size), inner };
    for (let frame = shotStart; frame < until; frame += 1) innerHash(frame);
  }

  function innerHash(frame: number): void {
    const hash = columns.innerHashes.subarray(frame * hashBytes, (frame + 1) * hashBytes);
    if (settled?.inner === undefined) hash.set(columns.hashes.subarray(frame * hashBytes, (frame + 1) * hashBytes));
    else hasher.hash(clear.means(settled.inner(slotOf(frame))), hash);
  }

  function closeShot(end: number): void {
    if (end === shotStart) return;
    if (settled === undefined) settle(end);
    shots.push({ firstFrame: shotStart, frames: end - shotStart, content: (settled as NonNullable<typeof settled>).box });
    shotStart = end;
    settled = undefined;
    landmarksInShot = false;
    evidenceAt = Number.NEGATIVE_INFINITY;
    evidence.clear();
  }

  function takeLandmarks(frame: number): void {
    if ((columns.quality[frame] as number) < leastQuality || landmarks.length >= mostLandmarkFrames) return;
    const due = isDue(columns.times[frame] as number);
    if (landmarksInShot && (!due || isStill(frame))) return;
    landmarksInShot = true;
    landmarksAt = frame;
    landmarks.push({ frame, ...landmarksOf(clear.picture(slotOf(frame)), width, height) });
  }

  function isStill(frame: number): boolean {
    if ((columns.times[frame] as number) - (columns.times[landmarksAt] as number) > sameForSec) return false;
    const [a, b] = [frame * thumbBytes, landmarksAt * thumbBytes];
    let sum = 0;
    for (let n = 0; n < thumbBytes; n += 1) sum += Math.abs((columns.thumbs[a + n] as number) - (columns.thumbs[b + n] as number));
    return sum <= sameWithin * thumbBytes;
  }

  function judge(frame: number): void {
    if (cuts.isCut(columns.thumbs, frame)) closeShot(frame);
    const time = columns.times[frame] as number;
    if (settled === undefined && time - evidenceAt >= evidenceEverySec) {
      evidenceAt = time;
      evidence.add(clear.picture(slotOf(frame)));
    }
    if (settled !== undefined) innerHash(frame);
    else if (frame - shotStart >= mostHeld - 1) settle(frame + 1);
    takeLandmarks(frame);
  }

  return {
    add(luma, timeSec) {
      const frame = columns.count;
      if (frame > 0 && !(timeSec > (columns.times[frame - 1] as number))) return false;
      columns.reserve();
      columns.times[frame] = timeSec;
      if (frame > 0 && same(luma, slotOf(frame - 1))) copyFrame(frame - 1, frame);
      else hashFrame(luma, frame);
      keep(luma, frame);
      cuts.add(columns.thumbs, frame);
      columns.count += 1;
      if (frame - lookAhead >= judged) judge(judged++);
      return true;
    },
    end() {
      const { count } = columns;
      if (count === 0) return undefined;
      while (judged < count) judge(judged++);
      closeShot(count);
      const { times, quality, hashes, innerHashes, thumbs } = columns.end();
      return { ...shown, times, quality, hashes, innerHashes, thumbs, shots, landmarks };
    },
  };
}

/** Runs of equal frames are common: recorded screens, stills with sound, frames doubled to a higher rate. */
function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function boxOf({ left, top, width, height }: Area, size: PrintSize): FrameBox {
  const x = Math.round((left * million) / size.width);
  const y = Math.round((top * million) / size.height);
  return {
    x,
    y,
    width: Math.round(((left + width) * million) / size.width) - x,
    height: Math.round(((top + height) * million) / size.height) - y,
  };
}
