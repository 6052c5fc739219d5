/** Squares and shapes of an index: whatever meets a box stands in a range that is asked for it, and a shape comes back as it was. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { cellOf, type IntBox, levelBit, rangesFor } from "./cells.ts";
import { decodeShape, encodePaths } from "./encode-shape.ts";
import { namesIn, useOfTag } from "./index-tags.ts";

const lon = fc.integer({ min: -180e7, max: 180e7 });
const lat = fc.integer({ min: -90e7, max: 90e7 });
/** Boxes of every size, from a point to half the earth. */
const box = fc
  .tuple(lon, lat, fc.integer({ min: 0, max: 31 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([west, south, bits, wide, high]): IntBox => {
    const side = 2 ** bits;
    return { west, south, east: Math.min(180e7, Math.round(west + side * wide)), north: Math.min(90e7, Math.round(south + side * high)) };
  });
/** A box and another that touches it, or nearly. */
const neighbours = fc.tuple(box, box, fc.integer({ min: -2, max: 2 })).map(([one, other, gap]): [IntBox, IntBox] => {
  const east = Math.min(180e7, Math.max(one.west - (other.east - other.west) + gap, -180e7) + (other.east - other.west));
  return [one, { ...other, south: one.south, north: Math.max(one.south, other.north), west: east - (other.east - other.west), east }];
});
const meets = (one: IntBox, other: IntBox) =>
  one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north;

describe("squares of an index", () => {
  it("are asked for wherever a thing in them may meet the box", () => {
    let met = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(box, box),
          neighbours,
          neighbours.map(([one, other]): [IntBox, IntBox] => [other, one]),
        ),
        ([thing, asked]) => {
          const { level, key } = cellOf(thing);
          const asks = rangesFor(asked, levelBit(level)).some(([from, to]) => key >= from && key <= to);
          if (!meets(thing, asked)) return;
          met++;
          assert.ok(asks, JSON.stringify({ thing, asked }));
        },
      ),
      { numRuns: 3000, seed: 20240914 },
    );
    assert.ok(met > 300, `${met} boxes met: too few to tell`);
  });

  it("are not asked for where no thing of that size is", () => {
    const small: IntBox = { west: 0, south: 0, east: 10, north: 10 };
    assert.deepEqual(rangesFor(small, 0), []);
    assert.equal(rangesFor(small, levelBit(cellOf(small).level)).length, 2);
  });
});

describe("shapes of an index", () => {
  const path = fc.array(fc.tuple(lon, lat), { minLength: 1, maxLength: 20 }).map((points) => points.flat());
  it("come back as they were", () => {
    fc.assert(
      fc.property(fc.constantFrom("line" as const, "area" as const), fc.array(path, { minLength: 1, maxLength: 4 }), (kind, paths) => {
        const shape = decodeShape(encodePaths(kind, paths));
        assert.equal(shape?.kind, kind);
        assert.deepEqual(
          shape.paths.map((one) => [...one].map((degrees) => Math.round(degrees * 1e7))),
          paths,
        );
      }),
      { numRuns: 300, seed: 20240914 },
    );
  });

  it("are no shapes when they are damaged, and never more than their bytes can hold", () => {
    const good = encodePaths("line", [[1, 2, 300, 400]]);
    for (let length = 0; length < good.length; length++) assert.equal(decodeShape(good.subarray(0, length)), undefined);
    assert.equal(decodeShape(Uint8Array.of(1, 255, 255, 255, 255, 15)), undefined);
    assert.equal(decodeShape(Uint8Array.of(...good, 0)), undefined);
    assert.equal(decodeShape(Uint8Array.of(3, ...good.subarray(1))), undefined);
  });
});

describe("tags of an index", () => {
  it("are asked by, shown, or dropped by what they say", () => {
    for (const [key, use] of [
      ["amenity", "asked"],
      ["name:uk", "shown"],
      ["addr:street", "shown"],
      ["source:name", "dropped"],
      ["fixme", "dropped"],
      ["type", "dropped"],
      ["named_place", "asked"],
      ["tower:type", "asked"],
    ] as const)
      assert.equal(useOfTag(key), use, key);
    assert.deepEqual(
      namesIn(
        new Map([
          ["name", "Орла"],
          ["name:en", "Orla"],
          ["alt_name", "Orlа; Orla"],
          ["place", "village"],
        ]),
      ),
      ["Орла", "Orla", "Orlа"],
    );
  });
});
