/** Rows as they are pasted: every cell is read for what it means, and comes out as it went in. */
import assert from "node:assert/strict";
import { editedSheetOf } from "../../../src/actions/import-sheet-export.ts";
import { rowsOf, tableOf } from "../../../src/actions/import-sheet-rows.ts";
import { CaseError } from "../../../src/core/case/case-error.ts";
import { PlaceClaim } from "../../../src/core/place/region.ts";
import { SheetRow } from "../../../src/core/sheet/sheet-row.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "pasted-rows",
  seeds: () => [
    bytesOf(
      'Link\tDate\tTime\tLatitude\tLongitude\tGraphic\tNotes\nhttps://t.me/dorvane/12\t3/4/2022\t14:30 EEST\t50,465\t30,185\tyes\t"two\nlines"\n',
    ),
    bytesOf("https://x.com/a/status/1506879325526200001\t50°27'54\"N 30°11'06\"E\n8FW4V75V+8Q\t38SMB4414084706\n"),
    bytesOf(
      "Координати;Дата;sha256\r\nhttps://www.google.com/maps/@50.465,30.185,17z;29 березня 2022;" +
        "a".repeat(64) +
        "\r\ngeo:50,30;u=5;44649.5;\r\n",
    ),
    bytesOf("wm_item,wm_row,wm_base,wm_name,Notes\r\ni1,m1:1,L9:0011223344556677,a,'=1+1\r\n"),
  ],
  dictionary: [
    "\t",
    '"',
    '""',
    "\r",
    "\u202e",
    "°",
    "′",
    "С",
    "пн.ш.",
    "geo:",
    "!3d",
    "%2C",
    "9".repeat(40),
    "31.02.2022",
    "T24:00",
    "UTC+99",
    "=1",
    "wm_item",
    "wm_base",
    "\ufeff",
    "sep=;\n",
  ],
  async run(bytes) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    editedSheetOf(text);
    try {
      const table = await tableOf(text, {}, () => Promise.resolve(undefined));
      for (const row of rowsOf(table)) {
        SheetRow.parse({ row: row.row, cells: [...row.cells], means: row.means });
        for (const read of row.reads) if (read.as === "place") PlaceClaim.parse(read.claim);
        assert.equal(row.cells.length, table.columns.length);
        assert.notEqual(row.name, "");
      }
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
    }
  },
};
