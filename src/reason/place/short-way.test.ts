import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import { waysFrom } from "./short-way.ts";

describe("short ways", () => {
  it("agree with the ellipsoid's own to 2 mm along and across, from the equator to the poles and over 180 degrees", () => {
    for (const lat of [-90, -85, -79, -45, -0.001, 0, 30, 50.5, 65, 79.9, 89.99])
      for (const lon of [12, 179.99, -180])
        for (const metres of [0.5, 1000, 50_000, 111_000, 500_000])
          for (let bearing = 0; bearing < 360; bearing += 17) {
            const from = { lat, lon };
            const at = destination(from, bearing, metres);
            const [quick, exact] = [waysFrom(from)(at), wayBetween(from, at)];
            assert.ok(Math.abs(quick.metres - exact.metres) < 0.002, `${lat} ${metres} ${bearing}`);
            const turn = Math.abs(((quick.bearingDeg - exact.bearingDeg + 540) % 360) - 180);
            assert.ok(((turn * Math.PI) / 180) * metres < 0.002, `${lat} ${metres} ${bearing}: ${turn}`);
          }
  });

  it("have no length to where they begin", () => assert.equal(waysFrom({ lat: 50, lon: 30 })({ lat: 50, lon: 30 }).metres, 0));
});
