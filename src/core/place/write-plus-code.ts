/** The cell of the Open Location Code (specification 1.04) in which a place lies, as large as the radius bears out. */
import type { Position } from "./region.ts";

const digits = "23456789CFGHJMPQRVWX";
/** Cells of the longest code, of 15 digits, in a degree: whole numbers keep the borders of cells exact. */
const perDegree = { lat: 8000 * 5 ** 5, lon: 8000 * 4 ** 5 } as const;

/** Of 11, 10, 8 or 6 digits: cells of 3, 14, 280 m and 6 km, none larger than the radius where there is a smaller one. */
export function writePlusCode(at: Position, radiusM: number): string {
  return plusCodeOf(at, radiusM < 14 ? 11 : radiusM < 280 ? 10 : radiusM < 5600 ? 8 : 6);
}

/** `length`: 2, 4, 6, 8, or 10 to 15. */
export function plusCodeOf({ lat, lon }: Position, length: number): string {
  // The north pole belongs to the last cell; longitude goes round.
  let row = Math.max(0, Math.min(180 * perDegree.lat - 1, cells(lat + 90, perDegree.lat)));
  let column = cells((((lon + 180) % 360) + 360) % 360, perDegree.lon);
  let code = "";
  for (let place = 15; place > 10; place--) {
    code = digits.charAt((row % 5) * 4 + (column % 4)) + code;
    row = Math.floor(row / 5);
    column = Math.floor(column / 4);
  }
  for (let pair = 0; pair < 5; pair++) {
    code = digits.charAt(row % 20) + digits.charAt(column % 20) + code;
    row = Math.floor(row / 20);
    column = Math.floor(column / 20);
  }
  const cut = code.slice(0, length);
  return `${cut.slice(0, 8).padEnd(8, "0")}+${cut.slice(8)}`;
}

/** A border that the binary figure misses by its last bits counts as reached. */
function cells(deg: number, perDegree_: number): number {
  return Math.floor(Number((deg * perDegree_).toFixed(3)));
}
