import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createHeap } from "./heap.ts";

describe("a heap", () => {
  it("gives the least rank first, whatever is put in between", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { nil: "take" as const }), { maxLength: 60 }), (steps) => {
        const heap = createHeap();
        const held: number[] = [];
        for (const [at, step] of steps.entries()) {
          if (step !== "take") {
            heap.push(at, step);
            held.push(step);
            continue;
          }
          held.sort((a, b) => a - b);
          const found = heap.pop();
          assert.equal(found?.rank, held.shift());
          if (found !== undefined) assert.equal(steps[found.value], found.rank);
        }
      }),
      { seed: 20_240_914 },
    );
  });
});
