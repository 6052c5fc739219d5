/** The JSON files of an Atlos full export. Every row keeps to its schema. */
import assert from "node:assert/strict";
import { SheetReading } from "../../../src/core/analysis/reading-result.ts";
import { SheetRow } from "../../../src/core/sheet/sheet-row.ts";
import { looksLikeAtlosJson } from "../../../src/formats/atlos/atlos-json-kind.ts";
import { readAtlosJson } from "../../../src/formats/atlos/read-atlos-json.ts";
import { atlosIncident, atlosSource, atlosUpdates } from "../../readers/sheet-texts.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "atlos-json",
  seeds: () => [atlosIncident, atlosSource, atlosUpdates].map((value) => bytesOf(JSON.stringify(value))),
  dictionary: [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "1e999",
    '"slug":',
    '"attr_geolocation":',
    '"coordinates":[',
    '"artifacts":[',
    '"source_material":',
    '"__proto__":',
    '"file_hash_sha256":"',
    '"attr_date":"',
  ],
  run(bytes) {
    const text = new TextDecoder().decode(bytes);
    let rows = 0;
    const reading = readAtlosJson(text, "ABC-1", (row) => {
      SheetRow.parse(row);
      rows++;
    });
    assert.equal(SheetReading.parse(reading).counts.rows, rows);
    looksLikeAtlosJson(text);
  },
};
