/** Cells of the world by a code: geohashes, and tiles of web maps by zoom, column and row or by quadkey. */
import type { FoundPair } from "./clue-decimals.ts";

interface Cell {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const letters = "0123456789bcdefghjkmnpqrstuvwxyz";

/** A word of five letters could be anything; whether it lies near the secret decides. */
export function geohashes(text: string): FoundPair[] {
  return [...text.matchAll(/(?<![\w])[0-9bcdefghjkmnp-z]{5,12}(?![\w])/g)].flatMap((match): FoundPair[] => {
    const [code] = match;
    if (!/\d/.test(code) || !/[a-z]/.test(code)) return [];
    const box = { south: -90, north: 90, west: -180, east: 180 };
    let even = true;
    for (const letter of code) {
      const value = letters.indexOf(letter);
      if (value < 0) return [];
      for (let bit = 4; bit >= 0; bit--) {
        const high = ((value >> bit) & 1) === 1;
        if (even) {
          const middle = (box.west + box.east) / 2;
          if (high) box.west = middle;
          else box.east = middle;
        } else {
          const middle = (box.south + box.north) / 2;
          if (high) box.south = middle;
          else box.north = middle;
        }
        even = !even;
      }
    }
    return [pairOf(box, "geohash", match)];
  });
}

export function tiles(text: string): FoundPair[] {
  const found: FoundPair[] = [];
  for (const match of text.matchAll(/(?<!\d)(\d{1,2})\/(\d{1,7})\/(\d{1,7})(?!\d)/g)) {
    const [, zoom, x, y] = match;
    const z = Number(zoom);
    if (z < 4 || z > 22) continue;
    for (const [column, row] of [
      [Number(x), Number(y)],
      [Number(y), Number(x)],
      [Number(x), 2 ** z - 1 - Number(y)],
    ] as const)
      if (column < 2 ** z && row >= 0 && row < 2 ** z) found.push(pairOf(tileBox(z, column, row), "map tile", match));
  }
  for (const match of text.matchAll(/(?<!\d)[0-3]{10,23}(?!\d)/g)) {
    const [key] = match;
    let [column, row] = [0, 0];
    for (const digit of key) {
      column = column * 2 + (Number(digit) & 1);
      row = row * 2 + (Number(digit) >> 1);
    }
    found.push(pairOf(tileBox(key.length, column, row), "quadkey", match));
  }
  return found;
}

function tileBox(z: number, column: number, row: number) {
  const lat = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;
  const lon = (x: number) => (x / 2 ** z) * 360 - 180;
  return { north: lat(row), south: lat(row + 1), west: lon(column), east: lon(column + 1) };
}

function pairOf({ south, north, west, east }: Cell, form: string, match: RegExpExecArray): FoundPair {
  const half = { halfLat: (north - south) / 2, halfLon: (east - west) / 2 };
  return { lat: (south + north) / 2, lon: (west + east) / 2, ...half, form, at: match.index, end: match.index + match[0].length };
}
