/** Places that files carry: with the receiver's own error, or with a radius that is said to be assumed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { metadataPlace } from "./metadata-place.ts";

const row = (group: string, tag: string, value: string) => ({ group, tag, value });

test("a picture's position has the radius that its receiver states", () => {
  const found = metadataPlace([row("Composite", "GPSPosition", "50.46034 30.17916"), row("GPS", "GPSHPositioningError", "4.7 m")]);
  assert.deepEqual(found?.claim.region, { shape: "circle", centre: { lat: 50.46034, lon: 30.17916 }, radiusM: 4.7 });
  assert.equal(found?.claim.means, "filmed-from");
});

test("without a stated error the radius is assumed, and says so", () => {
  const found = metadataPlace([row("Keys", "GPSCoordinates", "50.46034 30.17916 120")]);
  assert.deepEqual(found?.claim.region, { shape: "circle", centre: { lat: 50.46034, lon: 30.17916 }, radiusM: 100 });
  assert.match(found?.claim.precision ?? "", /^assumed/);
});

test("south and west are negative, and the compass says against which north", () => {
  const found = metadataPlace([
    row("GPS", "GPSLatitude", "33.5"),
    row("GPS", "GPSLatitudeRef", "South (stored S)"),
    row("GPS", "GPSLongitude", "70.25"),
    row("GPS", "GPSLongitudeRef", "West"),
    row("GPS", "GPSImgDirection", "247.5"),
    row("GPS", "GPSImgDirectionRef", "Magnetic North"),
  ]);
  assert.deepEqual(found?.claim.region, { shape: "circle", centre: { lat: -33.5, lon: -70.25 }, radiusM: 100 });
  assert.deepEqual(found?.heading, { deg: 247.5, north: "magnetic" });
});

test("nothing, 0 0 and what is not on the earth are no place", () => {
  assert.equal(metadataPlace([]), undefined);
  assert.equal(metadataPlace([row("Composite", "GPSPosition", "0 0")]), undefined);
  assert.equal(metadataPlace([row("Composite", "GPSPosition", "91 30")]), undefined);
});
