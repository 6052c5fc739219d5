import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { wayBetween } from "./geodesic.ts";
import { readCoordinates } from "./read-coordinates.ts";
import { fromUtm, toUtm } from "./transverse-mercator.ts";
import { writeDecimal, writeDegreesMinutesSeconds } from "./write-degrees.ts";
import { writeMgrs, zoneOf } from "./write-mgrs.ts";
import { plusCodeOf, writePlusCode } from "./write-plus-code.ts";

const seed = 20240914;

function readBack(text: string) {
  const read = readCoordinates(text, { basis: "test" });
  assert.equal(read.state, "read", text);
  assert.ok(read.state === "read" && read.claim.region !== "unknown" && read.claim.region.shape === "circle");
  return { form: read.form, ...read.claim.region };
}

describe("coordinates that are written", () => {
  it("as plus codes are those of the specification's test table", () => {
    const table: [number, number, number, string][] = [
      [20.375, 2.775, 6, "7FG49Q00+"],
      [20.3700625, 2.7821875, 10, "7FG49QCJ+2V"],
      [20.3701125, 2.782234375, 11, "7FG49QCJ+2VX"],
      [20.3701135, 2.78223535156, 13, "7FG49QCJ+2VXGJ"],
      [47.0000625, 8.0000625, 10, "8FVC2222+22"],
      [-41.2730625, 174.7859375, 10, "4VCPPQGP+Q9"],
      [0.5, -179.5, 4, "62G20000+"],
      [-89.5, -179.5, 4, "22220000+"],
      [20.5, 2.5, 4, "7FG40000+"],
      [-89.9999375, -179.9999375, 10, "22222222+22"],
      [0.5, 179.5, 4, "6VGX0000+"],
      [1, 1, 11, "6FH32222+222"],
      [90, 1, 4, "CFX30000+"],
      [1, 180, 4, "62H20000+"],
      [1, 181, 4, "62H30000+"],
    ];
    for (const [lat, lon, length, code] of table) assert.equal(plusCodeOf({ lat, lon }, length), code);
  });

  it("as MGRS are the squares that are published", () => {
    // GeographicLib's GeoConvert page; the Eiffel tower of C. Veness's page on UTM; Sydney and San Francisco by GeographicLib.
    assert.equal(writeMgrs({ lat: 33.33424, lon: 44.40363 }, 5000), "38S MB 44 88");
    assert.equal(writeMgrs({ lat: 48.8582, lon: 2.2945 }, 5), "31U DQ 48251 11932");
    assert.equal(writeMgrs({ lat: -33.8688, lon: 151.2093 }, 5), "56H LH 34368 50948");
    assert.equal(writeMgrs({ lat: 37.7749, lon: -122.4194 }, 5), "10S EG 51130 80998");
    // A tower of Wikipedia's page on UTM: zone 17, 630084 m east, 4833438 m north.
    const { eastingM, northingM } = toUtm({ lat: 43.6425667, lon: -79.387139 }, 17);
    assert.deepEqual([Math.floor(eastingM), Math.floor(northingM)], [630_084, 4_833_438]);
  });

  it("as MGRS know the widened zones of Norway and Svalbard, the date line and the ends of the grid", () => {
    const zones: [number, number, number][] = [
      [60, 4, 32],
      [60, 2.9, 31],
      [64, 4, 31],
      [75, 8.9, 31],
      [75, 9, 33],
      [75, 21, 35],
      [75, 41.9, 37],
      [71.9, 10, 32],
      [10, 180, 1],
      [10, -180, 1],
      [10, 179.9, 60],
      [10, 181, 1],
    ];
    for (const [lat, lon, zone] of zones) assert.equal(zoneOf({ lat, lon }), zone, `${lat} ${lon}`);
    assert.equal(writeMgrs({ lat: 84.1, lon: 0 }, 5), undefined);
    assert.equal(writeMgrs({ lat: -80.1, lon: 0 }, 5), undefined);
    assert.match(writeMgrs({ lat: 84, lon: 0 }, 5) ?? "", /^31X /);
  });

  it("in degrees carry digits as the radius bears them out, and never sixty seconds", () => {
    const at = { lat: 50.46034, lon: -30.17916 };
    assert.equal(writeDecimal(at, 5), "50.46034, -30.17916");
    assert.equal(writeDecimal(at, 900), "50.460, -30.179");
    assert.equal(writeDegreesMinutesSeconds(at, 5), `50°27'37.22"N 30°10'44.98"W`);
    assert.equal(writeDegreesMinutesSeconds({ lat: 49.9999999, lon: 0.00001 }, 500), `50°00'00"N 0°00'00"E`);
    assert.equal(writeDecimal({ lat: -0.000001, lon: 180 }, 100), "0.0000, 180.0000");
  });

  it("are read back as the same place, within their radius, in every form and everywhere", () => {
    const somewhere = fc.record({
      lat: fc.double({ min: -79.9, max: 83.9, noNaN: true }),
      lon: fc.double({ min: -179.999, max: 179.999, noNaN: true }),
    });
    fc.assert(
      fc.property(somewhere, fc.double({ min: 2, max: 20_000, noNaN: true }), (at, radiusM) => {
        const forms = {
          decimal: writeDecimal(at, radiusM),
          "degrees-minutes-seconds": writeDegreesMinutesSeconds(at, radiusM),
          mgrs: writeMgrs(at, radiusM) ?? "",
          "plus-code": writePlusCode(at, radiusM),
        };
        for (const [form, text] of Object.entries(forms)) {
          const back = readBack(text);
          assert.equal(back.form, form, text);
          const { metres } = wayBetween(at, back.centre);
          assert.ok(metres <= back.radiusM * 1.001 + 0.01, `${text}: ${metres} m from the place, ${back.radiusM} m allowed by its figures`);
          assert.ok(metres <= Math.max(radiusM, 2.5), `${text}: ${metres} m away, radius ${radiusM}`);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it("in UTM and back are the same to a micrometre", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -80, max: 84, noNaN: true }),
        fc.double({ min: -3.5, max: 3.5, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (lat, off, zone) => {
          const at = { lat, lon: zone * 6 - 183 + off };
          const back = fromUtm(toUtm(at, zone));
          assert.ok(Math.abs(back.lat - at.lat) < 1e-11);
          assert.ok(Math.abs(((((back.lon - at.lon + 540) % 360) + 360) % 360) - 180) < 1e-10);
        },
      ),
      { seed, numRuns: 500 },
    );
  });
});
