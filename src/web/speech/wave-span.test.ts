import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { aroundStretch, firstLook, inSight, movedStretch, zoomedStretch } from "./wave-span.ts";

const whole = { fromMs: 1400, toMs: 61_400 };
const span = fc
  .tuple(fc.integer({ min: 1400, max: 60_000 }), fc.integer({ min: 50, max: 60_000 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: Math.min(61_400, fromMs + length) }));

it("what is under the cursor stays under it while the wheel zooms, as far as the item goes", () => {
  fc.assert(
    fc.property(span, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.8, 1.25), (now, share, factor) => {
      const next = zoomedStretch(now, whole, share, factor);
      assert.ok(next.fromMs >= whole.fromMs - 1e-6 && next.toMs <= whole.toMs + 1e-6);
      const under = (of: typeof now) => of.fromMs + share * (of.toMs - of.fromMs);
      if (next.fromMs > whole.fromMs + 1e-6 && next.toMs < whole.toMs - 1e-6) assert.ok(Math.abs(under(next) - under(now)) < 1e-6);
    }),
  );
});

it("a time that is looked for comes into sight, and the look is as close as before", () => {
  fc.assert(
    fc.property(span, fc.integer({ min: 1400, max: 61_400 }), (now, ms) => {
      const next = inSight(now, whole, ms);
      assert.ok(ms >= next.fromMs - 1e-6 && ms <= next.toMs + 1e-6);
      assert.ok(Math.abs(next.toMs - next.fromMs - (now.toMs - now.fromMs)) < 1e-6);
    }),
  );
});

it("a segment longer than the look is shown whole, and a look never leaves the item", () => {
  const next = aroundStretch({ fromMs: 2000, toMs: 4000 }, whole, { fromMs: 10_000, toMs: 20_000 });
  assert.deepEqual(next, { fromMs: 8000, toMs: 22_000 });
  assert.deepEqual(movedStretch({ fromMs: 2000, toMs: 4000 }, whole, -5000), { fromMs: 1400, toMs: 3400 });
  assert.deepEqual(firstLook(whole, 1400), { fromMs: 1400, toMs: 21_400 });
  assert.deepEqual(firstLook({ fromMs: 0, toMs: 3000 }, 0), { fromMs: 0, toMs: 3000 });
});
