/** Places too close together on the screen become one square that says how many it holds. It is a part of the map, not a place. */
import type { MapFeature } from "../../core/place/map-feature.ts";
import { centreOf } from "../../core/place/region-geometry.ts";
import { type Pixel, type Size, toPixel, type Viewport } from "./viewport.ts";

export interface Placed {
  readonly feature: MapFeature;
  readonly at: Pixel;
}

export interface Cluster {
  readonly key: string;
  /** Left and top corner of the square. */
  readonly x: number;
  readonly y: number;
  readonly members: readonly MapFeature[];
}

/** Side of a square, pixels. */
export const cellPx = 56;
/** Up to this many in sight, each is drawn for itself. */
const mostAlone = 120;
/** Up to this many that people stated are never taken together: posts must not bury them. */
const mostStated = 300;

/** Those in sight, and a little beyond; where there are many, squares with three or more become clusters. */
export function clustered(
  features: readonly MapFeature[],
  view: Viewport,
  size: Size,
  chosen: string | undefined,
): { alone: Placed[]; clusters: Cluster[] } {
  const placed: Placed[] = [];
  for (const feature of features) {
    if (feature.claim.region === "unknown") continue;
    const at = toPixel(view, size, centreOf(feature.claim.region));
    if (at.x > -400 && at.y > -400 && at.x < size.width + 400 && at.y < size.height + 400) placed.push({ feature, at });
  }
  if (placed.length <= mostAlone) return { alone: placed, clusters: [] };
  const stated = placed.filter(({ feature }) => feature.standing !== "seen").length;
  const cells = Map.groupBy(placed, ({ feature, at }) =>
    feature.record === chosen || (feature.standing !== "seen" && stated <= mostStated)
      ? `own ${feature.id}`
      : `${Math.floor(at.x / cellPx)} ${Math.floor(at.y / cellPx)}`,
  );
  const alone: Placed[] = [];
  const clusters: Cluster[] = [];
  for (const [key, members] of cells) {
    if (members.length < 3 || key.startsWith("own ")) alone.push(...members);
    else {
      const [x = 0, y = 0] = key.split(" ").map(Number);
      clusters.push({ key, x: x * cellPx, y: y * cellPx, members: members.map(({ feature }) => feature) });
    }
  }
  return { alone, clusters };
}
