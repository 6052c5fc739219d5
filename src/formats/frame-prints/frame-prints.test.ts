import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { samplePrints } from "../../../test/copies/sample-prints.ts";
import { decodeFramePrints } from "./decode-frame-prints.ts";
import { encodeFramePrints } from "./encode-frame-prints.ts";
import { at, headBytes } from "./layout.ts";

describe("a file of frame prints", () => {
  it("gives back what was written, from an array and from a Node buffer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.infiniteStream(fc.nat(255)), (frames, asBuffer, noise) => {
        const prints = samplePrints(frames, false);
        for (let n = 0; n < prints.thumbs.length; n += 97) prints.thumbs[n] = noise.next().value as number;
        const bytes = encodeFramePrints(prints);
        const read = decodeFramePrints(asBuffer ? Buffer.from(bytes) : bytes);
        assert.deepEqual(read, prints);
        read.thumbs.fill(0);
        assert.deepEqual(encodeFramePrints(prints), bytes, "what was read is its own");
      }),
      { numRuns: 40 },
    );
  });

  it("is refused when a byte is missing or too many, and when its counts are beyond its bytes", () => {
    const bytes = encodeFramePrints(samplePrints(5, false));
    assert.throws(() => decodeFramePrints(bytes.subarray(0, 20)), /expected at least 64 bytes; found 20/);
    assert.throws(() => decodeFramePrints(bytes.subarray(1)), /expected the first line/);
    assert.throws(() => decodeFramePrints(bytes.subarray(0, -1)), /bytes by its own counts/);
    assert.throws(() => decodeFramePrints(Uint8Array.of(...bytes, 0)), /bytes by its own counts/);
    for (const name of ["frames", "shots", "innerHashes", "landmarkFrames", "landmarks"] as const) {
      const claims = bytes.slice();
      new DataView(claims.buffer).setUint32(at[name], 0xffff_ffff, true);
      assert.throws(() => decodeFramePrints(claims), /expected \d+ bytes by its own counts; found \d+/, name);
    }
  });

  it("is refused when what it says cannot be", () => {
    const good = encodeFramePrints(samplePrints(5, false));
    const timesAt = headBytes + 2 * 20 + 2 * 8;
    const changes: readonly (readonly [RegExp, (view: DataView) => void])[] = [
      [/a size/, (view) => view.setUint32(at.width, 0, true)],
      [/0 or 1/, (view) => view.setUint32(at.still, 2, true)],
      [/one frame at 0 s/, (view) => view.setUint32(at.still, 1, true)],
      [/last word of the head/, (view) => view.setUint32(at.reserved, 9, true)],
      [/shots of 5 frames; found 6/, (view) => view.setUint32(headBytes, 5, true)],
      [/shot 1 with frames; found none/, (view) => view.setUint32(headBytes + 20, 0, true)],
      [/content of shot 0 on the frame/, (view) => view.setUint32(headBytes + 4, 1, true)],
      [/hash inside the bars/, (view) => view.setUint32(headBytes + 12, 999_999, true)],
      [/landmarks of a frame from 1 to 4/, (view) => view.setUint32(headBytes + 40 + 8, 0, true)],
      [/landmarks in all/, (view) => view.setUint32(headBytes + 40 + 4, 2, true)],
      [/frame 1 later than/, (view) => view.setFloat64(timesAt + 8, 1.5, true)],
      [/frame 0 later than/, (view) => view.setFloat64(timesAt, Number.NaN, true)],
      [/frame 2 with a quality up to 100; found 101/, (view) => view.setUint8(timesAt + 5 * 8 + 2, 101)],
    ];
    for (const [says, change] of changes) {
      const bytes = good.slice();
      change(new DataView(bytes.buffer));
      assert.throws(() => decodeFramePrints(bytes), says);
    }
  });
});
