/** Tags of GeoTIFF. What is not refused has a size, pixels wider than nothing, and a grid that is known. */
import assert from "node:assert/strict";
import { GeoTiffRefused, readGeoTiff } from "../../../src/formats/geotiff/read-geotiff.ts";
import { toColumnRow, toPlace } from "../../../src/formats/geotiff/grid.ts";
import { makeGeoTiff } from "../../map-layers/make-geotiff.ts";
import type { FuzzTarget } from "../fuzz-target.ts";

const made = { width: 8, height: 8, pixelAt: () => [1, 2, 3] as const, west: 30, north: 50, perPixel: [0.1, 0.1] as const };

export const target: FuzzTarget = {
  name: "geotiff",
  seeds: () => [
    makeGeoTiff({ ...made, epsg: 4326 }),
    makeGeoTiff({ ...made, epsg: 32_636, west: 400_000, north: 5_600_000, perPixel: [10, 10], isPoint: true }),
    makeGeoTiff({ ...made, epsg: 3857, matrix: [10, 0, 0, 3e6, 0, -10, 0, 6e6, 0, 0, 0, 0, 0, 0, 0, 1] }),
  ],
  dictionary: [
    Uint8Array.of(0x4d, 0x4d, 0x00, 0x2a),
    Uint8Array.of(0x49, 0x49, 0x2b, 0x00, 0x08, 0x00, 0x00, 0x00),
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0x0e, 0x83, 0x0c, 0x00, 0xff, 0xff, 0xff, 0x7f),
    Uint8Array.of(0xaf, 0x87, 0x03, 0x00),
  ],
  run(bytes) {
    let geo: ReturnType<typeof readGeoTiff>;
    try {
      geo = readGeoTiff((offset, length) => bytes.subarray(offset, offset + length));
    } catch (error) {
      if (error instanceof GeoTiffRefused) return;
      throw error;
    }
    assert.ok(geo.width > 0 && geo.height > 0 && geo.perPixelX > 0 && geo.perPixelY > 0);
    toPlace(geo, { x: 0, y: 0 });
    toColumnRow(geo, { lat: 50, lon: 30 });
  },
};
