/**
 * A circle as it is printed: the middle with as many digits as its radius bears, and the radius grown by what that rounding moved the
 * middle, and rounded up. So whatever lies in the circle lies in the printed one, in words, tables and figures alike.
 */
import { wayBetween } from "../place/geodesic.ts";
import type { Position } from "../place/region.ts";

export interface PrintedCircle {
  /** Decimal degrees. */
  readonly lat: string;
  readonly lon: string;
  readonly radiusM: number;
}

/** Seven decimals are a centimetre: files that a program reads have them. */
export const exactDigits = 7;

export function printedCircle({ lat, lon }: Position, radiusM: number, digits: number = digitsFor(radiusM)): PrintedCircle {
  const [north, east] = [lat.toFixed(digits), lon.toFixed(digits)];
  const moved = wayBetween({ lat, lon }, { lat: Number(north), lon: Number(east) }).metres;
  // Distances are told to a millimetre.
  return { lat: north, lon: east, radiusM: moved < 1e-6 ? radiusM : Math.ceil((radiusM + moved + 0.001) * 100) / 100 };
}

/** A last digit of about a tenth of the radius. */
function digitsFor(radiusM: number): number {
  return Math.max(0, Math.min(exactDigits, 6 - Math.floor(Math.log10(Math.max(1, radiusM)))));
}

/** Never less than it is. */
export function radiusWords(metres: number): string {
  if (metres >= 10_000) return `${roundedUp(metres / 1000, 1)} km`;
  if (metres >= 1000) return `${roundedUp(metres / 1000, 2)} km`;
  return `${roundedUp(metres, metres < 10 ? 1 : 0)} m`;
}

function roundedUp(value: number, digits: number): string {
  const scale = 10 ** digits;
  // What binary figures add behind the twelfth digit is no part of the radius.
  return String(Math.ceil(Number((value * scale).toPrecision(12))) / scale);
}
