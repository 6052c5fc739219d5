/** One line of GeoNames' alternateNamesV2: a further name of a place, by its number. Links, post codes and the like are passed over. */
import type { LineRefused } from "./geonames-line.ts";

export interface AlternateName {
  readonly place: number;
  readonly name: string;
}

/** What stands where the language should, and is no name that anybody says. */
const noNames: ReadonlySet<string> = new Set(["link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny", "abbr"]);
const longestName = 400;

/** "passed": a line that is right and holds no name. */
export function readAlternateNameLine(line: string): AlternateName | LineRefused | "passed" {
  const cells = line.split("\t");
  // Eight columns until 2017, ten since.
  if (cells.length !== 10 && cells.length !== 8)
    return { refused: `expected 10 columns between tabs; found ${cells.length}`, column: Math.min(cells.length, 10) };
  const [id, place, language, name] = cells as [string, string, string, string];
  if (!/^\d{1,10}$/.test(id)) return refused(1, "a whole number", id);
  if (!/^\d{1,10}$/.test(place)) return refused(2, "the number of a place", place);
  if (noNames.has(language)) return "passed";
  if (name.trim() === "" || name.length > longestName) return refused(4, `a name of 1 to ${longestName} characters`, name);
  return { place: Number(place), name };
}

function refused(column: number, expected: string, found: string): LineRefused {
  return { refused: `expected ${expected}; found ${JSON.stringify(found.length > 40 ? `${found.slice(0, 40)}...` : found)}`, column };
}
