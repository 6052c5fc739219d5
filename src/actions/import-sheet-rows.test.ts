/** A list of links as rows to import: its comments are neither header nor rows. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rowsOf, tableOf } from "./import-sheet-rows.ts";

const nothing = () => Promise.resolve(undefined);

describe("rows of a list of links", () => {
  it("have no comment for a header, and comments are left out without a fault", async () => {
    const table = await tableOf(
      "# a list of links\nhttps://example.org/a\n# the link https://example.org/b\nhttps://example.org/c\n",
      {},
      nothing,
    );
    assert.equal(table.header, false);
    assert.deepEqual(
      table.columns.map(({ role }) => role),
      ["link"],
    );
    assert.deepEqual(
      rowsOf(table).map(({ row, empty, link, reads }) => [row, empty, link?.normalised, reads[0]?.as]),
      [
        [1, true, undefined, "words"],
        [2, false, "https://example.org/a", "links"],
        [3, true, undefined, "words"],
        [4, false, "https://example.org/c", "links"],
      ],
    );
  });

  it("that are a sheet keep a header and cells that begin with #", async () => {
    const table = await tableOf("Number\tLink\n#12\thttps://example.org/a\n", {}, nothing);
    assert.deepEqual([table.header, rowsOf(table).map(({ empty }) => empty)], [true, [false]]);
  });
});
