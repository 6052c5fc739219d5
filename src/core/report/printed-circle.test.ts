/** What is printed of a circle holds the circle, wherever it lies and however large it is. */
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { wayBetween } from "../place/geodesic.ts";
import { exactDigits, printedCircle } from "./printed-circle.ts";
import { placeWords } from "./report-words.ts";

const places = fc.record({
  lat: fc.double({ min: -88, max: 88, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const radii = fc.double({ min: 0, max: 6.3, noNaN: true }).map((power) => 10 ** power);

it("holds the true circle, in words", () => {
  fc.assert(
    fc.property(places, radii, ({ lat, lon }, radiusM) => {
      const read = /^(-?[\d.]+), (-?[\d.]+) within ([\d.]+) (k?m) \(WGS 84\)$/u.exec(placeWords(lat, lon, radiusM));
      assert.ok(read !== null);
      const [, north, east, figure, unit] = read;
      const printedM = Number(figure) * (unit === "km" ? 1000 : 1);
      const moved = wayBetween({ lat, lon }, { lat: Number(north), lon: Number(east) }).metres;
      assert.ok(moved + radiusM <= printedM + 1e-6, `${moved} + ${radiusM} > ${printedM}`);
      assert.ok(printedM <= radiusM * 1.3 + 1.2, `${printedM} of ${radiusM}: no wider than its figures need`);
    }),
    { numRuns: 2000 },
  );
});

it("is the circle itself where its figures say all of it", () => {
  assert.equal(placeWords(50.485, 30.185, 50), "50.48500, 30.18500 within 50 m (WGS 84)");
  assert.equal(placeWords(50.44, 30.19, 7900), "50.440, 30.190 within 7.9 km (WGS 84)");
  assert.equal(placeWords(50.4952, 30.1949, 1000), "50.495, 30.195 within 1.03 km (WGS 84)");
  assert.equal(printedCircle({ lat: 50.485, lon: 30.185 }, 50, exactDigits).radiusM, 50);
});
