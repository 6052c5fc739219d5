/** Which tiles of a layer cover what is seen, and where each stands on the screen. */
import type { LayerFacts } from "../../core/map-layer/map-layer.ts";
import { type Size, toPixel, toPosition, type Viewport } from "../map/viewport.ts";

export interface TileInSight {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Whole pixels, so that tiles meet without a seam. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** More would be a layer looked at from too far away. */
export const mostTiles = 80;

/** Empty when there is nothing to draw there; "far" when the layer begins nearer. `sharp`: zooms added for a fine screen. */
export function tilesInSight(facts: LayerFacts, view: Viewport, size: Size, sharp: number): readonly TileInSight[] | "far" {
  const aim = facts.draws === "vector" ? Math.floor(view.zoom + 0.3) : Math.round(view.zoom) + sharp;
  const z = Math.max(facts.leastZoom, Math.min(facts.mostZoom, aim));
  if (z > view.zoom + 3.5) return "far";
  const side = 2 ** z;
  const [from, to] = [toPosition(view, size, { x: 0, y: 0 }), toPosition(view, size, { x: size.width, y: size.height })];
  const column = (lon: number): number => ((lon + 180) / 360) * side;
  const row = (lat: number): number => {
    const phi = (Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180;
    return ((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * side;
  };
  const { south, north, west, east } = facts.bounds;
  const rows = {
    first: Math.max(0, Math.floor(Math.max(row(from.lat), row(north)))),
    last: Math.min(side - 1, Math.floor(Math.min(row(to.lat), row(south)))),
  };
  const columns = { first: Math.floor(column(from.lon)), last: Math.floor(column(to.lon)) };
  const [least, most] = [Math.floor(column(west)), Math.min(side - 1, Math.floor(column(east)))];
  const found: TileInSight[] = [];
  for (let y = rows.first; y <= rows.last; y++)
    for (let n = columns.first; n <= columns.last; n++) {
      // Near the date line the earth is seen twice.
      const x = ((n % side) + side) % side;
      if (x < least || x > most) continue;
      if (found.length === mostTiles) return "far";
      const corner = (across: number, down: number) => {
        const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * down) / side))) * 180) / Math.PI;
        const at = toPixel(view, size, { lat, lon: (across / side) * 360 - 180 });
        return { x: Math.round(at.x), y: Math.round(at.y) };
      };
      const [topLeft, bottomRight] = [corner(n, y), corner(n + 1, y + 1)];
      found.push({ z, x, y, left: topLeft.x, top: topLeft.y, right: bottomRight.x, bottom: bottomRight.y });
    }
  return found;
}
