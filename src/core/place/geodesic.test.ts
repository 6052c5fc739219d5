/** Distances and rings against published figures and against each other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { destination, wayBetween, wrap } from "./geodesic.ts";
import { boundsOf, circleRing, polygonsOf, turnOf } from "./region-geometry.ts";

const near = (a: number, b: number, by: number) => assert.ok(Math.abs(a - b) <= by, `expected ${b} within ${by}; found ${a}`);

test("Flinders Peak to Buninyong is 54,972.271 m at 306 deg 52' 05.37'' (Geoscience Australia, GDA technical manual)", () => {
  const flinders = { lat: -(37 + 57 / 60 + 3.7203 / 3600), lon: 144 + 25 / 60 + 29.5244 / 3600 };
  const buninyong = { lat: -(37 + 39 / 60 + 10.1561 / 3600), lon: 143 + 55 / 60 + 35.3839 / 3600 };
  const way = wayBetween(flinders, buninyong);
  near(way.metres, 54_972.271, 0.01);
  near(way.bearingDeg, 306 + 52 / 60 + 5.37 / 3600, 1e-5);
});

test("the distances of the worked case hold: 10.85 km at 196.9 degrees, 1.59 km at 295.2", () => {
  const bucha = { lat: 50.5464, lon: 30.235 };
  const village = { lat: 50.45306, lon: 30.19056 };
  near(wayBetween(bucha, village).metres / 1000, 10.85, 0.005);
  near(wayBetween(bucha, village).bearingDeg, 196.9, 0.05);
  near(wayBetween(village, { lat: 50.45914, lon: 30.17027 }).metres / 1000, 1.59, 0.005);
  near(wayBetween(village, { lat: 50.45914, lon: 30.17027 }).bearingDeg, 295.2, 0.05);
});

test("points opposite each other and the same point are answered too", () => {
  near(wayBetween({ lat: 0, lon: 0 }, { lat: 0.3, lon: 179.9 }).metres, 20_003_000, 120_000);
  assert.equal(wayBetween({ lat: 1, lon: 2 }, { lat: 1, lon: 2 }).metres, 0);
  near(wayBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 1 }).metres, 111_319.49, 0.01);
});

test("going some way and measuring it gives that way, anywhere on the earth", () => {
  const lat = fc.double({ min: -89, max: 89, noNaN: true });
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  const metres = fc.double({ min: 1, max: 5_000_000, noNaN: true });
  fc.assert(
    fc.property(lat, lon, fc.double({ min: 0, max: 360, noNaN: true }), metres, (a, o, bearing, away) => {
      const start = { lat: a, lon: o };
      near(wayBetween(start, destination(start, bearing, away)).metres, away, 0.01);
    }),
  );
});

test("a circle's ring turns to the left, is round, and does not break at the date line", () => {
  const ring = circleRing({ lat: 52, lon: 179.99 }, 5000);
  assert.ok(turnOf(ring) > 0);
  for (const corner of ring) near(wayBetween({ lat: 52, lon: 179.99 }, corner).metres, 5000, 0.01);
  assert.ok(Math.max(...ring.map(({ lon }) => lon)) > 180);
  const { west, east } = boundsOf({ shape: "circle", centre: { lat: 52, lon: 179.99 }, radiusM: 5000 });
  assert.ok(east - west < 0.2);
});

test("every point around a way is no farther from it than its radius", () => {
  const region = {
    shape: "path" as const,
    points: [
      { lat: 50, lon: 30 },
      { lat: 50, lon: 30.1 },
      { lat: 50.05, lon: 30.1 },
    ],
    radiusM: 300,
  };
  const [first] = polygonsOf(region);
  assert.ok(turnOf(first?.[0] ?? []) > 0);
  assert.equal(polygonsOf(region).length, 2);
  const { south, north } = boundsOf({ ...region, points: region.points.slice(0, 2) });
  near(wayBetween({ lat: south, lon: 30 }, { lat: 50, lon: 30 }).metres, 300, 1);
  near(wayBetween({ lat: north, lon: 30 }, { lat: 50, lon: 30 }).metres, 300, 5);
});

test("longitudes are brought back between -180 and 180", () => {
  assert.deepEqual([190, -190, 540, 0].map(wrap), [-170, 170, -180, 0]);
});
