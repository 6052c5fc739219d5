/** Sheets saved as text, auto-archiver's and Atlos' among them. Every row keeps to its schema, and all of them are counted. */
import assert from "node:assert/strict";
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { SheetReading } from "../../../src/core/analysis/reading-result.ts";
import { SheetRow } from "../../../src/core/sheet/sheet-row.ts";
import { readSheet } from "../../../src/formats/sheet/read-sheet.ts";
import { isSheet } from "../../../src/formats/sheet/sheet-shape.ts";
import { archiverCsv, atlosCsv, plainSheet } from "../../readers/sheet-texts.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "csv",
  seeds: () => [
    ...[archiverCsv, atlosCsv, plainSheet, plainSheet.replaceAll(";", "\t").replaceAll("\n", "\r")].map(bytesOf),
    new Uint8Array(Buffer.from(`\ufeff${plainSheet}`, "utf16le")),
  ],
  dictionary: [
    ...['"', '""', '","', ";", "\t", "|", "\r", "\r\n", "\n\n", "sep=;\n", "=1+1", "'-5", "@x", ",,,,,,,,"],
    ...[
      "https://",
      "www.",
      "50.45, 30.52",
      "50°27'",
      "31/02/2022",
      "03/04/22",
      "44650.5",
      "2022-03-30T05:40+99:99",
      "slug",
      "latitude",
      "status,metadata,media",
    ],
    ...["{'a': ", "datetime.datetime(", "b'\\xff'", "\\N{", "('", "{1: 2, 3}"],
  ],
  async run(bytes) {
    const rows: number[] = [];
    const reading = await readSheet(inPieces(bytes), platformDecoder, (row) => rows.push(SheetRow.parse(row).row));
    assert.equal(SheetReading.parse(reading).counts.rows, rows.length);
    for (let i = 1; i < rows.length; i++) assert.ok((rows[i] as number) > (rows[i - 1] as number), "row numbers do not rise");
    isSheet(new TextDecoder().decode(bytes), true);
  },
};
