/** Vector tiles. Whatever comes out fits its schema, lies near the tile, and is no more than a page can draw. */
import assert from "node:assert/strict";
import { TileShapes, tileExtent } from "../../../src/core/map-layer/tile-shapes.ts";
import { VectorTileUnreadable } from "../../../src/formats/vector-tile/read-vector-tile.ts";
import { tileShapesOf } from "../../../src/formats/vector-tile/tile-shapes-of.ts";
import { makeVectorTile } from "../../map-layers/make-vector-tile.ts";
import type { FuzzTarget } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "vector-tile",
  seeds: () => [
    makeVectorTile([
      {
        name: "roads",
        features: [
          {
            form: "line",
            tags: { kind: "major_road", lanes: 2, bridge: true },
            lines: [
              [0, 0, 4096, 4096],
              [5, 5, 9, 9],
            ],
          },
        ],
      },
      { name: "water", extent: 512, features: [{ form: "area", tags: { depth: 1.5 }, lines: [[0, 0, 512, 0, 512, 512]] }] },
      { name: "places", features: [{ form: "point", tags: { name: "Дорване", population: 120_000, kind: "city" }, lines: [[7, -9]] }] },
    ]),
    makeVectorTile([]),
  ],
  dictionary: [
    // A close, a draw and a move that say to be done half a billion times.
    Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f),
    Uint8Array.of(0xfa, 0xff, 0xff, 0xff, 0x0f),
    Uint8Array.of(0xf9, 0xff, 0xff, 0xff, 0x0f),
    Uint8Array.of(0x1a, 0x00),
    Uint8Array.of(0x28, 0x00),
    Uint8Array.of(0x12, 0x04, 0x18, 0x03, 0x22, 0x00),
    ...["name", "class", "kind", "__proto__", "highway"],
  ],
  run(bytes) {
    let shapes: TileShapes;
    try {
      shapes = tileShapesOf(bytes);
    } catch (error) {
      if (error instanceof VectorTileUnreadable) return;
      throw error;
    }
    TileShapes.parse(shapes);
    const numbers = shapes.shapes.flatMap(({ lines }) => lines.flat());
    assert.ok(
      numbers.every((value) => Math.abs(value) <= tileExtent * 8),
      "a number far from the tile",
    );
    assert.ok(numbers.length <= Math.max(64, bytes.length), "more numbers than bytes");
  },
};
