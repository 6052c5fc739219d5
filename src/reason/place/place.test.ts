import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { destination } from "../../core/place/geodesic.ts";
import { type Anchors, missOf } from "./clause-miss.ts";
import { areaOf, boxAround } from "./find-region.ts";
import { outlineOf } from "./outline-region.ts";
import { PlaceRules } from "./place-rules.ts";
import { readPhrase } from "./read-phrase.ts";
import { solveClauses } from "./solve-clauses.ts";

const seed = 20240914;
const rules = PlaceRules.parse({});
const somewhere = fc.record({
  lat: fc.double({ min: -75, max: 75, noNaN: true }),
  lon: fc.double({ min: -179, max: 179, noNaN: true }),
  radiusKm: fc.constant(0),
});

describe("regions of clauses", () => {
  it("have the area of a disc, a ring and a sector where they are one", () => {
    fc.assert(
      fc.property(somewhere, fc.double({ min: 0.5, max: 40, noNaN: true }), (at, km) => {
        const box = boxAround(at, km * 1000);
        const anchors: Anchors = new Map([["X", [at]]]);
        const [clause] = readPhrase("near X", ["X"]);
        assert.ok(clause !== undefined);
        const { areaKm2 } = solveClauses([{ clause, rules: { ...rules, nearKm: km } }], anchors);
        assert.ok(Math.abs(areaKm2 / (Math.PI * km * km) - 1) < 0.01, `${areaKm2}`);
        const [side] = readPhrase("north of X", ["X"]);
        assert.ok(side !== undefined);
        const quarter = areaOf(missOf(side, anchors, { ...rules, sideOf: { halfWidthDeg: 45, maxKm: km } }) ?? (() => 1), box).areaKm2;
        assert.ok(Math.abs(quarter / ((Math.PI * km * km) / 4) - 1) < 0.02, `${quarter}`);
      }),
      { seed, numRuns: 12 },
    );
  });

  it("hold exactly the points at which every clause holds", () => {
    const [clause] = readPhrase("10 km east of X", ["X"]);
    assert.ok(clause !== undefined);
    fc.assert(
      fc.property(
        somewhere,
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 100, max: 30_000, noNaN: true }),
        (at, bearing, metres) => {
          const miss = missOf(clause, new Map([["X", [at]]]), rules);
          const inside = metres >= 5000 && metres <= 15_000 && Math.abs(bearing - 90) <= 45;
          const onBorder =
            [5000, 15_000].some((edge) => Math.abs(metres - edge) < 1) || [45, 135].some((edge) => Math.abs(bearing - edge) < 0.01);
          if (!onBorder) assert.equal((miss?.(destination(at, bearing, metres)) ?? 1) <= 0, inside);
        },
      ),
      { seed, numRuns: 400 },
    );
  });

  it("are outlined by closed rings, outer ones counterclockwise and holes clockwise", () => {
    const at = { lat: 50, lon: 30, radiusKm: 0 };
    const [clause] = readPhrase("10 km from X", ["X"]);
    assert.ok(clause !== undefined);
    const { miss, box } = solveClauses([{ clause, rules }], new Map([["X", [at]]]));
    const { coordinates } = outlineOf(miss ?? (() => 1), box);
    assert.equal(coordinates.length, 1);
    const turns = coordinates[0]?.map((ring) => {
      assert.deepEqual(ring[0], ring.at(-1));
      return Math.sign(ring.reduce((sum, [x, y], i) => sum + x * (ring[i + 1]?.[1] ?? y) - y * (ring[i + 1]?.[0] ?? x), 0));
    });
    assert.deepEqual(turns, [1, -1]);
  });
});

describe("phrases about places", () => {
  const read = (text: string) =>
    readPhrase(text, []).map((clause) => [
      clause.kind,
      ...("anchor" in clause ? [clause.anchor] : []),
      ...("heading" in clause ? [clause.heading] : []),
    ]);

  it("are read into clauses", () => {
    const cases: [string, unknown[][]][] = [
      ["some 11 km southwest of Bucha", [["offset", "Bucha", "SW"]]],
      ["half a mile NNE of Kyiv", [["offset", "Kyiv", "NNE"]]],
      ["seven kilometres to the north-west of Los Altos", [["offset", "Los Altos", "NW"]]],
      ["just west of the town of Saint-Denis", [["side", "Saint-Denis", "W"]]],
      ["on the road from Irpin to Bucha", [["between", "Irpin"]]],
      ["between Irpin and Bucha", [["between", "Irpin"]]],
      ["on the outskirts of New Haven", [["outside", "New Haven"]]],
      ["near the village of Дмитрівка", [["near", "Дмитрівка"]]],
      ["within 300 yards of Central Station", [["offset", "Central Station", null]]],
      ["geolocated to Dmytrivka", [["in", "Dmytrivka"]]],
      ["on a road west of the village", [["feature"]]],
      ["he said that it was far away", []],
      ["", []],
    ];
    for (const [text, clauses] of cases) assert.deepEqual(read(text), clauses, text);
  });

  it("keep their words: whatever is read stands at the offsets that are given", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "north",
            "of",
            "7",
            "miles",
            "Bucha",
            "around",
            "near",
            "the",
            "village",
            ",",
            "between",
            "and",
            "on a road",
            "from",
            "to",
            "И",
            "",
          ),
        ),
        (parts) => {
          const text = parts.join(" ");
          for (const clause of readPhrase(text, [])) assert.equal(text.slice(...clause.span), clause.text);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it("are read in time that does not run away, however they are made", () => {
    for (const text of ["north ".repeat(2000), "A".repeat(10_000), "A ".repeat(5000), "7 ".repeat(5000), "between A and ".repeat(700)])
      assert.ok(readPhrase(text.slice(0, 10_000), []).length < 2000);
  });
});
