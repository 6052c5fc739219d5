/** Places in a recording, typed and read. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readSeconds, secondsWords } from "./ground-seconds.ts";

describe("a place in a recording", () => {
  it("is read as it is shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 90_000_000 }), (ms) => {
        const read = readSeconds(secondsWords(ms / 1000)) ?? Number.NaN;
        assert.ok(Math.abs(read - ms / 1000) < 0.0005);
      }),
    );
    assert.equal(secondsWords(14.233), "00:14.233");
    assert.equal(secondsWords(3723.5), "1:02:03.500");
  });
  it("is told from other words", () => {
    for (const words of ["", "soon", "1:2:3:4", "14:"]) assert.equal(readSeconds(words), undefined);
    assert.equal(readSeconds("1:05"), 65);
  });
});
