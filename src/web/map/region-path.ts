/** A region as the `d` of an SVG path, in pixels of the map. */
import type { Position, Region } from "../../core/place/region.ts";
import { centreOf, polygonsOf } from "../../core/place/region-geometry.ts";
import { type Size, toPixel, type Viewport } from "./viewport.ts";

export function regionPath(region: Region, view: Viewport, size: Size): string {
  return polygonsOf(region)
    .flat()
    .map((ring) => `${line(ring, view, size)}Z`)
    .join("");
}

/** The line of a way, without its breadth. */
export function wayPath(points: readonly Position[], view: Viewport, size: Size): string {
  return line(points, view, size);
}

function line(points: readonly Position[], view: Viewport, size: Size): string {
  return points
    .map((point, at) => {
      const { x, y } = toPixel(view, size, point);
      return `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}

/** Farthest that the region reaches from its middle, in pixels. */
export function reachPx(region: Region, view: Viewport, size: Size): number {
  const middle = toPixel(view, size, centreOf(region));
  return Math.max(
    ...polygonsOf(region)
      .flat(2)
      .map((corner) => {
        const { x, y } = toPixel(view, size, corner);
        return Math.hypot(x - middle.x, y - middle.y);
      }),
  );
}
