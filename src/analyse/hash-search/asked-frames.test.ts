/** Which frames of a clip are asked with: none that shows something else is left out. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hashBytes, leastQuality } from "../../core/copies/frame-prints.ts";
import { askedEverySec } from "../../core/copies/frame-search.port.ts";
import { asWords, distance, words } from "../segment-match/hamming.ts";
import { frameAt, queriesOf, thinFrames } from "./asked-frames.ts";
import type { HashColumns } from "./split-prints.ts";

const radius = 31;

/** Each frame changes so many bits of the one before, or is of too little quality. */
function columns(steps: readonly { readonly bits: number; readonly after: number; readonly good: boolean }[]): HashColumns {
  const hashes = new Uint8Array(steps.length * hashBytes);
  const times = new Float64Array(steps.length);
  for (const [frame, { bits, after }] of steps.entries()) {
    const own = frame === 0 ? new Uint8Array(hashBytes) : hashes.slice((frame - 1) * hashBytes, frame * hashBytes);
    for (let bit = 0; bit < bits; bit++) {
      const at = (frame * 37 + bit * 11) % 256;
      own[at >> 3] = (own[at >> 3] ?? 0) ^ (1 << (at & 7));
    }
    hashes.set(own, frame * hashBytes);
    times[frame] = (frame === 0 ? 0 : (times[frame - 1] ?? 0)) + after;
  }
  return { times, hashes, innerHashes: hashes.slice(), quality: Uint8Array.from(steps, ({ good }) => (good ? leastQuality : 3)) };
}

const anyColumns = fc
  .array(fc.record({ bits: fc.integer({ min: 0, max: 40 }), after: fc.constantFrom(0.01, 0.04, 0.5), good: fc.boolean() }), {
    maxLength: 60,
  })
  .map(columns);

describe("frames to ask with", () => {
  it("stand for those left out: near the last one asked with, and soon after it or equal to it", () => {
    fc.assert(
      fc.property(anyColumns, (prints) => {
        const { frames, notComparable } = thinFrames(prints, radius);
        const all = asWords(prints.hashes);
        let last: number | undefined;
        for (const [frame, quality] of prints.quality.entries()) {
          if (frames.includes(frame)) {
            assert.ok(quality >= leastQuality);
            last = frame;
          } else if (quality >= leastQuality) {
            assert.ok(last !== undefined);
            const far = distance(all, last * words, all, frame * words, 256);
            const since = (prints.times[frame] ?? 0) - (prints.times[last] ?? 0);
            assert.ok(far === 0 || (far <= radius && since < askedEverySec), `frame ${frame}: ${far} bits, ${since} s`);
          }
        }
        assert.equal(notComparable, prints.quality.filter((quality) => quality < leastQuality).length);
      }),
    );
  });

  it("are the one that is shown at a moment, whole and without bars", () => {
    const prints = columns([0, 5, 5].map((bits, frame) => ({ bits, after: frame === 0 ? 0 : 0.04, good: frame < 2 })));
    assert.deepEqual(frameAt(prints, -1).frames, [0]);
    assert.deepEqual(frameAt(prints, 0.079).frames, [1]);
    assert.deepEqual(frameAt(prints, 0.08), { frames: [], notComparable: 1 });
    prints.innerHashes[hashBytes] = 255;
    const { frames, whole, hashes } = queriesOf(prints, [0, 1]);
    assert.deepEqual([frames, whole], [[0, 1, 1], 2]);
    assert.deepEqual(hashes.subarray(2 * hashBytes), Buffer.from(prints.innerHashes.subarray(hashBytes, 2 * hashBytes)));
  });
});
