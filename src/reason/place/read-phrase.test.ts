import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readingsOf } from "./bind-clauses.ts";
import type { PlaceClause } from "./place-clause.ts";
import { namesIn, readPhrase } from "./read-phrase.ts";

const seed = 20240914;

/** Kind, names and heading, and in front what it is about where that is not the spot. */
function told(clause: PlaceClause): string {
  const fields = clause as unknown as Readonly<Record<string, unknown>>;
  const said = [clause.kind, fields["anchor"], fields["other"], fields["heading"], fields["feature"]].filter(
    (one) => one !== undefined && one !== null,
  );
  return `${clause.about === "spot" ? "" : `${clause.about.anchor}: `}${said.join(" ")}`;
}

function parses(text: string, names: readonly string[] = []): string[][] {
  return readingsOf(readPhrase(text, names).clauses).parses.map((parse) => parse.map(told));
}

function distance(text: string): string {
  const clause = readPhrase(text, []).clauses[0]?.ways[0];
  if (clause?.kind !== "offset") return "none";
  const { value, upTo, unit, wording, halfPrecision, vague } = clause.distance;
  return `${wording} ${value}${upTo === undefined ? "" : `-${upTo}`} ${unit} +-${halfPrecision}${vague === undefined ? "" : ` ${vague.count} x ${vague.times}`}`;
}

