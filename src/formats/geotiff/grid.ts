/** From places to pixels of a GeoTIFF and back, by the grid it names. */
import type { Position } from "../../core/place/region.ts";
import { fromUtm, toUtm } from "../../core/place/transverse-mercator.ts";
import type { GeoTiff } from "./read-geotiff.ts";

const radius = 6_378_137;
const rad = Math.PI / 180;

interface OnGrid {
  readonly x: number;
  readonly y: number;
}

function toGrid(epsg: number, { lat, lon }: Position): OnGrid {
  if (epsg === 4326) return { x: lon, y: lat };
  if (epsg === 3857) return { x: radius * lon * rad, y: radius * Math.asinh(Math.tan(lat * rad)) };
  const { eastingM, northingM, south } = toUtm({ lat, lon }, epsg % 100);
  // The zone's own half of the earth counts, also for places just over the equator.
  const asked = epsg >= 32_700;
  return { x: eastingM, y: northingM + (asked === south ? 0 : asked ? 10_000_000 : -10_000_000) };
}

function fromGrid(epsg: number, { x, y }: OnGrid): Position {
  if (epsg === 4326) return { lat: y, lon: x };
  if (epsg === 3857) return { lat: Math.atan(Math.sinh(y / radius)) / rad, lon: x / radius / rad };
  return fromUtm({ zone: epsg % 100, south: epsg >= 32_700, eastingM: x, northingM: y });
}

/** Column and row, from the upper left corner of the upper left pixel. */
export function toColumnRow({ epsg, west, north, perPixelX, perPixelY }: GeoTiff, place: Position): OnGrid {
  const { x, y } = toGrid(epsg, place);
  return { x: (x - west) / perPixelX, y: (north - y) / perPixelY };
}

export function toPlace({ epsg, west, north, perPixelX, perPixelY }: GeoTiff, { x, y }: OnGrid): Position {
  return fromGrid(epsg, { x: west + x * perPixelX, y: north - y * perPixelY });
}
