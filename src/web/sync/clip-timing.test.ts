import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { atOffset, type ClipTiming, covered, moved, toCommon, toItem, uncovered } from "./clip-timing.ts";

const second = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const timing: fc.Arbitrary<ClipTiming> = fc.record({
  at: fc.record({ item: second, common: second }),
  ratePpm: fc.double({ min: -5000, max: 50_000, noNaN: true }),
});

it("an item time goes to the common clock and back to itself, whatever the offset and the rate", () => {
  fc.assert(
    fc.property(timing, second, (where, sec) => {
      assert.ok(Math.abs(toItem(where, toCommon(where, sec)) - sec) < 1e-6);
    }),
  );
});

it("a clip that begins 73.5 s later shows at its 0 what the clock calls 73.5", () => {
  assert.equal(toCommon(atOffset(73.5), 0), 73.5);
  assert.equal(toItem(atOffset(73.5), 80), 6.5);
});

it("a rate of 500 millionths runs half a millisecond a second away from the moment that is tied", () => {
  const where: ClipTiming = { at: { item: 100, common: 250 }, ratePpm: 500 };
  assert.equal(toCommon(where, 100), 250);
  assert.ok(Math.abs(toCommon(where, 160) - 310.03) < 1e-9);
});

it("drawing a clip by hand moves it by exactly that, rate and all", () => {
  fc.assert(
    fc.property(timing, second, fc.double({ min: -60, max: 60, noNaN: true }), (where, sec, by) => {
      assert.ok(Math.abs(toCommon(moved(where, by), sec) - (toCommon(where, sec) + by)) < 1e-6);
    }),
  );
});

it("what is not filmed and what is filmed together make the whole, and never overlap", () => {
  const part = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, long]) => ({ from, to: from + long }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
      const gaps = uncovered({ from: 0, to: 140 }, parts);
      for (let tenth = 5; tenth < 1400; tenth += 10) {
        const sec = tenth / 10;
        const isIn = (list: readonly { from: number; to: number }[]) => list.some(({ from, to }) => sec >= from && sec < to);
        assert.notEqual(isIn(gaps), isIn(parts));
      }
    }),
  );
});

it("a clip covers from its first moment to its last on the common clock", () => {
  assert.deepEqual(covered(atOffset(10), 2, 7), { from: 12, to: 17 });
});
