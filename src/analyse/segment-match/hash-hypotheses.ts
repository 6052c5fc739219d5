/**
 * Geometries for a still picture from hashes of whole pictures. Landmarks are taken a few times a second: of a camera that
 * moves, the frame that was cut out lies between two of them, and theirs show the place from beside it.
 */
import { type FramePrints, hashBytes, leastQuality } from "../../core/copies/frame-prints.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import { otherForms, pictureForms } from "../hash-search/picture-forms.ts";
import { isNew } from "./further-hypotheses.ts";
import { inverse } from "./geometry.ts";
import { asWords, distance } from "./hamming.ts";
import type { Hypothesis } from "./hypotheses.ts";
import { laidOn, wholeFrame } from "./laid-on.ts";
import { stillHashReach } from "./thresholds.ts";

const mostTried = 3;

/** The nearest first. One of the two is a still picture. */
export function hashHypotheses(a: FramePrints, b: FramePrints): Hypothesis[] {
  if (a.still) return fromStill(a, b);
  return fromStill(b, a).map((found) => ({ ...found, map: inverse(found.map), timeA: found.timeB, timeB: found.timeA }));
}

function fromStill(still: FramePrints, other: FramePrints): Hypothesis[] {
  if ((still.quality[0] ?? 0) < leastQuality) return [];
  const found: { readonly hypothesis: Hypothesis; readonly bits: number }[] = [];
  for (const own of hashesOf(still))
    for (const theirs of hashesOf(other)) {
      const words = asWords(theirs.hashes);
      for (const [n, { mirrored, turnedDeg }] of pictureForms.entries()) {
        const hash = own.hashes.subarray(0, hashBytes);
        const { frame, bits } = nearest(asWords(otherForms[n - 1]?.(hash) ?? hash), words, other.quality);
        if (bits > stillHashReach) continue;
        const map = laidOn(own.boxOf(0), theirs.boxOf(frame), mirrored, turnedDeg / 90);
        const hypothesis = { map, mirrored, agreeing: 0, timeA: 0, timeB: other.times[frame] ?? 0 };
        found.push({ hypothesis, bits });
      }
    }
  const kept: Hypothesis[] = [];
  for (const { hypothesis } of found.sort((one, another) => one.bits - another.bits))
    if (kept.length < mostTried && isNew(hypothesis, kept)) kept.push(hypothesis);
  return kept;
}

interface Hashes {
  readonly hashes: Uint8Array;
  readonly boxOf: (frame: number) => FrameBox;
}

/** Of the whole pictures, and of what their bars leave. */
function hashesOf({ hashes, innerHashes, shots }: FramePrints): Hashes[] {
  const contentOf = (frame: number): FrameBox => shots.findLast(({ firstFrame }) => firstFrame <= frame)?.content ?? wholeFrame;
  return [
    { hashes, boxOf: () => wholeFrame },
    { hashes: innerHashes, boxOf: contentOf },
  ];
}

function nearest(hash: Uint32Array, words: Uint32Array, quality: Uint8Array): { readonly frame: number; readonly bits: number } {
  let best = { frame: 0, bits: stillHashReach + 1 };
  for (let frame = 0; frame < quality.length; frame += 1) {
    if ((quality[frame] ?? 0) < leastQuality) continue;
    const bits = distance(hash, 0, words, (frame * hashBytes) / 4, best.bits);
    if (bits < best.bits) best = { frame, bits };
  }
  return best;
}
