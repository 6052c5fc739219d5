/** The map's arithmetic: what is under the cursor stays there, and what is fitted is in sight. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boundsOf } from "../../core/place/region-geometry.ts";
import { unpackOutline } from "../../core/world/unpack-outline.ts";
import { fitted, metresPerPixel, toPixel, toPosition, viewInWords, viewOfWords, zoomedAt } from "./viewport.ts";
import { worldOutline } from "../../core/world/world-outline.ts";

const size = { width: 900, height: 600 };
const view = { centre: { lat: 50.46, lon: 30.18 }, zoom: 12 };

test("what is under the cursor stays under it while zooming", () => {
  fc.assert(
    fc.property(fc.nat(900), fc.nat(600), fc.double({ min: -3, max: 3, noNaN: true }), (x, y, by) => {
      const held = toPosition(view, size, { x, y });
      const after = toPixel(zoomedAt(view, size, { x, y }, by), size, held);
      assert.ok(Math.hypot(after.x - x, after.y - y) < 0.01);
    }),
  );
});

test("a place turns into pixels and back", () => {
  const there = toPosition(view, size, toPixel(view, size, { lat: 50.5, lon: 30.3 }));
  assert.ok(Math.abs(there.lat - 50.5) < 1e-9 && Math.abs(there.lon - 30.3) < 1e-9);
});

test("an area that is fitted lies within the map", () => {
  const bounds = boundsOf({ shape: "circle", centre: { lat: 50, lon: 30 }, radiusM: 5000 });
  const fit = fitted(bounds, size);
  const corner = toPixel(fit, size, { lat: bounds.north, lon: bounds.west });
  assert.ok(corner.x > 0 && corner.y > 0 && corner.x < 450 && corner.y < 300);
});

test("a kilometre is as long on the map as its scale says", () => {
  const [a, b] = [toPixel(view, size, { lat: 50.46, lon: 30.18 }), toPixel(view, size, { lat: 50.46, lon: 30.18 + 1000 / 70_900 })];
  assert.ok(Math.abs((b.x - a.x) * metresPerPixel(view) - 1000) < 5);
});

test("the address says the view and is read back; what is no view is not", () => {
  assert.deepEqual(viewOfWords(viewInWords(view)), view);
  for (const words of [null, "", "a,b,cz", "50,300,3z", "50,30,99z"]) assert.equal(viewOfWords(words), undefined);
});

test("the outline of the land has Kyiv on land and the Atlantic off it", () => {
  const rings = unpackOutline(worldOutline);
  const isIn = (lat: number, lon: number) =>
    rings.filter(({ lonLat }) => {
      let inside = false;
      for (let i = 0, j = lonLat.length - 2; i < lonLat.length; j = i, i += 2) {
        const [xi, yi, xj, yj] = [lonLat[i] ?? 0, lonLat[i + 1] ?? 0, lonLat[j] ?? 0, lonLat[j + 1] ?? 0];
        if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
      }
      return inside;
    }).length %
      2 ===
    1;
  assert.ok(isIn(50.45, 30.52));
  assert.ok(isIn(-33.9, 18.9));
  assert.ok(!isIn(40, -40));
  assert.ok(!isIn(43.4, 34.0), "the Black Sea");
});
