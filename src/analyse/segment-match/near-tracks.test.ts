import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { distance, words } from "./hamming.ts";
import { nearTracks } from "./near-tracks.ts";
import { landmarkReach } from "./thresholds.ts";
import { bucketsOf, keysATrack, tracksOf } from "./track-lookup.ts";
import type { LandmarkSet } from "./landmark-sets.ts";

/** One frame of landmarks at places of their own, so that each is a track; every other one a copy of `like` with a few bits changed. */
function setOf(count: number, random: () => number, like?: LandmarkSet): LandmarkSet {
  const descriptions = Uint32Array.from({ length: count * words }, () => random() * 2 ** 32);
  if (like !== undefined) {
    for (let one = 0; one < count; one += 2) {
      const from = Math.floor(random() * like.count) * words;
      descriptions.set(like.descriptions.subarray(from, from + words), one * words);
      for (let bit = 0; bit < Math.floor(random() * 90); bit += 1) {
        const at = one * words + Math.floor(random() * words);
        descriptions[at] = (descriptions[at] ?? 0) ^ (1 << Math.floor(random() * 32));
      }
    }
  }
  return {
    frame: 0,
    count,
    places: Float64Array.from({ length: count * 2 }, (_, at) => (at % 2 === 0 ? at / 2 / count : 0.5)),
    sizes: new Float64Array(count).fill(0.1),
    turns: new Float64Array(count),
    descriptions,
  };
}

function fixedRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

describe("near tracks", () => {
  it("are those that share a key and lie within reach, in the order of the buckets, for one item after another", () => {
    const random = fixedRandom(7);
    for (const [countA, countB] of [
      [1, 1],
      [300, 280],
      [17, 900],
    ] as const) {
      const b = setOf(countB, random);
      const [setsA, setsB] = [[setOf(countA, random, b)], [b]];
      const [a, tracks, buckets] = [tracksOf(setsA), tracksOf(setsB), bucketsOf(setsB)];
      const near = nearTracks(tracks, buckets, a.count);
      const ask = near.ask(a);
      let found = 0;
      for (let track = 0; track < a.count; track += 1) {
        const expected: number[] = [];
        for (const key of a.keys.subarray(track * keysATrack, (track + 1) * keysATrack)) {
          const [from, to] = [buckets.starts[key] ?? 0, buckets.starts[key + 1] ?? 0];
          for (const other of buckets.tracks.subarray(from, Math.min(to, from + 40))) {
            const bits = distance(a.descriptions, track * words, tracks.descriptions, other * words, 256);
            if (bits <= landmarkReach && !expected.some((_, at) => at % 2 === 0 && expected[at] === other)) expected.push(other, bits);
          }
        }
        const count = ask(track);
        assert.deepEqual([...near.found.subarray(0, count * 2)], expected);
        found += count;
      }
      if (countA > 1) assert.ok(found > countA / 8, `${found} found for ${countA}`);
    }
  });
});
