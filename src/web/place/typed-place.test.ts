import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { wayBetween } from "../../core/place/geodesic.ts";
import { writeDecimal, writeDegreesMinutesSeconds } from "../../core/place/write-degrees.ts";
import { writeMgrs } from "../../core/place/write-mgrs.ts";
import { writePlusCode } from "../../core/place/write-plus-code.ts";
import { readTyped } from "./typed-place.ts";

describe("a place that is pasted", () => {
  it("comes back with the radius that it was copied with, in every form", () => {
    const somewhere = fc.record({
      lat: fc.double({ min: -79, max: 83, noNaN: true }),
      lon: fc.double({ min: -179, max: 179, noNaN: true }),
    });
    fc.assert(
      fc.property(somewhere, fc.integer({ min: 5, max: 900 }), (at, radiusM) => {
        for (const text of [
          writeDecimal(at, radiusM),
          writeDegreesMinutesSeconds(at, radiusM),
          writeMgrs(at, radiusM) ?? "",
          writePlusCode(at, radiusM),
        ]) {
          const { place } = readTyped(`${text} ± ${radiusM} m`);
          assert.ok(place !== undefined, text);
          assert.ok(place.radiusM >= radiusM && wayBetween(at, place.centre).metres <= radiusM, text);
        }
      }),
      { seed: 20240914, numRuns: 200 },
    );
  });

  it("has the radius of its figures where none is said, or a smaller one than they bear out", () => {
    assert.equal(readTyped("50.46, 30.18 +- 3 km").place?.radiusM, 3000);
    assert.ok((readTyped("50.4, 30.1 ± 1 m").place?.radiusM ?? 0) > 5000);
    assert.equal(readTyped("50.46034, 30.17916").place?.radiusM, 1);
    assert.equal(readTyped("nothing of a place").place, undefined);
  });
});
