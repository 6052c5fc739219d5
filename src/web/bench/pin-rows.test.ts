import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mostPinRows, pinRows, type PlacedPin } from "./pin-rows.ts";

test("pins apart share one row, pins at one place stand under each other", () => {
  assert.deepEqual(
    pinRows([
      { left: 0, width: 24 },
      { left: 30, width: 24 },
    ]),
    [0, 0],
  );
  assert.deepEqual(
    pinRows([
      { left: 10, width: 24 },
      { left: 10, width: 24 },
      { left: 40, width: 24 },
    ]),
    [0, 1, 0],
  );
  assert.deepEqual(pinRows([]), []);
});

test("no two pins of a row lie over each other, but in the last row", () => {
  const pin = fc.record({ left: fc.integer({ min: 0, max: 400 }), width: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(fc.array(pin, { maxLength: 30 }), (pins: PlacedPin[]) => {
      const rows = pinRows(pins);
      for (const [a, one] of pins.entries())
        for (const [b, other] of pins.entries()) {
          if (a === b || rows[a] !== rows[b] || rows[a] === mostPinRows - 1) continue;
          assert.ok(one.left + one.width <= other.left || other.left + other.width <= one.left);
        }
      assert.ok(rows.every((row) => row >= 0 && row < mostPinRows));
    }),
  );
});
