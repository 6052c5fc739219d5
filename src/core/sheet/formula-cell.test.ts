/** Cells that a spreadsheet would run: guarded on the way out, as they were on the way in. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { guardedCell, unguardedCell } from "./formula-cell.ts";

describe("a cell on its way into a spreadsheet", () => {
  it("does not begin with anything that a spreadsheet runs", () => {
    for (const cell of ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=", "'=1"]) {
      assert.equal(guardedCell(cell), `'${cell}`, JSON.stringify(cell));
      assert.equal(unguardedCell(guardedCell(cell)), cell);
    }
  });

  it("stays as it is when it is a plain number or plain words", () => {
    for (const cell of ["-12.5", "+380", "-12,5", "12", "", "a=b", "'quoted'", " =1", "no. 5"]) assert.equal(guardedCell(cell), cell, cell);
  });

  it("comes back as it was, whatever it holds", () => {
    const piece = fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "1", "12.5", "＝", "a", ",", '"');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece, { maxLength: 6 }).map((parts) => parts.join("")),
        ),
        (cell) => {
          const written = guardedCell(cell);
          assert.equal(unguardedCell(written), cell);
          assert.ok(!/^[=+\-@\t\r\n＝＋－＠]/u.test(written) || /^[+-]?\d+([.,]\d+)?$/.test(written));
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });
});
