/** Lists of links and bookmarks. Every row keeps to its schema. */
import assert from "node:assert/strict";
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { SheetReading } from "../../../src/core/analysis/reading-result.ts";
import { SheetRow } from "../../../src/core/sheet/sheet-row.ts";
import { isLinkList } from "../../../src/formats/link-list/link-list-shape.ts";
import { readLinkList } from "../../../src/formats/link-list/read-link-list.ts";
import { bookmarks, linkList } from "../../readers/sheet-texts.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "link-list",
  seeds: () => [linkList, bookmarks, "[InternetShortcut]\r\nURL=https://example.org/a\r\n"].map(bytesOf),
  dictionary: [
    "https://",
    "http://user:secret@",
    "www.",
    "\r",
    "\n",
    "#",
    '<A HREF="',
    '">',
    "</A>",
    "&amp;",
    'ADD_DATE="9999999999999"',
    "javascript:",
    "(",
    ")",
    "[",
    "https://[",
    "%00",
  ],
  async run(bytes) {
    let rows = 0;
    const reading = await readLinkList(inPieces(bytes), platformDecoder, (row) => {
      SheetRow.parse(row);
      rows++;
    });
    assert.equal(SheetReading.parse(reading).counts.rows, rows);
    isLinkList(new TextDecoder().decode(bytes));
  },
};
