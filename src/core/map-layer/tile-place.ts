/** Where a tile of the usual scheme lies: Web Mercator, numbered from the north-west, 2^z tiles each way. */
import type { Position } from "../place/region.ts";

/** `x` and `y` may lie between tiles: 0.5 of a tile is its middle. */
export function placeInTiles(z: number, x: number, y: number): Position {
  const side = 2 ** z;
  return { lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / side))) * 180) / Math.PI, lon: (x / side) * 360 - 180 };
}

export function isTile(z: number, x: number, y: number): boolean {
  return [z, x, y].every(Number.isInteger) && z >= 0 && z <= 24 && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;
}
