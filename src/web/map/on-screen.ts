/** From places to pixels, on that turn of the earth which is nearest to what is looked at: near the date line it is seen twice. */
import type { Position } from "../../core/place/region.ts";
import { type Pixel, type Size, toPixel, type Viewport } from "./viewport.ts";

/** All of them on the same turn, that of the first. */
export function onScreen(places: readonly Position[], view: Viewport, size: Size): Pixel[] {
  const [first] = places;
  if (first === undefined) return [];
  const turn = Math.round((view.centre.lon - first.lon) / 360) * 360;
  return places.map(({ lat, lon }) => toPixel(view, size, { lat, lon: lon + turn }));
}

/** As the `d` of an SVG path, open. */
export function strokeOf(pixels: readonly Pixel[]): string {
  return pixels.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** Around all of them, `undefined` when there are none. */
export function aroundAll(places: readonly Position[]): { south: number; north: number; west: number; east: number } | undefined {
  if (places.length === 0) return undefined;
  const around = { south: 90, north: -90, west: Infinity, east: -Infinity };
  for (const { lat, lon } of places) {
    around.south = Math.min(around.south, lat);
    around.north = Math.max(around.north, lat);
    around.west = Math.min(around.west, lon);
    around.east = Math.max(around.east, lon);
  }
  return around;
}
