/** Directories of PMTiles, unpacked. Ids never go back, and no entry lies before the beginning. */
import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { LayerRefused } from "../../../src/analyse/map-layer/layer-source.ts";
import { pmtilesEntries } from "../../../src/analyse/map-layer/pmtiles-entries.ts";
import { directoryBytes } from "../../map-layers/make-pmtiles.ts";
import type { FuzzTarget } from "../fuzz-target.ts";

const entry = (id: number, offset: number, run = 1) => ({ id, run, length: 300, offset });

export const target: FuzzTarget = {
  name: "pmtiles-directory",
  seeds: () => [
    gunzipSync(directoryBytes([entry(0, 0), entry(1, 300), entry(2, 600, 3), entry(90_000, 12)])),
    gunzipSync(directoryBytes([entry(5, 2 ** 40, 0)])),
  ],
  dictionary: [
    Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f),
    Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f),
    Uint8Array.of(0x00),
    Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80),
  ],
  run(bytes) {
    let entries: ReturnType<typeof pmtilesEntries>;
    try {
      entries = pmtilesEntries(bytes);
    } catch (error) {
      if (error instanceof LayerRefused) return;
      throw error;
    }
    assert.ok(entries.length * 4 <= bytes.length, "more entries than bytes");
    for (const [n, { tileId, offset, length, runLength }] of entries.entries()) {
      assert.ok([tileId, offset, length, runLength].every((value) => Number.isFinite(value) && value >= 0));
      assert.ok(tileId >= (entries[n - 1]?.tileId ?? 0), "an id that goes back");
    }
  },
};
