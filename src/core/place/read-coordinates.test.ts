/** Coordinates in cells: every form a person may paste, known answers for the grids, and what is refused with its reason. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readCoordinates, readLatitudeLongitude } from "./read-coordinates.ts";
import { PlaceClaim } from "./region.ts";
import { fromUtm } from "./transverse-mercator.ts";

const about = { basis: "row 1 Place" };

function circleOf(text: string) {
  const read = readCoordinates(text, about);
  assert.equal(read.state, "read", `${text}: ${JSON.stringify(read)}`);
  assert.ok(read.state === "read");
  const { region } = PlaceClaim.parse(read.claim);
  assert.ok(region !== "unknown" && region.shape === "circle");
  assert.equal(read.claim.verbatim, text);
  return { ...region.centre, radiusM: region.radiusM, precision: read.claim.precision, form: read.form, remarks: read.remarks };
}

function near(text: string, lat: number, lon: number, within = 1e-6) {
  const read = circleOf(text);
  assert.ok(Math.abs(read.lat - lat) <= within && Math.abs(read.lon - lon) <= within, `${text}: found ${read.lat}, ${read.lon}`);
  return read;
}

function refusal(text: string): string {
  const read = readCoordinates(text, about);
  return read.state === "refused" ? read.reason : read.state;
}

describe("coordinates in a cell", () => {
  it("are read in every way that people write figures", () => {
    for (const text of [
      "50.465, 30.185",
      "50,465 30,185",
      "50,465; 30,185",
      "50.465 | 30.185",
      "(50.465, 30.185)",
      "lat: 50.465 lon: 30.185",
      "широта 50.465, довгота 30.185",
      "50.465°, 30.185°",
      "50.465N, 30.185E",
      "30.185E 50.465N",
      "N50.465 E30.185",
      "Пн 50.465 Сх 30.185",
      "50.465 с.ш. 30.185 в.д.",
      "+50.465+030.185/",
      "٥٠.٤٦٥, ٣٠.١٨٥",
    ])
      near(text, 50.465, 30.185);
    for (const text of [
      `50°27'54"N 30°11'06"E`,
      "50° 27′ 54″ N, 30° 11′ 06″ E",
      "50°27’54’’ с.ш., 30°11’06’’ в.д.",
      "50º27´54” пн. ш. 30º11´06” сх. д.",
      "50 27 54 N 30 11 06 E",
      "50:27:54 30:11:06",
      `50 deg 27' 54.00" N, 30 deg 11' 6.00" E`,
      "N50°27.900' E30°11.100'",
      "50° 27.9' N, 30° 11.1' E",
    ])
      near(text, 50.465, 30.185, 1e-9);
    near("33.8568° S, 151.2153° E", -33.8568, 151.2153);
    near("−33.8568, 151.2153", -33.8568, 151.2153);
    near("33° ю.ш. 70° з.д.", -33, -70);
  });

  it("carry half of their last digit as radius, at that latitude", () => {
    // A thousandth of a degree at 50.465 N: 111.2 m along the meridian, 71.0 m along the parallel; halves, to the corner.
    const read = circleOf("50.465, 30.185");
    assert.equal(read.radiusM, 66);
    assert.match(read.precision, /half of the last digit given \(degrees, 3 decimals\): 55\.7 m north-south, 35\.6 m east-west/);
    assert.ok(circleOf("50.5, 30.2").radiusM > 6000);
    assert.ok(circleOf("50, 30").radiusM > 60_000);
    assert.equal(circleOf("50.46500000001, 30.18500000001").radiusM, 1);
    assert.ok(Math.abs(circleOf(`50°27'54"N 30°11'06"E`).radiusM - 18.4) < 0.1);
  });

  it("are read out of the addresses of maps, a pin apart from the middle of a view", () => {
    for (const pin of [
      "https://www.google.com/maps/place/X/@50.4,30.1,17z/data=!3m1!4b1!4m5!3m4!1s0x0:0x0!8m2!3d50.465!4d30.185",
      "https://maps.google.com/?q=50.465,30.185",
      "https://www.google.com/maps/search/?api=1&query=50.465%2C30.185",
      "https://www.google.com/maps/place/50.465,30.185/",
      "https://www.openstreetmap.org/?mlat=50.465&mlon=30.185#map=15/50/30",
      "https://yandex.ru/maps/?whatshere[point]=30.185,50.465&ll=30,50&z=14",
      "https://maps.apple.com/?ll=50.465,30.185&q=Pin",
      "geo:50.465,30.185",
      "geo:0,0?q=50.465,30.185(Pin)",
    ])
      assert.equal(near(pin, 50.465, 30.185).radiusM, 66, pin);
    for (const view of [
      "https://www.google.com/maps/@50.465,30.185,17z",
      "https://www.openstreetmap.org/#map=17/50.465/30.185",
      "https://yandex.ru/maps/?ll=30.185%2C50.465&z=17",
    ]) {
      const read = near(view, 50.465, 30.185);
      assert.ok(read.radiusM > 370 && read.radiusM < 390, view);
      assert.match(read.precision, /middle of the map view, not a pin/);
    }
    assert.equal(near("geo:50.465,30.185;u=35", 50.465, 30.185).radiusM, 35);
    assert.match(refusal("geo:50,30;crs=moon"), /only wgs84/);
    assert.match(refusal("https://maps.app.goo.gl/abc"), /shortened/);
    assert.equal(readCoordinates("https://example.org/@50.465,30.185,17z", about).state, "none");
  });

  it("as plus codes are their cell, and a short code says what is missing", () => {
    // Vectors of the Open Location Code project's decoding tests.
    near("7FG49Q00+", 20.375, 2.775, 1e-9);
    near("7FG49QCJ+2V", 20.3700625, 2.7821875, 1e-9);
    near("8FVC2222+22", 47.0000625, 8.0000625, 1e-9);
    near("7FG49QCJ+2VX", 20.3701125, 2.782234375, 1e-9);
    const cell = near("8FW4V75V+8Q", 48.8583125, 2.2944375);
    assert.match(cell.precision, /plus code of 10 digits/);
    assert.match(refusal("V75V+8Q"), /first 4 characters are missing and no place/);
    assert.match(refusal("V75V+8Q Dorvane"), /has to be looked up/);
  });

  it("as UTM and MGRS agree with published figures to their last digit", () => {
    // GeographicLib's GeoConvert manual: 33.3N 44.4E is 38n 444140.54 3684706.36 and 38SMB4414084706.
    near("38N 444140.54 3684706.36", 33.3, 44.4, 1e-7);
    near("38SMB4414084706", 33.3, 44.4, 1e-5);
    // The CN Tower and Sydney's opera house as encyclopaedias give them.
    near("17T 630084 4833438", 43.642562, -79.387143, 1e-5);
    near("56H 334873 6252266", -33.857, 151.215, 1e-4);
    near("56S 334873 6252266", -33.857, 151.215, 1e-4);
    // NGA's MGRS example near Honolulu, at four sizes.
    for (const [text, size] of [
      ["4QFJ12345678", 10],
      ["4Q FJ 123 567", 100],
      ["4QFJ1256", 1000],
      ["4Q FJ 1 6", 10_000],
    ] as const) {
      const read = near(text, 21.3, -157.9, 0.1);
      assert.ok(Math.abs(read.radiusM - (size / 2) * Math.SQRT2) <= size / 100 + 0.1, text);
    }
    assert.match(refusal("38SAB4414084706"), /zone 38 has no squares of column A/);
    assert.match(refusal("61SMB44140847"), /zone from 1 to 60/);
    assert.match(refusal("38SMB441"), /as many figures/);
    assert.match(refusal("38T 444140 3684706"), /band S, and band T is given/);
    assert.match(refusal("ZAH12345678"), /polar/);
  });

  it("say when they had to be turned round, and when they are 0, 0", () => {
    assert.deepEqual(near("130.185, 50.465", 50.465, 130.185).remarks, ["swapped"]);
    assert.deepEqual(near("50.465, 130.185", 50.465, 130.185).remarks, []);
    assert.deepEqual(circleOf("0, 0").remarks, ["zero-zero"]);
    assert.deepEqual(circleOf("0,0").remarks, ["zero-zero"]);
    assert.deepEqual(near("by the mill 50.5437, 30.2120 at the road", 50.5437, 30.212).remarks, ["words-beside"]);
  });

  it("are refused with the reason when the words allow more than one reading or none", () => {
    assert.match(refusal("50,465,30,185"), /which comma parts the two/);
    assert.match(refusal("50,30"), /one comma between figures/);
    assert.match(refusal("200, 300"), /latitude from -90 to 90/);
    assert.match(refusal("-50.4 N 30 E"), /a minus and the letter N/);
    assert.match(refusal("50N 30N"), /two latitudes/);
    assert.match(refusal(`50°61'00"N 30°11'06"E`), /below 60, found 61/);
    for (const words of ["", "Dorvane", "12:30", "2022-03-29", "12.5", "3 vans, 2 cars", "2022, 3", "+380 44 123"])
      assert.equal(refusal(words), "none", words);
  });

  it("in two cells are one place, and half of them is none", () => {
    assert.equal(readLatitudeLongitude("50,465", "30,185", about).state, "read");
    assert.deepEqual(readLatitudeLongitude("", "30.185", about), { state: "refused", reason: "a longitude without its latitude" });
    assert.equal(readLatitudeLongitude("", " ", about).state, "none");
    assert.equal(readLatitudeLongitude("north", "east", about).state, "refused");
  });

  it("never make a claim out of form, whatever a cell holds", () => {
    const piece = fc.constantFrom(
      "50",
      ".465",
      ",",
      " ",
      "°",
      "'",
      '"',
      "N",
      "E",
      "С",
      "30.185",
      "-",
      "+",
      "geo:",
      "https://www.google.com/maps/@",
      "8FW4V75V",
      "38SMB",
      "/",
      "%",
      ";",
      "\u202e",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.array(piece, { maxLength: 12 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const read = readCoordinates(text, about);
          if (read.state === "read") PlaceClaim.parse(read.claim);
          else if (read.state === "refused") assert.notEqual(read.reason, "");
        },
      ),
      { seed: 50465, numRuns: 2000 },
    );
  });

  it("written with d decimals hold the true place within their radius", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (lat, lon, decimals) => {
          const read = circleOf(`${lat.toFixed(decimals)}, ${lon.toFixed(decimals)}`);
          const north = (lat - read.lat) * 111_700;
          const east = (lon - read.lon) * 111_700 * Math.cos((lat * Math.PI) / 180);
          assert.ok(Math.hypot(north, east) <= read.radiusM * 1.02 + 0.01);
        },
      ),
      { seed: 30185, numRuns: 500 },
    );
  });
});

describe("the transverse Mercator series", () => {
  it("keeps the meridian and the equator where they are", () => {
    const middle = fromUtm({ zone: 36, south: false, eastingM: 500_000, northingM: 5_000_000 });
    assert.ok(Math.abs(middle.lon - 33) < 1e-12);
    // A quarter of the meridian is 10,001,965.729 m (WGS 84).
    const pole = fromUtm({ zone: 36, south: false, eastingM: 500_000, northingM: 0.9996 * 10_001_965.729 });
    assert.ok(Math.abs(pole.lat - 90) < 1e-7);
    assert.ok(Math.abs(fromUtm({ zone: 31, south: true, eastingM: 700_000, northingM: 10_000_000 }).lat) < 1e-12);
  });

  it("agrees with the length of the meridian, summed up in small steps, to a hundredth of a millimetre", () => {
    const e2 = 0.0066943799901413165;
    const radius = (phi: number) => (6_378_137 * (1 - e2)) / (1 - e2 * Math.sin(phi) ** 2) ** 1.5;
    for (const lat of [5, 20, 35, 50, 65, 80]) {
      const steps = 2000;
      const h = (lat * Math.PI) / 180 / steps;
      let arc = 0;
      // Simpson's rule.
      for (let at = 0; at < steps; at += 2) arc += (h / 3) * (radius(at * h) + 4 * radius((at + 1) * h) + radius((at + 2) * h));
      const found = fromUtm({ zone: 36, south: false, eastingM: 500_000, northingM: 0.9996 * arc });
      assert.ok(Math.abs(found.lat - lat) < 1e-10, `${lat}: found ${found.lat}`);
    }
  });
});
