/**
 * Places of a public edition: the middle of a cell of the chosen grid, with a radius that holds the whole cell and the place's own.
 * The cell does not depend on the place's radius, and its figures have no more digits than the grid needs.
 */
import { metresPerDegree } from "../place/read-precision.ts";
import type { Position } from "../place/region.ts";

export interface GridPlace extends Position {
  /** The truth lies within it wherever it lay within the place's own radius. */
  readonly radiusM: number;
}

/** Throws RangeError for a grid that is none. */
export function toGrid(place: Position, radiusM: number, gridM: number): GridPlace {
  if (!(gridM > 0)) throw new RangeError(`grid: expected metres above 0; found ${gridM}`);
  const stepLat = gridM / 111_320;
  const row = Math.floor(place.lat / stepLat);
  const lat = Math.min(90, Math.max(-90, (row + 0.5) * stepLat));
  // One width for the whole row, so that its cells do not depend on where in it a place lies.
  const stepLon = Math.min(360, gridM / Math.max(1, metresPerDegree(lat).east));
  const lon = (Math.floor(place.lon / stepLon) + 0.5) * stepLon;
  const decimals = digitsOf(gridM);
  const shown = { lat: Number(lat.toFixed(decimals)), lon: Number(Math.min(180, Math.max(-180, lon)).toFixed(decimals)) };
  const rounding = 0.5 * 10 ** -decimals * 111_320 * Math.SQRT2;
  return { ...shown, radiusM: Math.ceil(gridM / Math.SQRT2 + rounding + radiusM) };
}

/** Digits that tell cells apart and say no more: a last digit of about a tenth of the grid. */
function digitsOf(gridM: number): number {
  return Math.max(0, Math.floor(Math.log10(111_320 / gridM)) + 1);
}
