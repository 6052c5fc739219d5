import assert from "node:assert/strict";
import { test } from "node:test";
import { reliability, reliabilityTable } from "./calibrate.ts";

const rated = [
  ...Array.from({ length: 18 }, () => ({ score: 0.95, isTrue: true })),
  { score: 0.4, isTrue: false },
  { score: 0.6, isTrue: true },
];

test("a score says which share of segments with at least that much evidence was true, never all", () => {
  const [all, half, high] = reliability(rated, [0, 0.5, 0.9]);
  assert.deepEqual([all?.segments, all?.trueOnes], [20, 19]);
  assert.equal(all?.share, 0.909);
  assert.equal(half?.share, 0.952);
  assert.ok((high?.share ?? 1) < 1);
});

test("more evidence never means a lower score", () => {
  const steps = reliability([...rated, { score: 0.99, isTrue: false }], [0, 0.5, 0.9, 0.98]);
  const shares = steps.map(({ share }) => share);
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  );
  assert.match(reliabilityTable(steps), /\| 0\.98 \| 1 \| 0 \|/);
});
