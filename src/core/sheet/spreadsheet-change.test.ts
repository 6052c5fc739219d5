/** What spreadsheets change by themselves, apart from what a person edits. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { spreadsheetChange } from "./spreadsheet-change.ts";

describe("a cell that differs after a spreadsheet saved it", () => {
  it("is the spreadsheet's doing where it only wrote the same in its own way", () => {
    const pairs: [string, string, RegExp][] = [
      ["1506879325526200001", "1.50688E+18", /shortened/],
      ["1506879325526200001", "1506879325526200000", /15 digits/],
      ["+380441234567", "380441234567", /same number/],
      ["007", "7", /same number/],
      ["50.4650", "50.465", /same number/],
      ["50,4650", "50.465", /same number/],
      ["2022-03-29", "29.03.2022", /same date/],
      ["2022-04-03", "4/3/2022", /same date/],
      ["29 March 2022", "29-Mar-22", /same date/],
      ["true", "TRUE", /same word/],
      [" a ", "a", /blanks/],
    ];
    for (const [before, after, reason] of pairs) assert.match(spreadsheetChange(before, after) ?? "none", reason, `${before} -> ${after}`);
  });

  it("is an edit where it says something else", () => {
    for (const [before, after] of [
      ["3/4/2022", "2022-04-03"],
      ["2022-03-29 14:30", "2022-03-29"],
      ["2022-03-29", "2022-03-30"],
      ["50.465", "50.46512"],
      ["50.465", "50.466"],
      ["12", ""],
      ["", "12"],
      ["a", "b"],
      ["5", "five"],
    ] as const)
      assert.equal(spreadsheetChange(before, after), undefined, `${before} -> ${after}`);
  });
});
