/**
 * One line of a GeoNames file: a country (UA.txt), allCountries, or a list of cities (cities500.txt). Nineteen columns between tabs,
 * as the readme of the dump names them. A line that is none is refused with the column at fault and what was expected there.
 */

/** Names of the columns, in their order. */
export const geoNamesColumns = [
  "geonameid",
  "name",
  "asciiname",
  "alternatenames",
  "latitude",
  "longitude",
  "feature class",
  "feature code",
  "country code",
  "cc2",
  "admin1 code",
  "admin2 code",
  "admin3 code",
  "admin4 code",
  "population",
  "elevation",
  "dem",
  "timezone",
  "modification date",
] as const;

export interface GeoNamesRow {
  readonly id: number;
  readonly name: string;
  /** Further spellings, each once and none of them the name. */
  readonly variants: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** A, H, L, P, R, S, T, U, V; empty where the file gives none. */
  readonly featureClass: string;
  readonly featureCode: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  /** The file says 0 also where nobody knows: null. */
  readonly population: number | null;
  /** Of the last change, "2024-05-01"; empty where there is none. */
  readonly changed: string;
}

export interface LineRefused {
  readonly refused: string;
  /** Counted from 1. */
  readonly column: number;
}

const longestName = 400;
const mostVariants = 500;

/** Without its line end. */
export function readGeoNamesLine(line: string): GeoNamesRow | LineRefused {
  const cells = line.split("\t");
  if (cells.length !== geoNamesColumns.length)
    return {
      refused: `expected ${geoNamesColumns.length} columns between tabs; found ${cells.length}`,
      column: Math.min(cells.length, geoNamesColumns.length),
    };
  const [id, name, ascii, alternates, lat, lon, featureClass, featureCode, country, , admin1, admin2, , , population, , , , changed] =
    cells as [string, string, string, string, string, string, string, string, string, ...string[]];
  if (!/^\d{1,10}$/.test(id) || Number(id) === 0) return refused(0, "a whole number above 0", id);
  if (name.trim() === "" || name.length > longestName) return refused(1, `a name of 1 to ${longestName} characters`, name);
  const [latitude, longitude] = [degrees(lat), degrees(lon)];
  if (latitude === undefined || Math.abs(latitude) > 90) return refused(4, "degrees from -90 to 90", lat);
  if (longitude === undefined || Math.abs(longitude) > 180) return refused(5, "degrees from -180 to 180", lon);
  if (!/^[A-Z]?$/.test(featureClass)) return refused(6, "one capital letter or nothing", featureClass);
  if (!/^[A-Z0-9]{0,10}$/.test(featureCode)) return refused(7, "a code of up to 10 capital letters and digits", featureCode);
  if (!/^(?:[A-Z]{2})?$/.test(country)) return refused(8, "two capital letters or nothing", country);
  if (!/^\d{0,12}$/.test(population ?? "")) return refused(14, "a whole number or nothing", population ?? "");
  if (!/^(?:\d{4}-\d{2}-\d{2})?$/.test(changed ?? "")) return refused(18, "a day as 2024-05-01, or nothing", changed ?? "");
  const people = Number(population ?? 0);
  return {
    id: Number(id),
    name,
    variants: variantsOf(name, ascii, alternates),
    ...{ lat: latitude, lon: longitude, featureClass, featureCode, country },
    admin1: admin1 ?? "",
    admin2: admin2 ?? "",
    population: people === 0 ? null : people,
    changed: changed ?? "",
  };
}

function refused(column: number, expected: string, found: string): LineRefused {
  const shown = found.length > 40 ? `${found.slice(0, 40)}...` : found;
  return { refused: `expected ${expected}; found ${JSON.stringify(shown)}`, column: column + 1 };
}

function degrees(text: string): number | undefined {
  return /^-?\d{1,3}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}

function variantsOf(name: string, ascii: string, alternates: string): string[] {
  const found = new Set<string>();
  if (ascii !== "" && ascii.length <= longestName) found.add(ascii);
  if (alternates !== "")
    for (const one of alternates.split(",")) {
      if (one !== "" && one.length <= longestName) found.add(one);
      if (found.size >= mostVariants) break;
    }
  found.delete(name);
  return [...found];
}
