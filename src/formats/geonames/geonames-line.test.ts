/** Lines of GeoNames: what a right one says, and at which column a wrong one is refused. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readAlternateNameLine } from "./alternate-name-line.ts";
import { geoNamesColumns, readGeoNamesLine } from "./geonames-line.ts";
import { floorOfFile, kindOfFeature } from "./geonames-words.ts";

/** Invented. */
const right = [
  ...["90000001", "Verkhnia", "Verkhnia", "Верхня,Verkhnya,Verkhnia,", "50.45306", "30.19056", "P", "PPL", "UA", "", "13", "3208", "", ""],
  ...["1200", "", "160", "Europe/Kyiv", "2024-05-01"],
];
const changed = (column: (typeof geoNamesColumns)[number], value: string) =>
  right.map((cell, at) => (geoNamesColumns[at] === column ? value : cell)).join("\t");

describe("a line of GeoNames", () => {
  it("says what it says", () => {
    assert.deepEqual(readGeoNamesLine(right.join("\t")), {
      ...{ id: 90000001, name: "Verkhnia", variants: ["Верхня", "Verkhnya"], lat: 50.45306, lon: 30.19056 },
      ...{ featureClass: "P", featureCode: "PPL", country: "UA", admin1: "13", admin2: "3208", population: 1200, changed: "2024-05-01" },
    });
  });

  it("means with a population of 0 that nobody knows", () => {
    const row = readGeoNamesLine(changed("population", "0"));
    assert.ok(!("refused" in row));
    assert.equal(row.population, null);
  });

  for (const [column, value] of [
    ["geonameid", "12a"],
    ["geonameid", "0"],
    ["name", " "],
    ["latitude", "90.5"],
    ["latitude", "50,45"],
    ["longitude", "-181"],
    ["feature class", "PP"],
    ["feature code", "ppl"],
    ["country code", "UKR"],
    ["population", "-5"],
    ["modification date", "01.05.2024"],
  ] as const)
    it(`is refused at the column "${column}" for ${JSON.stringify(value)}`, () => {
      const row = readGeoNamesLine(changed(column, value));
      assert.ok("refused" in row);
      assert.equal(geoNamesColumns[row.column - 1], column);
      assert.match(row.refused, /expected .+; found /);
    });

  it("is refused with too few and too many columns", () => {
    for (const line of [right.slice(0, 18).join("\t"), `${right.join("\t")}\t`, "", "a,b,c"]) {
      const row = readGeoNamesLine(line);
      assert.ok("refused" in row);
      assert.match(row.refused, /19 columns/);
    }
  });
});

describe("a line of alternate names", () => {
  it("is a name, or none that anybody says, or refused", () => {
    assert.deepEqual(readAlternateNameLine("1\t90000001\tuk\tВерхня\t1\t\t\t\t\t"), { place: 90000001, name: "Верхня" });
    assert.equal(readAlternateNameLine("1\t90000001\tlink\thttps://example.org\t\t\t\t\t\t"), "passed");
    const refused = readAlternateNameLine("1\tx\tuk\tВерхня\t1\t\t\t\t\t");
    assert.ok(refused !== "passed" && "refused" in refused && refused.column === 2);
  });
});

describe("files of GeoNames", () => {
  it("say by their name how far down they reach", () => {
    assert.match(floorOfFile("UA.txt"), /^none stated/);
    assert.match(floorOfFile("allCountries.txt"), /^none stated/);
    assert.match(floorOfFile("cities500.txt"), /^population above 500/);
    assert.match(floorOfFile("mine.txt"), /^not known/);
  });

  it("have kinds in words, also those that nobody listed", () => {
    assert.deepEqual(
      [kindOfFeature("P", "PPL"), kindOfFeature("H", "STM"), kindOfFeature("", "")],
      ["populated place", "water (STM)", "unknown"],
    );
  });
});
