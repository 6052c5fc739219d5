import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { bestStretch, untouchedStretches } from "./align-times.ts";

it("offsets that go through the samples side by side have the stretches of one after another", () => {
  const sides = fc.record({ framesA: fc.integer({ min: 1, max: 40 }), framesB: fc.integer({ min: 1, max: 40 }), seed: fc.nat() });
  fc.assert(
    fc.property(sides, fc.constantFrom(1, 0.5, 0.667, 0.8, 1.25, 1.5, 2), ({ framesA, framesB, seed }, speed) => {
      let state = seed;
      const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
      const table = Float32Array.from({ length: framesA * framesB }, () => random() * 2 - 0.8);
      const nothing = new Uint8Array(framesB);
      const oneByOne = [];
      for (let offset = 0 - Math.floor((framesB - 1) * speed); offset < framesA; offset += 1) {
        const line = bestStretch(table, framesA, framesB, speed, offset, nothing);
        if (line.evidence >= 1) oneByOne.push(line);
      }
      assert.deepEqual(untouchedStretches(table, framesA, framesB, speed), oneByOne);
    }),
    { seed: 20240914, numRuns: 300 },
  );
});
