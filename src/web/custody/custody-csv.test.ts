import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csvCell } from "./custody-csv.ts";

test("a cell that a spreadsheet would run becomes text", () => {
  for (const sign of ["=", "+", "-", "@", "\t", "\r"]) assert.match(csvCell(`${sign}HYPERLINK(1)`), /^"?'/, JSON.stringify(sign));
  assert.equal(csvCell("площа"), "площа");
});

test("commas, quotes and line ends stay inside their cell", () => {
  assert.equal(csvCell('a,"b"\nc'), '"a,""b""\nc"');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvCell(text);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      assert.ok(read === text || read === `'${text}`);
      if (!cell.startsWith('"')) assert.doesNotMatch(cell, /[,"\r\n]/);
    }),
  );
});
