/** What we write is held against RFC 7946, rule by rule, for places anywhere on the earth. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { MapFeature } from "../../core/place/map-feature.ts";
import type { Region } from "../../core/place/region.ts";
import { writeGeoJson } from "./write-geojson.ts";

type LonLat = [number, number];
interface Written {
  type: string;
  features: {
    type: string;
    id: string;
    geometry: { type: "Polygon"; coordinates: LonLat[][] } | { type: "MultiPolygon"; coordinates: LonLat[][][] };
    properties: Record<string, unknown>;
  }[];
}

const about = { caseId: "0".repeat(32), head: "none" };

function feature(region: Region): MapFeature {
  return {
    id: "e1 place",
    record: "e1",
    sort: "event",
    title: "Synthetic",
    standing: "candidate",
    claim: { means: "happened", verbatim: "words", region, precision: "the analyst", basis: "row 12" },
    span: { earliest: "2024-09-14T03:00:00Z", latest: "2024-09-14T09:00:00Z" },
  };
}

const polygonsOf = ({ geometry }: Written["features"][number]): LonLat[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

const turn = (ring: readonly LonLat[]): number =>
  ring.slice(1).reduce((sum, [lon, lat], at) => sum + (ring[at]?.[0] ?? 0) * lat - lon * (ring[at]?.[1] ?? 0), 0);

/** The rules of RFC 7946 3.1 and 3.2 that a reader relies on. */
function check(text: string): Written {
  const written = JSON.parse(text) as Written;
  assert.equal(written.type, "FeatureCollection");
  for (const one of written.features) {
    assert.equal(one.type, "Feature");
    assert.ok(one.id !== "" && "properties" in one && "geometry" in one);
    for (const rings of polygonsOf(one))
      for (const [at, ring] of rings.entries()) {
        assert.ok(ring.length >= 4, "a ring has four positions or more");
        assert.deepEqual(ring[0], ring.at(-1), "a ring is closed");
        for (const [lon, lat] of ring)
          assert.ok(Math.abs(lon) <= 180 && Math.abs(lat) <= 90, `${lon}, ${lat}: longitude first, on the earth`);
        assert.ok(at === 0 ? turn(ring) >= 0 : turn(ring) <= 0, "outer rings turn left, holes turn right");
        for (const [index, [lon]] of ring.entries())
          assert.ok(
            Math.abs(lon - (ring[index - 1]?.[0] ?? lon)) <= 180 || Math.abs(ring[index]?.[1] ?? 0) > 80,
            "no edge jumps over the date line",
          );
      }
  }
  return written;
}

test("a circle goes out as its area with its radius beside it, and never as a point", () => {
  const { features } = check(writeGeoJson([feature({ shape: "circle", centre: { lat: 50.46, lon: 30.18 }, radiusM: 250 })], about));
  const [only] = features;
  assert.equal(only?.geometry.type, "Polygon");
  assert.equal(only?.properties["radiusM"], 250);
  assert.equal(only?.properties["standing"], "candidate");
  assert.equal(only?.properties["record"], "e1");
  assert.deepEqual(only?.properties["middle"], [30.18, 50.46]);
  assert.doesNotMatch(writeGeoJson([feature({ shape: "circle", centre: { lat: 50.46, lon: 30.18 }, radiusM: 250 })], about), /"Point"/);
});

test("an outline keeps its hole, a way keeps its points", () => {
  const square = (from: number, to: number) => [
    { lat: from, lon: from },
    { lat: from, lon: to },
    { lat: to, lon: to },
    { lat: to, lon: from },
  ];
  const outline = check(writeGeoJson([feature({ shape: "polygon", rings: [square(10, 11).toReversed(), square(10.4, 10.6)] })], about));
  assert.equal(polygonsOf(outline.features[0] as Written["features"][number])[0]?.length, 2);
  const way = check(writeGeoJson([feature({ shape: "path", points: square(10, 10.1), radiusM: 50 })], about));
  assert.equal((way.features[0]?.properties["path"] as LonLat[] | undefined)?.length, 4);
  assert.equal(way.features[0]?.geometry.type, "MultiPolygon");
});

test("a place of unknown extent is left out rather than drawn", () => {
  const unknown = { ...feature({ shape: "circle", centre: { lat: 0, lon: 0 }, radiusM: 1 }) };
  assert.equal(check(writeGeoJson([{ ...unknown, claim: { ...unknown.claim, region: "unknown" } }], about)).features.length, 0);
});

test("a circle over the date line is cut in two", () => {
  const { features } = check(writeGeoJson([feature({ shape: "circle", centre: { lat: 60, lon: 179.99 }, radiusM: 5000 })], about));
  assert.equal(polygonsOf(features[0] as Written["features"][number]).length, 2);
});

test("a circle around a pole covers the pole", () => {
  const { features } = check(writeGeoJson([feature({ shape: "circle", centre: { lat: 89.9, lon: 20 }, radiusM: 50_000 })], about));
  const corners = polygonsOf(features[0] as Written["features"][number]).flat(2);
  assert.ok(corners.some(([, lat]) => lat === 90));
});

test("every circle on the earth goes out by the rules", () => {
  const lat = fc.double({ min: -88, max: 88, noNaN: true });
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  const radius = fc.double({ min: 1, max: 200_000, noNaN: true });
  fc.assert(
    fc.property(lat, lon, radius, (north, east, radiusM) => {
      check(writeGeoJson([feature({ shape: "circle", centre: { lat: north, lon: east }, radiusM })], about));
    }),
  );
});
