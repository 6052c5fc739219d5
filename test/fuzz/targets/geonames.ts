/** GeoNames files and their alternate names. Whatever a line is, it is a row within its limits or refused at one of its columns. */
import { decodeUtf8 } from "../../../src/core/bytes/utf8.ts";
import { keysOfListed } from "../../../src/core/gazetteer/names/name-keys.ts";
import { readAlternateNameLine } from "../../../src/formats/geonames/alternate-name-line.ts";
import { geoNamesColumns, readGeoNamesLine } from "../../../src/formats/geonames/geonames-line.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const place =
  "90000001\tVerkhnia\tVerkhnia\tVerkhnya,Верхня,فيرخنيا,ורכניה,Վերխնյա,ვერხნია,Βερχνια\t50.45306\t30.19056\tP\tPPL\tUA\t\t13\t3208\t\t\t1200\t\t160\tEurope/Kyiv\t2024-05-01";
const alternate = "1\t90000001\tuk\tВерхня\t1\t\t\t\t\t";

export const target: FuzzTarget = {
  name: "geonames",
  seeds: () => [place, `${place}\n${place}`, alternate, `${alternate}\n1\t2\tlink\thttps://example.org\t\t\t\t\t\t`].map(bytesOf),
  dictionary: ["\t", "\n", "\t\t\t", ",", "-180", "90.0000001", "1e9", "PPLA2", "link", "wkdt", "і", "ь", "ال", "š", "\u0301", "İ", "ﬃ"],
  run(bytes) {
    for (const line of (decodeUtf8(bytes) ?? String.fromCharCode(...bytes.subarray(0, 5000))).split("\n")) {
      const row = readGeoNamesLine(line);
      if ("refused" in row) {
        if (row.column < 1 || row.column > geoNamesColumns.length) throw new Error(`column ${row.column}`);
      } else {
        if (Math.abs(row.lat) > 90 || Math.abs(row.lon) > 180 || row.variants.includes(row.name))
          throw new Error("a row out of its limits");
        for (const spelling of [row.name, ...row.variants]) keysOfListed(spelling, row.country);
      }
      const name = readAlternateNameLine(line);
      if (name !== "passed" && "refused" in name && (name.column < 1 || name.column > 10)) throw new Error(`column ${name.column}`);
    }
  },
};
