import assert from "node:assert/strict";
import { test } from "node:test";
import { frameLengthAt, halvesOf, hullOf, moved, movedEnd, movedStart, shotOfSpan, spanOfShot } from "./shot-span.ts";

test("a shot is moved whole and by its ends, which never pass each other", () => {
  const span = spanOfShot({ atS: 2, plusMinusS: 0.25 });
  assert.deepEqual(shotOfSpan(moved(span, -0.5)), { atS: 1.5, plusMinusS: 0.25 });
  assert.deepEqual(shotOfSpan(movedStart(span, 0.1)), { atS: 2.05, plusMinusS: 0.2 });
  assert.deepEqual(shotOfSpan(movedEnd(span, 0.1)), { atS: 2.05, plusMinusS: 0.3 });
  assert.deepEqual(shotOfSpan(movedEnd(span, -9)), { atS: 1.7505, plusMinusS: 0.0005 });
  assert.deepEqual(movedStart(span, 9), { fromS: 2.249, toS: 2.25 });
});

test("two halves lie within the whole, and their hull is the whole again", () => {
  const whole = spanOfShot({ atS: 3, plusMinusS: 0.5 });
  const [first, second] = halvesOf(whole);
  assert.deepEqual(
    [shotOfSpan(first), shotOfSpan(second)],
    [
      { atS: 2.75, plusMinusS: 0.25 },
      { atS: 3.25, plusMinusS: 0.25 },
    ],
  );
  assert.deepEqual(hullOf(second, first), whole);
});

test("a step is the frame that is shown there, however long, and ten milliseconds without frames", () => {
  const edited = [0, 0.04, null, 0.1, 0.2];
  assert.deepEqual(
    [0.05, 0.1, 5, -1].map((at) => Number(frameLengthAt(edited, at).toFixed(6))),
    [0.06, 0.1, 0.1, 0.04],
  );
  assert.equal(frameLengthAt([], 1), 0.01);
});
