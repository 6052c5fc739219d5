/**
 * Latitude and longitude in figures, with as many digits as the radius bears out: more would claim what nobody knows, fewer would
 * move the place. Half of the last digit is at most a fifth of the radius.
 */
import { metresPerDegree } from "./read-precision.ts";
import type { Position } from "./region.ts";

/** "50.46034, 30.17916": latitude first. */
export function writeDecimal({ lat, lon }: Position, radiusM: number): string {
  const places = placesFor(radiusM, 1, 7);
  return `${plain(lat, places)}, ${plain(turned(lon), places)}`;
}

/** `50°27'37.2"N 30°10'45.0"E`. */
export function writeDegreesMinutesSeconds({ lat, lon }: Position, radiusM: number): string {
  const places = placesFor(radiusM, 3600, 3);
  return `${angle(lat, places, "N", "S")} ${angle(turned(lon), places, "E", "W")}`;
}

function placesFor(radiusM: number, unitsInDegree: number, most: number): number {
  const unitM = metresPerDegree(0).east / unitsInDegree;
  return Math.max(0, Math.min(most, Math.ceil(-Math.log10((0.4 * radiusM) / unitM))));
}

/** Never "-0". */
function plain(deg: number, places: number): string {
  return (Number(deg.toFixed(places)) + 0).toFixed(places);
}

function angle(deg: number, places: number, above: string, below: string): string {
  // Rounded once, as a whole, so that no 60 seconds are written.
  const units = Math.round(Math.abs(deg) * 3600 * 10 ** places);
  const perMinute = 60 * 10 ** places;
  const minutes = Math.floor(units / perMinute);
  const seconds = ((units % perMinute) / 10 ** places).toFixed(places).padStart(places === 0 ? 2 : places + 3, "0");
  const letter = units === 0 || deg > 0 ? above : below;
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}'${seconds}"${letter}`;
}

function turned(lon: number): number {
  return Math.abs(lon) <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}
