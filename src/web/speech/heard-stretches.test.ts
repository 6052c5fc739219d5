import assert from "node:assert/strict";
import { it } from "node:test";
import { type Heard, wasHeard, withHeard } from "./heard-stretches.ts";

it("a segment was heard when what was played covers it, also piece by piece", () => {
  const heard = [
    { fromMs: 4000, toMs: 6000 },
    { fromMs: 1000, toMs: 2000 },
    { fromMs: 1980, toMs: 3000 },
  ].reduce<Heard>(withHeard, []);
  assert.deepEqual(heard, [
    { fromMs: 1000, toMs: 3000 },
    { fromMs: 4000, toMs: 6000 },
  ]);
  assert.ok(wasHeard(heard, { startMs: 1200, endMs: 2900 }));
  assert.ok(!wasHeard(heard, { startMs: 2500, endMs: 4500 }));
  assert.ok(!wasHeard(heard, { startMs: 5000, endMs: 6200 }));
});
