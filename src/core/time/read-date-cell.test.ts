/** Dates in cells: what each form allows, both readings where there are two, and dates that no calendar has. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type DateCellAbout, readDateCell } from "./read-date-cell.ts";
import { TimeClaim } from "./time-claim.ts";

function claimOf(text: string, about: Partial<DateCellAbout> = {}) {
  const read = readDateCell(text, { basis: "row 1 Date", ...about });
  assert.ok(read.state === "read", `${text}: ${JSON.stringify(read)}`);
  assert.equal(TimeClaim.parse(read.claim).verbatim, text);
  return read;
}

const span = (text: string, about?: Partial<DateCellAbout>) => {
  const { claim } = claimOf(text, about);
  return [claim.earliest, claim.latest];
};
const readingOf = (text: string, about?: Partial<DateCellAbout>) => {
  const { zone } = claimOf(text, about).claim;
  return zone.state === "unknown" ? zone.reading : zone.state;
};
const refusal = (text: string) => {
  const read = readDateCell(text, { basis: "row 1 Date" });
  return read.state === "refused" ? read.reason : read.state;
};

describe("a date in a cell", () => {
  it("with a zone is one instant, or one minute", () => {
    assert.deepEqual(span("2022-03-29T14:30:00+03:00"), ["2022-03-29T11:30:00Z", "2022-03-29T11:30:00Z"]);
    assert.deepEqual(span("29.03.2022 14:30 EEST"), ["2022-03-29T11:30:00Z", "2022-03-29T11:30:59Z"]);
    assert.deepEqual(span("29.03.2022 14:30 за Києвом"), ["2022-03-29T11:30:00Z", "2022-03-29T11:30:59Z"]);
    assert.deepEqual(span("26.03.2022 14:30 Kyiv time"), ["2022-03-26T12:30:00Z", "2022-03-26T12:30:59Z"]);
    assert.deepEqual(span("29 марта 2022 г., 14:30 мск"), ["2022-03-29T11:30:00Z", "2022-03-29T11:30:59Z"]);
    assert.deepEqual(span("Fri Feb 23 22:34:37 +0000 2018"), ["2018-02-23T22:34:37Z", "2018-02-23T22:34:37Z"]);
    assert.deepEqual(span("Tue, 29 Mar 2022 14:30:00 GMT"), ["2022-03-29T14:30:00Z", "2022-03-29T14:30:00Z"]);
    assert.deepEqual(claimOf("1648566000").remarks, ["unix-time"]);
  });

  it("without a zone spans all zones", () => {
    assert.deepEqual(span("2022-03-29"), ["2022-03-28T10:00:00Z", "2022-03-30T11:59:59Z"]);
    assert.deepEqual(span("2022-03-29 14:30"), ["2022-03-29T00:30:00Z", "2022-03-30T02:30:59Z"]);
    assert.equal(readingOf("29.03.2022 14:30 CST"), "2022-03-29T14:30:00");
    assert.deepEqual(claimOf("29.03.2022 14:30 CST").remarks, ["zone-unclear"]);
    assert.deepEqual(claimOf("30.10.2022 03:30 Kyiv time").remarks, ["zone-unclear"]);
  });

  it("is read in figures and in the words of three languages", () => {
    for (const text of [
      "29.03.2022",
      "29/3/2022",
      "3/29/2022",
      "2022/03/29",
      "2022.3.29",
      "20220329",
      "29 March 2022",
      "March 29th, 2022",
      "29-Mar-2022",
      "Tue 29 March 2022",
      "29 березня 2022 року",
      "29 марта 2022 г.",
      "29.03.22",
    ])
      assert.equal(readingOf(text), "2022-03-29", text);
    for (const text of ["2022-03", "03/2022", "March 2022", "березень 2022", "март 2022"]) {
      assert.equal(readingOf(text), "2022-03", text);
      assert.deepEqual(span(text), ["2022-02-28T10:00:00Z", "2022-04-01T11:59:59Z"]);
    }
    assert.deepEqual(span("2022"), ["2021-12-31T10:00:00Z", "2023-01-01T11:59:59Z"]);
    assert.deepEqual(claimOf("29.03.22").remarks, ["short-year"]);
  });

  it("in bare figures keeps both readings until somebody says which", () => {
    const both = claimOf("3/4/2022");
    assert.deepEqual(both.remarks, ["both-orders"]);
    assert.equal(readingOf("3/4/2022"), "2022-03-04/2022-04-03");
    assert.deepEqual(
      both.readings.map(({ as, claim }) => [as, claim.zone.state === "unknown" && claim.zone.reading]),
      [
        ["day-first", "2022-04-03"],
        ["month-first", "2022-03-04"],
      ],
    );
    assert.deepEqual(span("3/4/2022"), ["2022-03-03T10:00:00Z", "2022-04-04T11:59:59Z"]);
    assert.equal(readingOf("3/4/2022", { dayFirst: true }), "2022-04-03");
    assert.equal(readingOf("3/4/2022 2:30 PM", { dayFirst: false }), "2022-03-04T14:30:00");
    assert.deepEqual(claimOf("3/29/2022", { dayFirst: true }).remarks, ["against-the-order"]);
    assert.deepEqual(claimOf("4/4/2022").remarks, []);
  });

  it("as a spreadsheet's number keeps both epochs", () => {
    const serial = claimOf("44649");
    assert.deepEqual(serial.remarks, ["serial-number"]);
    assert.equal(readingOf("44649"), "2022-03-29/2026-03-30");
    assert.deepEqual(
      serial.readings.map(({ as }) => as),
      ["from-1900", "from-1904"],
    );
    assert.equal(readingOf("44649.604166667", { epoch: 1900 }), "2022-03-29T14:30:00");
    assert.equal(readingOf("44649,5", { epoch: 1904 }), "2026-03-30T12:00:00");
  });

  it("that no calendar or clock has is refused with the reason", () => {
    assert.match(refusal("31.02.2022"), /no calendar has year 2022, month 2, day 31/);
    assert.match(refusal("45/13/2022"), /no calendar/);
    assert.match(refusal("2022-13-01"), /no calendar/);
    assert.match(refusal("29.03.2022 25:00"), /clock up to 23:59:59/);
    assert.match(refusal("29.03.2022 13:30 pm"), /hour from 1 to 12/);
    assert.match(refusal("29.03.2022 morning"), /expected a clock/);
    for (const words of ["", "soon", "hello 5", "x".repeat(200), "12", "50.465", "0000", "99999"])
      assert.equal(refusal(words), "none", words);
  });

  it("never makes a claim out of order or out of form, and a column's order only narrows it", () => {
    const piece = fc.constantFrom(
      "29",
      "03",
      "3",
      "4",
      "2022",
      "22",
      ".",
      "/",
      "-",
      " ",
      "14:30",
      "pm",
      "березня",
      "March",
      "UTC",
      "+03:00",
      "Kyiv",
      "44649",
      "T",
      ",",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.array(piece, { maxLength: 10 }).map((parts) => parts.join("")),
        ),
        fc.boolean(),
        (text, dayFirst) => {
          const read = readDateCell(text, { basis: "b" });
          if (read.state !== "read") return;
          for (const { claim } of [read, ...read.readings]) {
            TimeClaim.parse(claim);
            assert.ok(claim.earliest <= claim.latest);
            assert.ok(read.claim.earliest <= claim.earliest && claim.latest <= read.claim.latest);
          }
          const chosen = readDateCell(text, { basis: "b", dayFirst });
          assert.ok(chosen.state === "read" && read.claim.earliest <= chosen.claim.earliest && chosen.claim.latest <= read.claim.latest);
        },
      ),
      { seed: 20220329, numRuns: 3000 },
    );
  });

  it("written by a program is read back as the same day in each form", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        const [y, m, d] = day.split("-");
        assert.equal(readingOf(day), day);
        assert.equal(readingOf(`${d}.${m}.${y}`, { dayFirst: true }), day);
        assert.equal(readingOf(`${m}/${d}/${y}`, { dayFirst: false }), day);
      }),
      { seed: 44649, numRuns: 300 },
    );
  });
});
