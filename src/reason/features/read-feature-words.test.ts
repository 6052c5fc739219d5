/** Searches in words: what each is read as, and what is refused with its place. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { kindNames, kindOf, kindWords } from "./kinds.ts";
import { readFeatureWords } from "./read-feature-words.ts";
import { sectors, writeFeatureWords } from "./write-feature-words.ts";

const condition = fc
  .record({
    what: fc.constantFrom(...kindNames, "power=*", "railway=rail & service=spur"),
    withinM: fc.integer({ min: 1, max: 500_000 }).map((n) => n / 10),
    atLeast: fc.integer({ min: 1, max: 9 }),
    not: fc.boolean(),
    bearing: fc.option(fc.constantFrom(...sectors.map(({ fromDeg, toDeg }) => ({ fromDeg, toDeg }))), { nil: undefined }),
  })
  .map(({ bearing, ...rest }) => ({ ...rest, atLeast: rest.not ? 1 : rest.atLeast, ...(bearing === undefined ? {} : { bearing }) }));

const plain = { atLeast: 1, not: false };

describe("a search for things near each other, in words", () => {
  for (const [text, find, near] of [
    [
      "church within 200 m of a rail crossing and 50 m of water",
      "church",
      [
        { what: "rail crossing", withinM: 200, ...plain },
        { what: "water", withinM: 50, ...plain },
      ],
    ],
    [
      "Find all water towers within 1.5 km of the Railway, not within 500 m of a petrol station",
      "water tower",
      [
        { what: "railway", withinM: 1500, ...plain },
        { what: "petrol station", withinM: 500, atLeast: 1, not: true },
      ],
    ],
    [
      "bridge with at least 3 chimneys within 2 km and no school within 300 yards",
      "bridge",
      [
        { what: "chimney", withinM: 2000, atLeast: 3, not: false },
        { what: "school", withinM: 274.32, atLeast: 1, not: true },
      ],
    ],
    ["roundabout next to a petrol station", "roundabout", [{ what: "petrol station", withinM: 50, ...plain }]],
    [
      "man_made=silo within half a mile of railway=rail & service=spur",
      "man_made=silo",
      [{ what: "railway=rail & service=spur", withinM: 804.672, ...plain }],
    ],
    ["church within 200 m north of a river", "church", [{ what: "river", withinM: 200, ...plain, bearing: { fromDeg: 135, toDeg: 225 } }]],
    [
      "mosque with water within 50 m to the northeast",
      "mosque",
      [{ what: "water", withinM: 50, ...plain, bearing: { fromDeg: 22.5, toDeg: 67.5 } }],
    ],
    ["cemeteries less than 100m from a silo", "cemetery", [{ what: "silo", withinM: 100, ...plain }]],
    ["churches", "church", []],
  ] as const)
    it(text, () => {
      const read = readFeatureWords(text);
      assert.equal(read.find, find);
      assert.deepEqual(read.near, near);
    });

  it("says what vague words were taken to mean", () => {
    assert.deepEqual(readFeatureWords("church near water").assumed, ['"near" is taken to mean within 300 m']);
    const line = readFeatureWords("mast in line with a church and a water tower within 2 km");
    assert.deepEqual(line.inLine, [{ first: 0, second: 1, withinDeg: 2 }]);
    assert.deepEqual(
      line.near.map(({ what, withinM }) => [what, withinM]),
      [
        ["church", 2000],
        ["water tower", 2000],
      ],
    );
    assert.equal(line.assumed.length, 1);
  });

  for (const [text, expected] of [
    ["a thing within 3 m of water", /expected a kind of thing .* "thing within 3 m of water" at character 3/],
    ["church wihtin 3 m of water", /expected a condition.*"wihtin 3 m of water" at character 8/],
    ["church within 3 of water", /expected a unit .*"of water" at character 17/],
    ["church within 3 m of", /expected a kind of thing.*found the end/],
    ["church within 90 km of water", /at most 50 km/],
    ["church within 200 m of water or a mast", /"or a mast" at character 30/],
  ] as const)
    it(`refuses "${text}" and says where`, () => assert.throws(() => readFeatureWords(text), expected));

  it("is the same search again when it is written out and read", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kindNames, "man_made=silo"), fc.array(condition, { maxLength: 6 }), (find, near) => {
        const read = readFeatureWords(writeFeatureWords(find, near));
        assert.equal(read.find, find);
        assert.deepEqual(read.near, near);
      }),
      { numRuns: 300, seed: 20240914 },
    );
  });

  it("knows no two kinds by one word, and every kind by its own name", () => {
    assert.equal(new Set(kindWords).size, kindWords.length);
    for (const name of kindNames) assert.equal(kindOf(name)?.name, name);
    assert.equal(kindOf("no such thing"), undefined);
  });
});
