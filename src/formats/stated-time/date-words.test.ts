/** Dates in fields and in words: what they allow, and what they leave open. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { TimeClaim } from "../../core/time/time-claim.ts";
import { findDateInWords, readDateField } from "./date-words.ts";

const stated = { means: "stated", basis: "test" } as const;
const field = (words: string) => readDateField(words, stated);
const inWords = (words: string) => findDateInWords(words, stated);
const span = (reading: ReturnType<typeof field>) => (reading === undefined ? undefined : [reading.claim.earliest, reading.claim.latest]);

describe("a date in a field", () => {
  it("with a zone is one instant, or one minute", () => {
    assert.deepEqual(span(field("2024-09-14T18:10:00+03:00")), ["2024-09-14T15:10:00Z", "2024-09-14T15:10:00Z"]);
    assert.deepEqual(span(field("2024-09-14T18:10+0300")), ["2024-09-14T15:10:00Z", "2024-09-14T15:10:59Z"]);
    assert.deepEqual(span(field("2024-09-14 18:10:00Z")), ["2024-09-14T18:10:00Z", "2024-09-14T18:10:00Z"]);
    assert.deepEqual(span(field("20240914T181000Z")), ["2024-09-14T18:10:00Z", "2024-09-14T18:10:00Z"]);
    assert.deepEqual(span(field("Sat, 14 Sep 2024 18:10:00 GMT")), ["2024-09-14T18:10:00Z", "2024-09-14T18:10:00Z"]);
    assert.deepEqual(span(field("14 Sep 2024 18:10:00 -0330")), ["2024-09-14T21:40:00Z", "2024-09-14T21:40:00Z"]);
    assert.deepEqual(span(field("1726320000")), ["2024-09-14T13:20:00Z", "2024-09-14T13:20:00Z"]);
    assert.deepEqual(field("2024-09-14T18:10:00+03:00")?.claim.zone, { state: "stated", offsetMinutes: 180 });
  });

  it("without a zone spans all zones, and a day without a clock is a whole day", () => {
    assert.deepEqual(span(field("2024-09-14T18:10:00")), ["2024-09-14T04:10:00Z", "2024-09-15T06:10:00Z"]);
    assert.deepEqual(span(field("2024-09-14")), ["2024-09-13T10:00:00Z", "2024-09-15T11:59:59Z"]);
    assert.deepEqual(field("2024-09-14")?.claim.zone, { state: "unknown", reading: "2024-09-14" });
  });

  it("that no calendar or no zone has is none", () => {
    for (const words of [
      "2024-02-30",
      "2024-09-14T25:00:00Z",
      "2024-09-14T18:10:00+19:00",
      "0000-00-00",
      "",
      "soon",
      "9".repeat(200),
      "12345678901",
    ])
      assert.equal(field(words), undefined, words);
  });
});

describe("a date in words", () => {
  it("is found in four languages, with its own words kept", () => {
    const cases: [string, string, string][] = [
      ["By X, 14 September 2024, 18:10", "14 September 2024, 18:10", "2024-09-14T18:10:00"],
      ["September 14th, 2024 at 6:10 pm in the square", "September 14th, 2024 at 6:10 pm", "2024-09-14T18:10:00"],
      ["Оновлено 14 вересня 2024, 18:10", "14 вересня 2024, 18:10", "2024-09-14T18:10:00"],
      ["14 сентября 2024 в 18:10", "14 сентября 2024 в 18:10", "2024-09-14T18:10:00"],
      ["Dorvane, 14. September 2024 um 18.10 Uhr", "14. September 2024 um 18.10", "2024-09-14T18:10:00"],
      ["5 лип 2024", "5 лип 2024", "2024-07-05"],
    ];
    for (const [text, verbatim, reading] of cases) {
      const found = inWords(text);
      assert.deepEqual([found?.claim.verbatim, found?.claim.zone], [verbatim, { state: "unknown", reading }], text);
    }
    assert.deepEqual(span(inWords("on 14 September 2024, 18:10 GMT+3 here")), ["2024-09-14T15:10:00Z", "2024-09-14T15:10:59Z"]);
  });

  it("in figures has both readings in one interval, never silently one", () => {
    const both = inWords("taken 04/03/22 at the fountain");
    assert.equal(both?.ambiguous, true);
    assert.equal(both?.claim.verbatim, "04/03/22");
    assert.deepEqual(span(both), ["2022-03-03T10:00:00Z", "2022-04-04T11:59:59Z"]);
    assert.deepEqual(both?.claim.zone, { state: "unknown", reading: "2022-03-04/2022-04-03" });
    const one = inWords("25/03/22");
    assert.deepEqual([one?.ambiguous, one?.claim.zone], [false, { state: "unknown", reading: "2022-03-25" }]);
    assert.equal(inWords("04.04.2022")?.ambiguous, false);
  });

  it("is not seen where none is", () => {
    for (const text of ["about 30 metres 2024 times", "version 1.2.2024.5", "in 2024", "may 2024", "call 12/34/56", "99 September 2024"])
      assert.equal(inWords(text), undefined, text);
  });

  it("never makes a claim that is out of order or out of form", () => {
    const word = fc.constantFrom(
      "14",
      "September",
      "2024",
      "04/03/22",
      "31.12.9999",
      "0001-01-01",
      "18:10",
      "um",
      "+14:00",
      "GMT",
      "вересня",
      ",",
      " ",
      "-",
      "31",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom("", " "), (words, joint) => {
        for (const reading of [inWords(words.join(joint)), field(words.join(joint))]) {
          if (reading === undefined) continue;
          TimeClaim.parse(reading.claim);
          assert.ok(reading.claim.earliest <= reading.claim.latest);
        }
      }),
      { seed: 20240914, numRuns: 500 },
    );
  });
});
