/** Which pairs pictures are read for: reading them takes many times as long as sound. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { better, picturePairs } from "../../src/analyse/sync-measure/picture-pairs.ts";
import { measured, refused } from "../sync-records/fake-measurer.ts";

/** Four recordings: sound joins the first two, and nothing else. */
const said = [
  { a: 0, b: 1, measurement: measured(1) },
  { a: 0, b: 2, measurement: refused() },
  { a: 0, b: 3, measurement: refused() },
  { a: 1, b: 2, measurement: refused() },
  { a: 1, b: 3, measurement: refused() },
  { a: 2, b: 3, measurement: refused() },
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
  const groups = said.map((pair) => (pair.a === 2 && pair.b === 3 ? { ...pair, measurement: measured(2) } : pair));
  assert.deepEqual(picturePairs(groups, "where-sound-joins-nothing"), []);
  assert.equal(picturePairs(groups, "where-sound-refuses").length, 4);
  assert.deepEqual(picturePairs(said, "never"), []);
});

it("pictures are looked at where the sound of two is one recording, or its offset is doubtful: neither joins clocks", () => {
  for (const more of [{ sameRecording: true }, { wrong: 0.06 }]) {
    const alone = [{ a: 0, b: 1, measurement: measured(1, more) }];
    assert.deepEqual(picturePairs(alone, "where-sound-joins-nothing"), [[0, 1]]);
    assert.deepEqual(picturePairs(alone, "where-sound-refuses"), [[0, 1]]);
  }
});

it("pictures that tell another offset than sound that was used again are believed; those that tell the same show a copy", () => {
  const reused = measured(5, { sameRecording: true });
  const [other, same] = [measured(9, { channel: "picture" }), measured(5.02, { channel: "picture" })];
  assert.equal(better(reused, other), other);
  assert.equal(better(reused, same), reused);
  assert.equal(better(reused, refused()), reused);
});

it("of a doubtful offset by sound and one by pictures the less doubtful is told", () => {
  const doubtful = measured(5, { wrong: 0.2 });
  const [surer, lessSure] = [measured(9, { channel: "picture", wrong: 0.01 }), measured(9, { channel: "picture", wrong: 0.3 })];
  assert.equal(better(doubtful, surer), surer);
  assert.equal(better(doubtful, lessSure), doubtful);
});
