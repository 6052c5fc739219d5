/** Posts and rows with a place, where there are too many to draw one by one: counted in squares of what is in sight. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { PlaceGrid } from "../../api/search.ts";
import { queryString } from "../api-client/api.ts";
import { ask } from "../api-client/ask.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { type Size, toPixel, toPosition, type Viewport } from "./viewport.ts";

export interface GridCell {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly leastM: number;
  readonly mostM: number;
}

export interface GridShown {
  readonly cells: readonly GridCell[];
  readonly inSight: number;
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function useGrid(enabled: boolean, view: Viewport, size: Size): GridShown | undefined {
  const box = boxOf(view, size);
  const asked = useQuery({
    queryKey: [...queryKeys.records, "grid", box],
    queryFn: async ({ signal }) => ({ box, grid: await ask(PlaceGrid, `/api/search/grid${queryString({ ...box })}`, { signal }) }),
    enabled: enabled && size.width > 0,
    placeholderData: keepPreviousData,
    gcTime: 5000,
  });
  if (!enabled || asked.data === undefined) return undefined;
  const { grid, box: of } = asked.data;
  const width = (((of.east - of.west) % 360) + 360) % 360 || 360;
  const cells = grid.cells.map(({ x, y, count, radiusM }): GridCell => {
    const west = of.west + (x / grid.size) * width;
    const south = of.south + (y / grid.size) * (of.north - of.south);
    const a = toPixel(view, size, { lat: south + (of.north - of.south) / grid.size, lon: west });
    const b = toPixel(view, size, { lat: south, lon: west + width / grid.size });
    return { key: `${x} ${y}`, x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y, count, leastM: radiusM.least, mostM: radiusM.most };
  });
  return { cells, inSight: cells.reduce((sum, { count }) => sum + count, 0) };
}

/** What is in sight, to a few digits: a small move does not ask anew for what differs by less than a square. */
function boxOf(view: Viewport, size: Size): Box {
  const [a, b] = [toPosition(view, size, { x: 0, y: 0 }), toPosition(view, size, { x: size.width, y: size.height })];
  const digits = Math.max(0, Math.ceil(view.zoom / 3.3) - 1);
  const round = (deg: number): number => Number(deg.toFixed(digits));
  if (b.lon - a.lon >= 360) return { west: -180, south: Math.max(-90, round(b.lat)), east: 180, north: Math.min(90, round(a.lat)) };
  const within = (lon: number): number => (Math.abs(lon) <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180);
  const [south, north] = [Math.max(-90, round(b.lat)), Math.min(90, round(a.lat))];
  return {
    west: within(round(a.lon)),
    south,
    east: within(round(b.lon)),
    north: north > south ? north : Math.min(90, south + 10 ** -digits),
  };
}
