import assert from "node:assert/strict";
import { test } from "node:test";
import { claimedByFrames, foundByFrames, matchFrames, type FrameHashes } from "./vpdq-rule.ts";

const hashes = (...frames: readonly (readonly [bits: number, quality: number])[]): FrameHashes => {
  const bytes = new Uint8Array(frames.length * 32);
  frames.forEach(([bits], frame) => {
    for (let bit = 0; bit < bits; bit++) bytes[frame * 32 + (bit >> 3)] = (bytes[frame * 32 + (bit >> 3)] ?? 0) | (1 << (bit & 7));
  });
  return { words: new Uint32Array(bytes.buffer), quality: Uint8Array.from(frames, ([, quality]) => quality) };
};

test("the plain rule matches frames up to 31 bits apart, of quality 50 and more on both sides", () => {
  const a = hashes([0, 100], [200, 49]);
  const near = matchFrames(a, hashes([31, 50], [32, 100], [0, 49], [200, 100])).map((frame) => frame.near);
  assert.deepEqual(near, [true, false, false, false]);
});

test("the plain rule finds a copy by four fifths of its shared frames, whatever moment they are matched with", () => {
  const frames = (hits: number) => Array.from({ length: 10 }, (_, i) => ({ near: i < hits }));
  const truth = [{ source: "harbour", fromSec: 0, toSec: 10, sourceFromSec: 0, sourceToSec: 10, speed: 1 }];
  assert.ok(foundByFrames(frames(8), truth, 1));
  assert.ok(!foundByFrames(frames(7), truth, 1));
});

test("the plain rule claims a clip when four fifths of its fit frames are near", () => {
  const fit = { fit: true, near: true };
  const unfit = { fit: false, near: false };
  assert.ok(claimedByFrames([fit, unfit, unfit]));
  assert.ok(!claimedByFrames([unfit]));
});
