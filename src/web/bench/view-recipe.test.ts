import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPlain, panned, PLAIN_VIEW, zoomed, zoomedAt } from "./view-recipe.ts";

const place = fc.double({ min: -0.5, max: 0.5, noNaN: true });

test("zooming at the pointer keeps the point under it, until all of the picture is shown again", () => {
  fc.assert(
    fc.property(fc.double({ min: 1.1, max: 3, noNaN: true }), place, place, (factor, x, y) => {
      const once = zoomedAt(PLAIN_VIEW, factor, { x, y });
      const twice = zoomedAt(once, factor, { x, y });
      // Place of the point on the picture, measured from its middle, before and after.
      for (const view of [once, twice]) assert.ok(Math.abs((x - view.panX) / view.zoom - x) < 1e-9);
      assert.deepEqual(zoomedAt(twice, 0.001, { x, y }), PLAIN_VIEW);
    }),
  );
});

test("a zoomed picture can be moved, and never out of sight; one that is all shown stays", () => {
  assert.equal(panned(PLAIN_VIEW, 0.3, 0), PLAIN_VIEW);
  const near = zoomed(PLAIN_VIEW, 4);
  assert.equal(panned(near, 0.25, -0.5).panX, 0.25);
  assert.equal(panned(near, 0.25, -0.5).panY, -0.5);
  assert.equal(panned(near, 100, -100).panX, 2);
  assert.equal(panned(near, 100, -100).panY, -2);
  assert.ok(isPlain(PLAIN_VIEW) && !isPlain(near));
});
