import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Ring } from "../place/polygon.ts";
import { answerSun } from "./answer-sun.ts";
import type { SunBand, SunWhere } from "./sun-answer.ts";
import { sunPosition } from "./sun-position.ts";
import type { SunProblem } from "./sun-problem.ts";

const seed = 20240914;
/** Even between two values; fc.double favours the smallest. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((share) => min + ((max - min) * share) / 1_000_000);
const where = (problem: SunProblem) => answerSun(problem) as SunWhere;
const radians = (angle: number) => (angle * Math.PI) / 180;

/** Whether a point lies within a closed ring. */
function contains(ring: Ring, [x, y]: readonly [number, number]): boolean {
  return ring.slice(1).reduce((inside, [x2, y2], i) => {
    const [x1, y1] = ring[i] as readonly [number, number];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);
}

/** Even and odd over all rings, holes too. */
function isIn({ region }: SunBand, lat: number, lon: number): boolean {
  return region.coordinates.some((rings) => rings.filter((ring) => contains(ring, [lon, lat])).length % 2 === 1);
}

const scene = fc.record({
  lat: between(-89, 89),
  lon: between(-179.99, 179.99),
  at: fc.integer({ min: Date.parse("1990-01-01T00:00Z"), max: Date.parse("2049-12-31T00:00Z") }),
  bearingError: between(0.2, 12),
  ratioShare: between(0.005, 0.25),
  off: fc.tuple(between(-1, 1), between(-1, 1)),
  minutes: fc.tuple(fc.constantFrom(0, 0, 3, 50, 400), fc.constantFrom(0, 0, 5, 90)),
});

function measuredAt({ lat, lon, at, bearingError, ratioShare, off, minutes }: typeof scene extends fc.Arbitrary<infer S> ? S : never) {
  const { azimuthDeg, apparentElevationDeg } = sunPosition({ lat, lon }, at);
  fc.pre(apparentElevationDeg > 2 && apparentElevationDeg < 89);
  const ratio = 1 / Math.tan(radians(apparentElevationDeg));
  const error = ratio * ratioShare;
  const instant: [string, string] = [new Date(at - minutes[0] * 60_000).toISOString(), new Date(at + minutes[1] * 60_000).toISOString()];
  return {
    instant,
    shadowBearingDeg: { value: (((azimuthDeg + 180 + off[0] * bearingError) % 360) + 360) % 360, error: bearingError },
    lengthRatio: { value: Math.max(0.001, ratio + off[1] * error * 0.99), error },
  };
}

describe("where the sun stood as shadows say, at a known moment", () => {
  it("holds every place at which the measurements are right within their errors, near poles and the date line too", () => {
    let checked = 0;
    fc.assert(
      fc.property(scene, (given) => {
        const problem = measuredAt(given);
        const found = where({ ...problem, place: { lat: given.lat, lon: given.lon } });
        for (const band of [found.bearing, found.ratio, found.joint])
          assert.ok(band !== null && isIn(band, given.lat, given.lon), JSON.stringify(problem));
        assert.equal(found.placeFits, true);
        checked++;
      }),
      { seed, numRuns: 50, endOnFailure: true },
    );
    assert.ok(checked >= 40);
  });

  it("holds the place of measurements so exact that it is a spot of some kilometres", () => {
    fc.assert(
      fc.property(scene, (given) => {
        const problem = measuredAt({ ...given, bearingError: 0.02, ratioShare: 0.0004, minutes: [0, 0] });
        const { joint } = where(problem);
        assert.ok(isIn(joint, given.lat, given.lon), JSON.stringify(problem));
      }),
      { seed, numRuns: 60, endOnFailure: true },
    );
  });

  it("holds no place farther outside of the true edge than it says", () => {
    fc.assert(
      fc.property(scene, between(-90, 90), between(-180, 180), (given, lat, lon) => {
        const problem = measuredAt({ ...given, minutes: [0, 0] });
        const { lengthRatio, instant } = problem;
        const found = where({ instant, lengthRatio });
        const band = found.ratio as SunBand;
        // The ring around the place where the sun stands overhead, on the sphere of geodetic latitudes.
        const height = sunPosition({ lat, lon }, given.at).apparentElevationDeg;
        const [least, most] = found.used.heightDeg as readonly [number, number];
        const beyond = Math.max(Math.max(0, least) - height, height - most);
        if (beyond * 111.2 > found.edgeKm) assert.ok(!isIn(band, lat, lon), `${lat} ${lon}: ${beyond} degrees beyond`);
        if (beyond < 0) assert.ok(isIn(band, lat, lon), `${lat} ${lon}: ${beyond} degrees within`);
      }),
      { seed, numRuns: 120 },
    );
  });

  it("has the area of a ring on the ellipsoid, and comes as rings that close, lie within the map and turn as GeoJSON asks", () => {
    const found = where({ instant: ["2024-03-20T12:00:00Z", "2024-03-20T12:00:00Z"], lengthRatio: { value: 1, error: 0.05 } });
    const [least, most] = found.used.heightDeg as readonly [number, number];
    // A ring on a sphere of the ellipsoid's area; at the equator degrees of latitude are shorter, by less than 1 %.
    const onSphere = 2 * Math.PI * 6371.0072 ** 2 * (Math.sin(radians(most)) - Math.sin(radians(least)));
    assert.ok(Math.abs(found.joint.areaKm2 / onSphere - 1) < 0.02, `${found.joint.areaKm2} against ${onSphere}`);
    const signed = (ring: Ring) => ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0);
    for (const [outer, ...holes] of found.joint.region.coordinates) {
      assert.ok(outer !== undefined && signed(outer) > 0);
      for (const hole of holes) assert.ok(signed(hole) < 0);
      for (const ring of [outer, ...holes]) {
        assert.deepEqual(ring[0], ring.at(-1));
        assert.ok(ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90));
      }
    }
  });

  it("is cut to the area that is looked in", () => {
    const asked = {
      instant: ["2022-03-29T13:28:00Z", "2022-03-29T13:28:00Z"] as [string, string],
      shadowBearingDeg: { value: 60, error: 5 },
      lengthRatio: { value: 1.85, error: 0.15 },
    };
    const whole = where({ ...asked, place: { lat: 50.465, lon: 30.185 } });
    assert.equal(whole.placeFits, true);
    assert.ok(isIn(whole.joint, 50.465, 30.185));
    const box = { south: 44, north: 53, west: 22, east: 41 };
    const inBox = where({ ...asked, within: box });
    assert.ok(inBox.joint.areaKm2 < whole.joint.areaKm2 && inBox.joint.areaKm2 > 10_000);
    const corners = inBox.joint.region.coordinates.flat(2);
    assert.ok(corners.every(([lon, lat]) => lon >= 22 && lon <= 41 && lat >= 44 && lat <= 53));
    const area = {
      type: "Polygon" as const,
      coordinates: [
        [
          [29, 50],
          [31, 50],
          [31, 51],
          [29, 51],
          [29, 50],
        ] as [number, number][],
      ],
    };
    const within = where({ ...asked, within: area });
    assert.ok(isIn(within.joint, 50.465, 30.185) && !isIn(within.joint, 51.5, 30.185));
    // Two degrees by one: most of it, and no more than it has.
    const square =
      wayBetween({ lat: 50, lon: 30 }, { lat: 51, lon: 30 }).metres * wayBetween({ lat: 50.5, lon: 29 }, { lat: 50.5, lon: 31 }).metres;
    assert.ok(within.joint.areaKm2 * 1e6 <= square * 1.01 && within.joint.areaKm2 * 1e6 > square / 2);
    const elsewhere = where({ ...asked, within: { south: -30, north: -20, west: 130, east: 140 } });
    assert.deepEqual(elsewhere.joint.region.coordinates, []);
    assert.ok(elsewhere.warnings.some((words) => words.includes("no shadow")));
  });

  it("grows with lean and with what the time may be off by", () => {
    const asked = {
      instant: ["2022-06-29T09:00:00Z", "2022-06-29T09:00:00Z"] as [string, string],
      shadowBearingDeg: { value: 330, error: 3 },
    };
    const plain = where(asked).joint.areaKm2;
    assert.ok(where({ ...asked, leanErrorDeg: 4 }).joint.areaKm2 > plain);
    assert.ok(where({ ...asked, instant: ["2022-06-29T09:00:00Z", "2022-06-29T10:00:00Z"] }).joint.areaKm2 > plain);
  });
});
