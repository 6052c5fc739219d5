/** Boxes of latitude and longitude: where a region is looked for. None crosses the line of 180 degrees: what would is cut there in two. */
import type { Position } from "../../core/place/region.ts";

/** Degrees. */
export interface Box {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

export const world: Box = { south: -90, west: -180, north: 90, east: 180 };

/** Boxes around everything within so many metres of a point; every meridian where a pole is among it. */
export function boxesAround({ lat, lon }: Position, metres: number): Box[] {
  // A little too wide: by the smaller of the two radii, and 1 % more for the flattening.
  const turn = ((metres * 1.01 + 1) / 6_356_752) * (180 / Math.PI);
  if (turn >= 90) return [world];
  const [south, north] = [lat - turn, lat + turn];
  if (north >= 90 || south <= -90) return [{ south: Math.max(-90, south), north: Math.min(90, north), west: -180, east: 180 }];
  const wide = (Math.asin(Math.min(1, Math.sin((turn * Math.PI) / 180) / Math.cos((lat * Math.PI) / 180))) * 180) / Math.PI;
  const [west, east] = [lon - wide, lon + wide];
  if (west < -180)
    return [
      { south, north, west: west + 360, east: 180 },
      { south, north, west: -180, east },
    ];
  if (east > 180)
    return [
      { south, north, west, east: 180 },
      { south, north, west: -180, east: east - 360 },
    ];
  return [{ south, north, west, east }];
}

const mergedAtMost = 200;

/** Boxes that do not overlap and hold the same: those that meet become one around both. */
export function apart(boxes: readonly Box[]): Box[] {
  if (boxes.length > mergedAtMost) return [boxes.reduce(around)];
  const found: Box[] = [];
  for (let next of boxes) {
    for (let i = 0; i < found.length;) {
      const one = found[i] as Box;
      if (meets(one, next)) {
        next = around(one, next);
        found.splice(i, 1);
        i = 0;
      } else i++;
    }
    found.push(next);
  }
  return found;
}

export function meets(a: Box, b: Box): boolean {
  return a.south < b.north && b.south < a.north && a.west < b.east && b.west < a.east;
}

function around(a: Box, b: Box): Box {
  return {
    south: Math.min(a.south, b.south),
    west: Math.min(a.west, b.west),
    north: Math.max(a.north, b.north),
    east: Math.max(a.east, b.east),
  };
}

/** Square degrees on a map of equal areas: for telling the smaller, no more. */
export function sizeOf(boxes: readonly Box[]): number {
  return boxes.reduce((sum, { south, west, north, east }) => sum + (east - west) * (Math.sin(rad(north)) - Math.sin(rad(south))), 0);
}

/** Metres from the middle of a box to its corners, at most. */
export function halfDiagonal({ south, west, north, east }: Box): number {
  const nearest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  return 0.5 * 111_700 * Math.hypot(north - south, (east - west) * Math.cos(rad(nearest)));
}

export function middleOf({ south, west, north, east }: Box): Position {
  return { lat: (south + north) / 2, lon: (west + east) / 2 };
}

export function quarters(box: Box): Box[] {
  const { lat, lon } = middleOf(box);
  const { south, west, north, east } = box;
  return [
    { south, west, north: lat, east: lon },
    { south, west: lon, north: lat, east },
    { south: lat, west, north, east: lon },
    { south: lat, west: lon, north, east },
  ];
}

const rad = (deg: number) => (deg * Math.PI) / 180;
