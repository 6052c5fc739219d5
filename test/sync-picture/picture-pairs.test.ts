/** Which pairs pictures are read for: reading them takes many times as long as sound. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { picturePairs } from "../../src/analyse/sync-measure/picture-pairs.ts";

/** Four recordings: sound joins the first two, and nothing else. */
const said = [
  { a: 0, b: 1, measured: true },
  { a: 0, b: 2, measured: false },
  { a: 0, b: 3, measured: false },
  { a: 1, b: 2, measured: false },
  { a: 1, b: 3, measured: false },
  { a: 2, b: 3, measured: false },
];

it("pictures are looked at for recordings that sound joins to nothing, with each of the others", () => {
  assert.deepEqual(picturePairs(said, "where-sound-joins-nothing"), [
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
});

it("two groups that sound has found are not compared by pictures, unless that is asked for", () => {
  const groups = said.map((pair) => ({ ...pair, measured: pair.measured || (pair.a === 2 && pair.b === 3) }));
  assert.deepEqual(picturePairs(groups, "where-sound-joins-nothing"), []);
  assert.equal(picturePairs(groups, "where-sound-refuses").length, 4);
  assert.deepEqual(picturePairs(said, "never"), []);
});
