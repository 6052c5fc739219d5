import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { publicCut } from "./public-cut.ts";

describe("a public copy of a whole recording", () => {
  it("ends at the last whole second that is surely before its end", () => {
    assert.deepEqual(publicCut({ fromS: 0, toS: 12.48 }), { fromS: 0, toS: 12 });
    assert.deepEqual(publicCut({ fromS: 0, toS: 12 }), { fromS: 0, toS: 11 });
    assert.deepEqual(publicCut({ fromS: 0, toS: 12.05 }), { fromS: 0, toS: 11 });
    assert.deepEqual(publicCut({ fromS: -0.5, toS: 3.75 }), { fromS: -0.5, toS: 3.5 });
  });

  it("is not cut where hardly a second would be left", () => {
    for (const toS of [0, 0.4, 1, 1.09]) assert.equal(publicCut({ fromS: 0, toS }), null, `${toS} s`);
  });

  it("never tells lengths apart that lie in one second", () => {
    const lengths = fc.double({ min: 0.11, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), lengths, lengths, (seconds, a, b) => {
        const [one, other] = [a, b].map((more) => publicCut({ fromS: 0, toS: seconds + more }));
        assert.deepEqual(one, { fromS: 0, toS: seconds });
        assert.deepEqual(one, other);
      }),
    );
  });
});
