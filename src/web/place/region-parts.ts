/** The parts of an area that lie apart, the largest first: a middle between two of them would be a place that nothing speaks for. */
import type { Position } from "../../core/place/region.ts";
import { extentOf, type MultiPolygon, ringAreaKm2 } from "../../reason/place/polygon.ts";

export interface RegionPart {
  readonly centre: Position;
  /** To its farthest corner. */
  readonly radiusM: number;
  readonly areaKm2: number;
}

export function partsOf({ coordinates }: MultiPolygon): RegionPart[] {
  return coordinates
    .flatMap((polygon): RegionPart[] => {
      const { centroid, radiusKm } = extentOf({ type: "MultiPolygon", coordinates: [polygon] });
      if (centroid === null || radiusKm === null) return [];
      // Holes turn the other way, and count against it.
      const areaKm2 = Math.abs(polygon.reduce((sum, ring) => sum + ringAreaKm2(ring), 0));
      return [{ centre: centroid, radiusM: Math.max(1, Math.ceil(radiusKm * 1000)), areaKm2 }];
    })
    .sort((a, b) => b.areaKm2 - a.areaKm2);
}
