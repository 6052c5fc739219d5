/** The window of a map figure: so large that every place is in it with room, drawn in Web Mercator, with a scale that holds at its middle. */
import { boundsOf } from "../../core/place/region-geometry.ts";
import { wrap } from "../../core/place/geodesic.ts";
import type { Region } from "../../core/place/region.ts";

export interface MapFrame {
  readonly width: number;
  readonly height: number;
  x(lon: number): number;
  y(lat: number): number;
  readonly bounds: { readonly west: number; readonly east: number; readonly south: number; readonly north: number };
  /** Metres that a unit of the drawing stands for, at the middle. */
  readonly metresPerUnit: number;
}

const earth = 40_075_016.7;
const mercator = (lat: number): number => {
  const clipped = Math.max(-84, Math.min(84, lat));
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (clipped * Math.PI) / 360)) / (2 * Math.PI);
};
const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** A place of a metre is drawn in a window of this, so that something of the land can be seen around it. */
const leastM = 400;

/** `regions`: at least one. */
export function frameOf(regions: readonly Region[], width: number, height: number): MapFrame {
  const [first] = regions;
  const middle = first === undefined ? 0 : boundsOf(first).west;
  // Over the date line the earth goes on beyond 180 rather than back around.
  const boxes = regions.map((region) => {
    const { west, east, south, north } = boundsOf(region);
    const from = middle + wrap(west - middle);
    return { west: from, east: from + (east - west), south, north };
  });
  const west = Math.min(...boxes.map((box) => box.west));
  const east = Math.max(...boxes.map((box) => box.east));
  const [top, bottom] = [mercator(Math.max(...boxes.map((box) => box.north))), mercator(Math.min(...boxes.map((box) => box.south)))];
  const centreLat = latOf((top + bottom) / 2);
  const stretch = Math.cos((centreLat * Math.PI) / 180);
  const least = leastM / (earth * stretch);
  const wide = Math.max((east - west) / 360, least) * 1.35;
  const high = Math.max(bottom - top, least) * 1.35;
  const perUnit = Math.max(wide / width, high / height);
  const [left, up] = [(west + east) / 720 - (perUnit * width) / 2, (top + bottom) / 2 - (perUnit * height) / 2];
  return {
    ...{ width, height, metresPerUnit: perUnit * earth * stretch },
    x: (lon) => (lon / 360 - left) / perUnit,
    y: (lat) => (mercator(lat) - up) / perUnit,
    bounds: { west: left * 360, east: (left + perUnit * width) * 360, north: latOf(up), south: latOf(up + perUnit * height) },
  };
}
