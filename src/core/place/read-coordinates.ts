/**
 * Coordinates as people write them into a cell: figures, map addresses, plus codes, grids. The answer is a region whose
 * radius comes from the digits given, or a reason why the words are not one. Words without coordinates are nobody's fault:
 * "none". Nothing is looked up.
 */
import { findFigures, plainSigns, readFigures } from "./read-figures.ts";
import { readGrid } from "./read-grid.ts";
import { type MapForm, readMapAddress } from "./read-map-address.ts";
import { readPlusCode } from "./read-plus-code.ts";
import type { Found } from "./read-precision.ts";
import type { PlaceClaim, PlaceMeaning } from "./region.ts";

export type CoordinateForm = "decimal" | "degrees-minutes" | "degrees-minutes-seconds" | "plus-code" | "mgrs" | "utm" | MapForm;

/** What a person should look at before believing the place. */
export type CoordinateRemark =
  /** Read as latitude first it is not on the earth; longitude first it is. */
  | "swapped"
  /** 0, 0: what programs write when they know no place. */
  | "zero-zero"
  /** The coordinates stand among other words. */
  | "words-beside";

export type CoordinatesRead =
  | { readonly state: "read"; readonly claim: PlaceClaim; readonly form: CoordinateForm; readonly remarks: readonly CoordinateRemark[] }
  | { readonly state: "refused"; readonly reason: string }
  | { readonly state: "none" };

export interface CoordinatesAbout {
  readonly means?: PlaceMeaning;
  /** Where it was found: "row 12 Coordinates". */
  readonly basis: string;
}

/** Cells longer than this are read only for an address or figures at their beginning. */
const longest = 2000;

export function readCoordinates(text: string, about: CoordinatesAbout): CoordinatesRead {
  const words = text.slice(0, longest).trim();
  if (words === "") return { state: "none" };
  const { read, beside } = findIn(words);
  if (read === undefined) return { state: "none" };
  if ("refused" in read) return { state: "refused", reason: read.refused };
  const { found, form } = read;
  const remarks: CoordinateRemark[] = [];
  if ("swapped" in read && read.swapped === true) remarks.push("swapped");
  if (found.centre.lat === 0 && found.centre.lon === 0) remarks.push("zero-zero");
  if (beside) remarks.push("words-beside");
  const claim: PlaceClaim = {
    means: about.means ?? "stated",
    verbatim: text,
    region: { shape: "circle", centre: rounded(found.centre), radiusM: found.radiusM },
    precision: found.precision,
    basis: about.basis,
  };
  return { state: "read", claim, form, remarks };
}

/** Two cells, one for each figure, as most sheets have them. */
export function readLatitudeLongitude(lat: string, lon: string, about: CoordinatesAbout): CoordinatesRead {
  if (lat.trim() === "" && lon.trim() === "") return { state: "none" };
  if (lat.trim() === "" || lon.trim() === "") {
    return { state: "refused", reason: `a ${lat.trim() === "" ? "longitude without its latitude" : "latitude without its longitude"}` };
  }
  const read = readCoordinates(`${lat.trim()}; ${lon.trim()}`, about);
  return read.state === "none" ? { state: "refused", reason: "expected a latitude and a longitude in figures; found other words" } : read;
}

type Read = { readonly found: Found; readonly form: CoordinateForm; readonly swapped?: boolean } | { readonly refused: string };

function findIn(words: string): { read: Read | undefined; beside: boolean } {
  const address = readMapAddress(words);
  if (address !== undefined) return { read: address, beside: !/^\S+$/u.test(words) };
  const code = readPlusCode(words);
  if (code !== undefined)
    return { read: "found" in code ? { ...code, form: "plus-code" } : code, beside: "found" in code && /\s/u.test(words) };
  const whole = readGrid(plainSigns(words)) ?? readFigures(words);
  if (whole !== undefined) return { read: whole, beside: false };
  return { read: findFigures(words), beside: true };
}

/** Nine decimals are a tenth of a millimetre: enough for any reading, and the same text on every machine. */
function rounded({ lat, lon }: Found["centre"]): Found["centre"] {
  return { lat: Number(lat.toFixed(9)) + 0, lon: Number(lon.toFixed(9)) + 0 };
}
