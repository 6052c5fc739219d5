import assert from "node:assert/strict";
import { test } from "node:test";
import type { ObservationTarget } from "../../core/observation/observation.ts";
import { observedAt } from "./observed-at.ts";

const target: ObservationTarget = {
  item: "i1",
  object: `sha256:${"0".repeat(64)}`,
  range: { stream: 0, timeBase: { num: 1, den: 1000 }, startPts: 1400, endPts: 1400, startFrame: 1, endFrame: 1 },
};

test("an observation stands on the item's clock, and a stored stamp is never said to be it", () => {
  assert.deepEqual(observedAt(target, { edited: [3.2, 3.24] }), { clock: "00:00:03.240" });
  assert.deepEqual(observedAt(target, { edited: [3.2, 3599.9996] }), { clock: "01:00:00.000" });
  // A frame that an edit list leaves out has no time on that clock.
  for (const table of [undefined, { edited: [0, null] }, { edited: [] }]) assert.deepEqual(observedAt(target, table), { stamp: 1400 });
  assert.equal(observedAt({ item: "i1", object: target.object }, undefined), undefined);
});
