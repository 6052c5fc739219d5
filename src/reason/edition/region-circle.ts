/** The circle around a region: what a place is rounded from, whatever its shape. */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position, Region } from "../../core/place/region.ts";

export function circleOf(region: Region): { readonly centre: Position; readonly radiusM: number } {
  if (region.shape === "circle") return { centre: region.centre, radiusM: region.radiusM };
  const points = region.shape === "polygon" ? (region.rings[0] ?? []) : region.points;
  const [south, north] = [Math.min(...points.map(({ lat }) => lat)), Math.max(...points.map(({ lat }) => lat))];
  // Longitudes are taken as they stand from the first: a region may lie over the date line.
  const first = points[0]?.lon ?? 0;
  const turned = points.map(({ lon }) => first + ((((lon - first) % 360) + 540) % 360) - 180);
  const lon = (Math.min(...turned) + Math.max(...turned)) / 2;
  const centre = { lat: (south + north) / 2, lon: ((((lon + 180) % 360) + 360) % 360) - 180 };
  const reach = Math.max(0, ...points.map((point) => wayBetween(centre, point).metres));
  return { centre, radiusM: reach + (region.shape === "path" ? region.radiusM : 0) };
}