describe("phrases about places", () => {
  it("are read into clauses", () => {
    const cases: readonly [string, readonly string[]][] = [
      ["some 11 km southwest of Bucha", ["offset Bucha SW"]],
      ["half a mile NNE of Kyiv", ["offset Kyiv NNE"]],
      ["seven kilometres to the north-west of Los Altos", ["offset Los Altos NW"]],
      ["12 km from Ely to the north", ["offset Ely N"]],
      ["to the south of Ely by two miles", ["offset Ely S"]],
      ["within a 5 km radius of Ely", ["offset Ely"]],
      ["20 minutes' drive east of Ely", ["travel Ely E"]],
      ["an hour on foot from Ely", ["travel Ely"]],
      ["just west of the town of Saint-Denis", ["side Saint-Denis W"]],
      ["in the north of Berlin", ["part Berlin N"]],
      ["in central Kyiv", ["part Kyiv"]],
      ["on Cambridge's northern outskirts", ["edge Cambridge N"]],
      ["on the outskirts of New Haven", ["edge New Haven"]],
      ["just outside New Haven", ["outside New Haven"]],
      ["near the village of Дмитрівка", ["near Дмитрівка"]],
      ["in and around Ely", ["near Ely"]],
      ["between Irpin and Bucha", ["between Irpin Bucha"]],
      ["on the road from Irpin to Bucha", ["between Irpin Bucha"]],
      ["along the M06/E40 highway between Lviv and Rivne", ["between Lviv Rivne"]],
      ["beside the Nairobi-Nakuru highway", ["between Nairobi Nakuru"]],
      ["a third of the way from Ely to Cambridge", ["halfway Ely Cambridge"]],
      ["on the road out of Ely towards Cambridge", ["towards Ely Cambridge"]],
      ["just outside Ely on the road to Cambridge", ["outside Ely", "towards Ely Cambridge"]],
      ["across the river from Windsor", ["across Windsor"]],
      ["across the street from Ely Cathedral", ["opposite Ely Cathedral"]],
      ["within 300 yards of Central Station", ["offset Central Station"]],
      ["at the junction of the A303 and the A360", ["feature junction"]],
      ["on the A303", ["feature road"]],
      ["geolocated to Dmytrivka", ["in Dmytrivka"]],
      ["no more than about 5 km from Ely", ["offset Ely"]],
      ["at least fifty kilometres north-east of Ely", ["offset Ely NE"]],
      ["less than an hour's drive from Quito, to the north", ["travel Quito N"]],
      ["east of Ely (about 5 km)", ["offset Ely E"]],
      ["on a bearing of 225 degrees from Ely", []],
      ["2 km from Ely on a bearing of 225°", ["offset Ely"]],
      ["on the way to Soham from Ely", ["between Ely Soham"]],
      ["Kyiv's northern outskirts", ["edge Kyiv N"]],
      ["near the western city limits of Toulouse", ["edge Toulouse W"]],
      ["close to both Ely and Soham", ["near Ely", "near Soham"]],
      ["on the south bank of the Danube at Vác", ["feature river", "in Vác"]],
      ["Uffington, Oxfordshire, 10 miles from Swindon", ["in Uffington", "in Oxfordshire", "offset Swindon"]],
      ["in Ely, Cambridgeshire", ["in Ely", "in Cambridgeshire"]],
      ["in the Podil district of Kyiv", ["in Podil district", "in Kyiv"]],
      ["near Bucha (Kyiv region), Ukraine", ["near Bucha", "in Kyiv region", "in Ukraine"]],
      ["7mi SW Bucha", ["offset Bucha SW"]],
      ["5 km from the centre of Kyiv", ["offset Kyiv"]],
      ["12 miles from the Turkish border", ["offset Turkish border"]],
      ["on Yablunska Street in Bucha", ["feature street", "in Bucha"]],
      ["close to the Ukrainian city of Izium", ["near Izium"]],
      ["north of Ely and Soham", ["side Ely N", "side Soham N"]],
      ["on a road west of the village", ["feature road"]],
      ["he said that it was far away", []],
      ["", []],
    ];
    for (const [text, clauses] of cases) assert.deepEqual(parses(text)[0] ?? [], clauses, text);
  });

  it("state figures to a precision of their own", () => {
    const cases: readonly [string, string][] = [
      ["7 miles from X", "plain 7 mi +-0.5"],
      ["10 km from X", "plain 10 km +-5"],
      ["7.1 km from X", "plain 7.1 km +-0.05"],
      ["7.0 km from X", "plain 7 km +-0.05"],
      ["two and a half miles from X", "plain 2.5 mi +-0.25"],
      ["a mile and a half from X", "plain 1.5 mi +-0.25"],
      ["½ mile from X", "plain 0.5 mi +-0.25"],
      ["three quarters of a mile from X", "plain 0.75 mi +-0.125"],
      ["twenty-five km from X", "plain 25 km +-0.5"],
      ["two hundred yards from X", "plain 200 yd +-50"],
      ["1,200 m from X", "plain 1200 m +-50"],
      ["2,5 km from X", "plain 2.5 km +-0.25"],
      ["7-8 km from X", "plain 7-8 km +-0.5"],
      ["between five and six miles from X", "plain 5-6 mi +-0.5"],
      ["5 to 6km from X", "plain 5-6 km +-0.5"],
      ["about ten kilometers from X", "around 10 km +-5"],
      ["ten miles or so from X", "around 10 mi +-5"],
      ["less than 3 nautical miles from X", "within 3 nmi +-0.5"],
      ["no more than 500 feet from X", "within 500 ft +-50"],
      ["over 40 km from X", "beyond 40 km +-5"],
      ["7 kms. SW. of X", "plain 7 km +-0.5"],
      ["seven (7) miles approximately southwest of X", "plain 7 mi +-0.5"],
      ["just over a kilometre from X", "around 1 km +-0.5"],
      ["one and a quarter miles from X", "plain 1.25 mi +-0.125"],
      ["a few hundred metres from X", "plain 300 m +-0 few x 100"],
      ["several miles from X", "plain 5 mi +-0 several x 1"],
      ["fifteen miles (24 km) from X", "plain 15 mi +-0.5"],
    ];
    for (const [text, stated] of cases) assert.equal(distance(text), stated, text);
  });

  it("are offered in every way that their grammar allows: about the spot, about a place before, one of two", () => {
    assert.deepEqual(parses("just north of Grantchester, 2 miles south-west of Cambridge"), [
      ["side Grantchester N", "offset Cambridge SW"],
      ["side Grantchester N", "Grantchester: offset Cambridge SW"],
    ]);
    assert.deepEqual(parses("Dmytrivka, seven miles southwest of Bucha"), [
      ["in Dmytrivka", "offset Bucha SW"],
      ["in Dmytrivka", "Dmytrivka: offset Bucha SW"],
    ]);
    assert.deepEqual(parses("in Princeton, a town 10 miles north-east of Trenton"), [["in Princeton", "Princeton: offset Trenton NE"]]);
    assert.deepEqual(parses("the village of Dmytrivka, located 5km south of Bucha and 20km from Kyiv"), [
      ["in Dmytrivka", "offset Bucha S", "offset Kyiv"],
      ["in Dmytrivka", "Dmytrivka: offset Bucha S", "Dmytrivka: offset Kyiv"],
    ]);
    assert.deepEqual(parses("5 km north of Ely or near Soham"), [["offset Ely N"], ["near Soham"]]);
    assert.deepEqual(parses("5 km north of Ely and near Soham"), [["offset Ely N", "near Soham"]]);
    assert.deepEqual(parses("on the north side of Ely"), [["part Ely N"], ["side Ely N"]]);
  });

  it("have a bound on their readings, and say how many more there are", () => {
    const { clauses } = readPhrase(Array.from({ length: 30 }, (_, i) => `near X${String.fromCharCode(65 + (i % 26))}`).join(", "), []);
    const { parses: some, leftOut } = readingsOf(clauses);
    assert.equal(some.length, 12);
    assert.ok(leftOut > 1e6);
    assert.equal(readPhrase(`near ${"Ely, ".repeat(300)}Soham and Littleport`, []).clauses.length, 40);
    const long = readPhrase("near Ely, ".repeat(900), []);
    assert.equal(long.clauses.length, 40);
    assert.match(long.leftOver.at(-1)?.why ?? "", /40 clauses are read at most/);
  });

  it("know names of any script, with hyphens, apostrophes and numbers, and the longest first", () => {
    for (const name of [
      "Дмитрівка",
      "成都",
      "Θεσσαλονίκη",
      "القاهرة",
      "L'Aquila",
      "King’s Lynn",
      "Dmytrivka-2",
      "New Old Saint-Denis",
      "St. Ives",
      "Isle of Man",
      "The Hague",
      "Rio de Janeiro",
    ])
      assert.deepEqual(parses(`5 km north of ${name}`), [[`offset ${name} N`]], name);
    assert.deepEqual(parses("near york minster", ["york", "york minster"]), [["near york minster"]]);
    assert.deepEqual(parses("5 km west of Stow on the Wold", ["Stow on the Wold"]), [["offset Stow on the Wold W"]]);
  });

  it("leave out what they do not read, and say which words and why", () => {
    const left = (text: string) => readPhrase(text, []).leftOver.map((one) => [one.text, one.why === null ? "" : one.why]);
    assert.deepEqual(parses("three leagues south of Salisbury"), []);
    for (const half of [
      "15km S/W of Jaipur",
      "about seven-ish miles southwest of Bucha",
      "5 miles, maybe six, north of Ely",
      "3 days march south of Ely",
    ])
      assert.deepEqual(parses(half), [], half);
    assert.deepEqual(parses("three miles up the valley, north-west of Hallstatt"), [["side Hallstatt NW"]]);
    assert.match(left("three leagues south of Salisbury")[0]?.[1] ?? "", /leagues.*no fixed length/);
    assert.match(left("5 km south by west of Ely")[0]?.[1] ?? "", /"south by west".*thirty-two/);
    assert.match(left("-5 km north of Ely")[0]?.[1] ?? "", /below 0/);
    assert.match(left("99999999 km north of Ely")[0]?.[1] ?? "", /no distance between two places/);
    assert.match(left("two hours north of Ely")[0]?.[1] ?? "", /no way of travelling/);
    assert.deepEqual(parses("it was not in Ely"), []);
    assert.match(left("it was not in Ely")[0]?.[1] ?? "", /where it is not/);
    assert.deepEqual(left("filmed near Ely on Monday"), [
      ["filmed", ""],
      ["on Monday", ""],
    ]);
  });

  it("keep their words: spans cover what is read, and clauses and left-over words together cover every word", () => {
    const words = [
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
      "or",
      "on a road",
      "from",
      "to",
      "towards",
      "И",
      "halfway",
      "outskirts",
      "'s",
      "-",
      "(11 km)",
      "🗺️",
      "𝔛",
      "",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), (some) => {
        const text = some.join(" ");
        const { clauses, leftOver } = readPhrase(text, []);
        const spans: (readonly [number, number])[] = [];
        for (const { ways } of clauses)
          for (const clause of ways) {
            assert.equal(text.slice(...clause.span), clause.text);
            spans.push(clause.span);
          }
        for (const { text: left, span } of leftOver) {
          assert.equal(text.slice(...span), left);
          spans.push(span);
        }
        // What is in neither joins two clauses: commas, "and", "a town".
        let bare = text;
        for (const [from, to] of spans) bare = bare.slice(0, from) + " ".repeat(to - from) + bare.slice(to);
        for (const gap of bare.split(/\s{2,}/))
          assert.match(gap.trim(), /^[^\p{L}\p{N}]*(?:(?:and|or|a village|the village)[^\p{L}\p{N}]*)*$/u);
      }),
      { seed, numRuns: 600 },
    );
  });

  it("are read in time that does not run away, however they are made", () => {
    const names = Array.from({ length: 5000 }, (_, i) => `Place ${i} of the long valley`);
    for (const text of [
      "north ".repeat(2000),
      "A".repeat(10_000),
      "A ".repeat(5000),
      "7 ".repeat(5000),
      "between A and ".repeat(700),
      "in A, ".repeat(1600),
      "1,234".repeat(2000),
      "a few ".repeat(1600),
    ]) {
      assert.ok(readPhrase(text.slice(0, 10_000), names).clauses.length <= 40);
      readingsOf(readPhrase(text.slice(0, 10_000), []).clauses);
    }
  });

  it("name the places that need points, each once, without the words before them", () => {
    assert.deepEqual(namesIn("near the village of Ely, between Soham and Ely, on the A10"), ["Ely", "Soham"]);
  });
});
