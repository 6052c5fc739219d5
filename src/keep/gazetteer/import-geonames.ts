/** Reads a GeoNames file, and a file of further names beside it, into an index. A line that is none of GeoNames' refuses the whole file. */
import { basename } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import type { ImportControl } from "../../core/gazetteer/gazetteer-store.port.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { readAlternateNameLine } from "../../formats/geonames/alternate-name-line.ts";
import { geoNamesColumns, type GeoNamesRow, type LineRefused, readGeoNamesLine } from "../../formats/geonames/geonames-line.ts";
import { floorOfFile, geoNamesLicence, kindOfFeature } from "../../formats/geonames/geonames-words.ts";
import { digestOfFile } from "../digest-of-file.ts";
import { divisionNames } from "./bundled-gazetteer.ts";
import type { IndexedPlace, IndexFacts } from "./index-tables.ts";
import { openTextFile } from "./text-lines.ts";
import type { IndexWriter } from "./write-index.ts";

const isPlaces = (name: string) => /^(?:.*\/)?(?:[A-Z]{2}|allCountries|null|no-country|cities\d+)\.txt$/.test(name);
const isAlternates = (name: string) => /^(?:.*\/)?alternateNames(?:V2)?\.txt$/i.test(name) || /^(?:.*\/)?[A-Z]{2}\.txt$/.test(name);

export interface GeoNamesFiles {
  readonly file: string;
  readonly digest: string;
  readonly alternateNames: string | undefined;
  /** "2026-11-26". */
  readonly today: string;
}

/** For `writeIndex`. Throws CaseError INPUT_INVALID. */
export function fillFromGeoNames(
  { file, digest, alternateNames, today }: GeoNamesFiles,
  { signal, onProgress }: ImportControl,
): (writer: IndexWriter) => Promise<Omit<IndexFacts, "places" | "indexVersion">> {
  return async (writer) => {
    const { name, newest } = await readPlaces(file, writer, { signal, onProgress });
    const further =
      alternateNames === undefined || signal.aborted ? "" : await readAlternates(alternateNames, writer, { signal, onProgress });
    return {
      sort: "imported",
      gazetteer: `GeoNames ${name}`,
      version: digest,
      date: newest === "" ? "unknown" : newest,
      floor: floorOfFile(name),
      licence: geoNamesLicence,
      importedOn: today,
      alternateNames: further,
    };
  };
}

async function readPlaces(
  file: string,
  writer: IndexWriter,
  { signal, onProgress }: ImportControl,
): Promise<{ name: string; newest: string }> {
  const divisions = divisionNames();
  const text = await openTextFile(file, isPlaces);
  let newest = "";
  let number = 0;
  for await (const { lines, share } of text.lines()) {
    for (const line of lines) {
      number++;
      if (line === "") continue;
      const row = readGeoNamesLine(line);
      if ("refused" in row) throw refusal(text.name, number, row, geoNamesColumns[row.column - 1]);
      if (!writer.place(row.id, placeOf(row, divisions)))
        throw refusal(
          text.name,
          number,
          { column: 1, refused: `expected a number that stands once; found ${row.id} again` },
          geoNamesColumns[0],
        );
      if (row.changed > newest) newest = row.changed;
    }
    onProgress(share, `reading ${text.name}`);
    if (signal.aborted) break;
  }
  if (number === 0) throw new CaseError("INPUT_INVALID", `${visibleText(text.name)}: expected lines of GeoNames; found an empty file`);
  return { name: text.name, newest };
}

/** The file and its SHA-256. */
async function readAlternates(file: string, writer: IndexWriter, { signal, onProgress }: ImportControl): Promise<string> {
  const digest = await digestOfFile(file);
  const text = await openTextFile(file, isAlternates);
  let number = 0;
  for await (const { lines, share } of text.lines()) {
    for (const line of lines) {
      number++;
      if (line === "") continue;
      const row = readAlternateNameLine(line);
      if (row === "passed") continue;
      if ("refused" in row) throw refusal(text.name, number, row, undefined);
      writer.variant(row.place, row.name);
    }
    onProgress(share, `reading ${text.name}`);
    if (signal.aborted) break;
  }
  return `${basename(file)} ${digest}`;
}

function refusal(name: string, line: number, { column, refused }: LineRefused, called: string | undefined): CaseError {
  const which = called === undefined ? `column ${column}` : `column ${column} (${called})`;
  return new CaseError("INPUT_INVALID", `${visibleText(name)} line ${line}, ${which}: ${refused}. Nothing was imported.`);
}

function placeOf(row: GeoNamesRow, divisions: (country: string, admin1: string, admin2: string) => string[]): IndexedPlace {
  const { id, name, variants, lat, lon, featureClass, featureCode, country, admin1, admin2, population } = row;
  return {
    ...{ name, variants, lat, lon, country, population },
    ref: String(id),
    radiusKm: 0,
    kind: kindOfFeature(featureClass, featureCode),
    admin: divisions(country, admin1, admin2),
  };
}
