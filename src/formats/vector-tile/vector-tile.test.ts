/** Vector tiles as the reference reader reads them, and the sorts in which they are drawn. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { VectorTile } from "@mapbox/vector-tile";
import fc from "fast-check";
import { PbfReader } from "pbf";
import { type MadeFeature, makeVectorTile } from "../../../test/map-layers/make-vector-tile.ts";
import { readVectorTile } from "./read-vector-tile.ts";
import { sortShape } from "./sort-shape.ts";

const number = fc.integer({ min: -4096, max: 8192 });
const line = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 12 }).map((points) => points.flat());
const value = fc.oneof(fc.string({ maxLength: 20 }), fc.integer({ min: -1e6, max: 1e6 }), fc.boolean());
const feature: fc.Arbitrary<MadeFeature> = fc.record({
  form: fc.constantFrom("line" as const, "area" as const),
  tags: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), value, { maxKeys: 4 }),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});

it("reads the same shapes and tags as @mapbox/vector-tile", () => {
  fc.assert(
    fc.property(fc.array(feature, { minLength: 1, maxLength: 6 }), (features) => {
      const bytes = makeVectorTile([{ name: "roads", features }]);
      const theirs = new VectorTile(new PbfReader(bytes)).layers["roads"];
      const ours = [...readVectorTile(bytes)];
      assert.equal(ours.length, theirs?.length);
      for (const [n, one] of ours.entries()) {
        const other = theirs?.feature(n);
        const rings = other?.loadGeometry().map((points) => points.flatMap(({ x, y }) => [x, y]));
        // A ring of theirs ends where it began.
        assert.deepEqual(one.lines, one.form === "area" ? rings?.map((ring) => ring.slice(0, -2)) : rings);
        assert.deepEqual(Object.fromEntries(one.tags), { ...other?.properties });
      }
    }),
    { numRuns: 150 },
  );
});

it("knows the sorts of OpenMapTiles, Protomaps, Shortbread and Mapbox Streets by their own words", () => {
  const sort = (layer: string, form: "point" | "line" | "area", tags: Record<string, string | number>) =>
    sortShape({ layer, form, tags: new Map(Object.entries(tags)), lines: [[0, 0]] }).sort;
  assert.equal(sort("transportation", "line", { class: "motorway" }), "road-major");
  assert.equal(sort("transportation", "line", { class: "service" }), "road-minor");
  assert.equal(sort("transportation", "line", { class: "rail" }), "rail");
  assert.equal(sort("roads", "line", { kind: "path", kind_detail: "footway" }), "path");
  assert.equal(sort("roads", "line", { kind: "highway", kind_detail: "trunk" }), "road-major");
  assert.equal(sort("streets", "line", { kind: "residential" }), "road-minor");
  assert.equal(sort("road", "line", { class: "primary" }), "road-major");
  assert.equal(sort("water", "area", { class: "lake" }), "water");
  assert.equal(sort("water", "line", { kind: "stream" }), "waterway");
  assert.equal(sort("water_polygons", "area", { kind: "water" }), "water");
  assert.equal(sort("landcover", "area", { class: "wood" }), "green");
  assert.equal(sort("landuse", "area", { kind: "residential" }), "built-up");
  assert.equal(sort("buildings", "area", {}), "building");
  assert.equal(sort("boundaries", "line", { kind: "country" }), "boundary");
  assert.equal(sort("places", "point", { kind: "locality" }), "place");
  assert.equal(sort("never_heard_of", "area", {}), "other");
});

it("puts large places first, and keeps a name to a length that a map can bear", () => {
  const place = (tags: Record<string, string | number>) =>
    sortShape({ layer: "places", form: "point", tags: new Map(Object.entries(tags)), lines: [[0, 0]] });
  assert.ok(place({ kind: "locality", kind_detail: "city" }).rank < place({ kind: "locality", kind_detail: "village" }).rank);
  assert.ok(place({ kind: "locality", population: 2_000_000 }).rank < place({ kind: "locality", population: 20 }).rank);
  assert.equal([...place({ kind: "locality", name: "𝄞".repeat(500) }).name].length, 40);
});
