/** Unpacked files of frame prints. What is taken is taken whole: its columns have the lengths that it states, and writing it gives its bytes. */
import assert from "node:assert/strict";
import { decodeFramePrints, FramePrintsRefused } from "../../../src/formats/frame-prints/decode-frame-prints.ts";
import { encodeFramePrints } from "../../../src/formats/frame-prints/encode-frame-prints.ts";
import { samplePrints } from "../../copies/sample-prints.ts";
import type { FuzzTarget } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "frame-prints",
  seeds: () => [samplePrints(1, true), samplePrints(2, false), samplePrints(7, false)].map(encodeFramePrints),
  dictionary: [
    "witnessmark-frame-prints-v1\n",
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0x40, 0x42, 0x0f, 0),
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf0, 0x7f),
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf8, 0x7f),
  ],
  async run(bytes) {
    let prints;
    try {
      prints = decodeFramePrints(bytes);
    } catch (error) {
      assert.ok(error instanceof FramePrintsRefused, String(error));
      assert.match(error.message, /^frame prints: expected .+; found .+$/);
      return;
    }
    assert.equal(prints.hashes.length, prints.times.length * 32);
    assert.equal(prints.innerHashes.length, prints.hashes.length);
    assert.deepEqual(encodeFramePrints(prints), new Uint8Array(bytes));
  },
};
