/** The place reasoner on a public phrase whose areas were worked out by hand on a grid, and what a person may switch, set and give. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { destination } from "../../src/core/place/geodesic.ts";
import { solvers } from "../../src/reason/solver/solver.ts";
import type { PlaceAnswer } from "../../src/reason/place/place-answer.ts";

const examples = join(import.meta.dirname, "../../docs/cli/examples");
const text = "filmed on a road just north of the village of Dmytrivka, around 7 miles southwest of Bucha";
const given = { lat: 50.5464, lon: 30.235 };
const buchas = [given, { lat: 50.54741, lon: 30.20879 }, { lat: 50.55754, lon: 30.22671 }];
const wikipedia = { lat: 50.45306, lon: 30.19056 };
const geonames = { lat: 50.45914, lon: 30.17027 };

function ask(problem: unknown): PlaceAnswer {
  return solvers.place.solve(solvers.place.problem.parse(problem)).answer as PlaceAnswer;
}

function areaOf(problem: unknown, parse = 0): number {
  return ask(problem).parses[parse]?.areaKm2 ?? NaN;
}

const within = (found: number, expected: number, share: number, why = "") =>
  assert.ok(Math.abs(found / expected - 1) <= share, `${why}: ${found} is not within ${share * 100} % of ${expected}`);

describe("regions of a phrase", () => {
  it("are those that were worked out by hand, to one in a hundred", () => {
    const rules = (around: number, headingHalfWidthDeg: number) => ({ around, headingHalfWidthDeg });
    const both = [wikipedia, geonames];
    const cases = [
      ["R2", [given], [geonames], rules(0, 22.5), 0.13],
      ["R3", [given], both, rules(1, 22.5), 2.33],
      ["R4", buchas, both, rules(1, 22.5), 3.75],
      ["R5", [given], [wikipedia], rules(1, 45), 1.99],
      ["R6", buchas, both, rules(1, 45), 7.99],
    ] as const;
    for (const [name, Bucha, Dmytrivka, set, km2] of cases)
      within(areaOf({ text, anchors: { Bucha, Dmytrivka }, rules: set }), km2, 0.01, name);
    assert.equal(areaOf({ text, anchors: { Bucha: [given], Dmytrivka: [wikipedia] }, rules: rules(0, 22.5) }), 0);
    within(
      areaOf({ text, anchors: { Bucha: [given], Dmytrivka: [wikipedia] }, rules: rules(0, 22.5) }, 1),
      7.1,
      0.01,
      "the miles are the village's",
    );
    within(areaOf({ text, anchors: { Bucha: [given], Dmytrivka: both }, rules: rules(0, 22.5) }, 1), 11.4, 0.01, "both points of it");
    const r6 = ask({ text, anchors: { Bucha: buchas, Dmytrivka: both }, rules: rules(1, 45) }).parses[0];
    assert.ok(Math.abs((r6?.centroid?.lat ?? 0) - 50.4693) < 5e-4 && Math.abs((r6?.centroid?.lon ?? 0) - 30.1778) < 5e-4);
    assert.ok((r6?.areaErrorKm2 ?? 1) < 0.01 * (r6?.areaKm2 ?? 0));
  });

  it("say which points and rules would leave something, as a change that can be applied", () => {
    const problem = {
      text,
      anchors: { Bucha: [given], Dmytrivka: [wikipedia] },
      alternatives: { Dmytrivka: [geonames] },
      rules: { around: 0 },
    };
    const [strict] = ask(problem).parses;
    assert.ok((strict?.relaxations.length ?? 0) > 3);
    for (const { change, areaKm2, says } of strict?.relaxations ?? []) {
      const moved = change.anchors?.map(({ name, use }) => [name, use === "too" ? [wikipedia, geonames] : [geonames]]) ?? [];
      const applied = { ...problem, rules: change.rules ?? problem.rules, anchors: { ...problem.anchors, ...Object.fromEntries(moved) } };
      within(areaOf(applied), areaKm2, 0.03, says.join(", "));
    }
    assert.deepEqual(
      strict?.relaxations
        .filter(({ says }) => says.length === 1)
        .map(({ change }) => change.anchors?.[0]?.use ?? Object.keys(change.rules ?? {}).length > 0),
      [true, true, "too", "instead"],
    );
  });
});

describe("the examples of the command", () => {
  for (const name of readdirSync(examples).filter((file) => /^place-.*\.json$/.test(file)))
    it(`leave a region by one of their readings: ${name}`, () => {
      assert.equal(solvers.place.solve(solvers.place.problem.parse(JSON.parse(readFileSync(join(examples, name), "utf8")))).holds, true);
    });
});

describe("a person", () => {
  const anchors = { Bucha: [given], Dmytrivka: [wikipedia] };
  const [, north, miles] = ask({ text, anchors }).parses[0]?.clauses ?? [];

  it("switches a clause off: it is shown with its own region, and not used", () => {
    const [parse] = ask({ text, anchors, rules: { around: 0 }, off: [miles?.span] }).parses;
    assert.deepEqual(
      parse?.clauses.map(({ off }) => off),
      [false, false, true],
    );
    assert.equal(parse?.clauses[2]?.unused, "switched off");
    within(parse?.areaKm2 ?? 0, 7.07, 0.01);
    within(parse?.clauseAreasKm2[2] ?? 0, 14.24, 0.02);
    assert.equal(parse?.clauseRegions[0], null);
  });

  it("switches the last point of a name off: its clauses rest, and the others answer", () => {
    const [parse] = ask({ text, anchors: { Dmytrivka: [wikipedia] }, alternatives: { Bucha: [given] } }).parses;
    assert.match(parse?.clauses[2]?.unused ?? "", /every point of Bucha is switched off/);
    assert.equal(parse?.clauses[2]?.off, true);
    within(parse?.areaKm2 ?? 0, 7.07, 0.01);
    assert.ok((parse?.clauseAreasKm2[2] ?? 0) > 10);
  });

  it("sets a rule for one clause alone", () => {
    const wide = areaOf({
      text,
      anchors,
      clauseRules: [{ span: north?.span, rules: { sideOf: { halfWidthDeg: 45, maxKm: 6 } } }],
      off: [miles?.span],
    });
    within(wide, 4 * 7.07, 0.01);
  });

  it("gives no point for a name: that clause says so, and the others answer", () => {
    const { parses } = ask({ text: "near Dmytrivka, 5 km south of Nowhere", anchors });
    assert.equal(parses[0]?.clauses[1]?.unused, "no point of Nowhere is known");
    assert.ok((parses[0]?.areaKm2 ?? 0) > 70);
    assert.throws(() => ask({ text: "near the village of Nowhere", anchors }), /anchors.*"Nowhere"/);
  });

  it('gives roads: "on a road" and "on the road from ... to ..." follow them, and a number picks the road that has it', () => {
    const line = (name: string, bearing: number) => ({
      what: "road",
      name,
      halfWidthM: 50,
      geometry: {
        type: "LineString",
        coordinates: [0, 5000, 10_000].map((metres) => {
          const { lat, lon } = destination(wikipedia, bearing, metres);
          return [lon, lat];
        }),
      },
    });
    const lines = [line("M06;E40", 0), line("P04", 20)];
    const road = (text_: string, more: unknown = { lines }) => ask({ text: text_, anchors, ...(more as object) }).parses[0];
    // Two strips of 3 km by 100 m within "just north of", less what they share where they meet.
    const on = road("on a road just north of Dmytrivka");
    within(on?.areaKm2 ?? 0, 0.6, 0.05);
    assert.equal(on?.clauses[0]?.unused, null);
    within(road("on the M06 just north of Dmytrivka")?.areaKm2 ?? 0, 0.3, 0.03);
    within(road("along the P04 highway between Dmytrivka and Bucha")?.areaKm2 ?? 0, 1.0, 0.06);
    const without = road("along the E40 highway between Dmytrivka and Bucha", {});
    assert.match(without?.assumes.join(" ") ?? "", /no map data of the road are given/);
    assert.equal(road("on a road just north of Dmytrivka", {})?.clauses[0]?.unused, "it needs map data");
    assert.equal(road("on the M99 just north of Dmytrivka")?.clauses[0]?.unused, "no line of the map data fits it");
    // Where the two roads meet, give or take.
    assert.ok((road("at the junction of the M06 and the P04, near Dmytrivka")?.areaKm2 ?? 1) < 0.3);
  });

  it("is told the speed, the share and the extent that were taken for granted", () => {
    const assumes = (words: string) => ask({ text: words, anchors }).parses[0]?.assumes.join(" ") ?? "";
    assert.match(assumes("20 minutes' drive from Bucha"), /60 km\/h/);
    assert.match(assumes("a few hundred metres from Bucha"), /"few" is 2 to 6/);
    assert.match(assumes("on the outskirts of Bucha"), /extent of Bucha is not known, 2 km/);
    assert.match(assumes("more than 10 km from Bucha"), /cut off at 2 times/);
  });
});

describe("hostile phrases", () => {
  it("get an answer or a clear refusal, in bounded work", () => {
    const anchors = { X: [{ lat: 10, lon: 10 }] };
    const texts = [
      "near X, ".repeat(1200),
      "in X or ".repeat(1200),
      `${"9".repeat(5000)} km north of X`,
      "0 km north of X",
      "-5 km north of X",
      "1e9 miles from X",
      "\u202enear X\u0000",
      "🗺️ near X 🗺️",
    ];
    for (const words of texts) {
      const { parses, text: kept, parsesLeftOut } = ask({ text: words.slice(0, 10_000), anchors });
      assert.ok(parses.length <= 12 && parsesLeftOut >= 0);
      assert.equal(kept, words.slice(0, 10_000));
    }
    for (const words of ["0 km north of X", "-5 km north of X", `${"9".repeat(5000)} km north of X`, "1e9 miles from X"])
      assert.equal(ask({ text: words, anchors }).parses.length, 0, words.slice(0, 30));
    const many = Object.fromEntries(
      Array.from({ length: 4000 }, (_, i) => [`Place ${i}`, [{ lat: (i % 160) - 80, lon: (i % 360) - 180 }]]),
    );
    assert.equal(ask({ text: "near Place 3999, 5 km from Place 399", anchors: many }).parses[0]?.clauses.length, 2);
    assert.throws(() => ask({ text: `near ${"X".repeat(9000)}`, anchors }), /found none for "X{80}"/);
    for (const broken of [
      { text: "" },
      { text: "x".repeat(10_001) },
      { text: "near X", anchors: { X: [{ lat: 91, lon: 0 }] } },
      { text: "near X", anchors, rules: { nearKm: -1 } },
      { text: "near X", anchors, off: [[5]] },
    ])
      assert.throws(() => ask(broken));
  });
});
