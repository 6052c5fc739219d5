/** The parts of a line that lie in a region: cut where an edge of the line crosses an edge of the region. */
import type { ExtractShape } from "../../core/map-extract/extract-shape.ts";
import { contains } from "./shape-distance.ts";

type Point = [lon: number, lat: number];

export function clipToRegion(path: Float64Array, region: ExtractShape): Point[][] {
  const parts: Point[][] = [];
  let open: Point[] | undefined;
  for (let i = 2; i < path.length; i += 2) {
    const [ax, ay, bx, by] = [path[i - 2], path[i - 1], path[i], path[i + 1]] as [number, number, number, number];
    const at = (share: number): Point => [decimals(ax + share * (bx - ax)), decimals(ay + share * (by - ay))];
    const shares = [0, ...crossings(ax, ay, bx, by, region).sort((one, other) => one - other), 1];
    for (let n = 1; n < shares.length; n++) {
      const [from, to] = [shares[n - 1] as number, shares[n] as number];
      if (to <= from) continue;
      const [x, y] = at((from + to) / 2);
      if (!contains(region, x, y)) {
        open = undefined;
        continue;
      }
      if (open === undefined) {
        open = [at(from)];
        parts.push(open);
      }
      open.push(at(to));
    }
  }
  return parts;
}

/** The map's own precision: ten-millionths of a degree. */
export function decimals(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** Shares of the edge at which it crosses an edge of the region. */
function crossings(ax: number, ay: number, bx: number, by: number, { paths }: ExtractShape): number[] {
  const found: number[] = [];
  for (const ring of paths)
    for (let i = 2; i < ring.length; i += 2) {
      const [cx, cy, dx, dy] = [ring[i - 2], ring[i - 1], ring[i], ring[i + 1]] as [number, number, number, number];
      const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      if (cross === 0) continue;
      const own = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross;
      const other = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross;
      if (own > 0 && own < 1 && other >= 0 && other <= 1) found.push(own);
    }
  return found;
}
