/** What a camera sees on the map: a wedge on the ellipsoid between the bearings of its two edges, and the strips by which they may be off. */
import { destination } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { MultiPolygon, Value } from "./camera-answer.ts";

type Point = readonly [lon: number, lat: number];

export interface Cone {
  readonly from: Position;
  readonly headingDeg: Value;
  readonly horizontalFieldDeg: Value;
  readonly lengthM: number;
}

export function conePolygon({ from, headingDeg, horizontalFieldDeg, lengthM }: Cone): MultiPolygon {
  const half = horizontalFieldDeg.value / 2;
  return { type: "MultiPolygon", coordinates: [[wedge(from, headingDeg.value - half, headingDeg.value + half, lengthM)]] };
}

export function coneEdges({ from, headingDeg, horizontalFieldDeg, lengthM }: Cone): MultiPolygon {
  const off = Math.hypot(headingDeg.error, horizontalFieldDeg.error / 2);
  const edges = [headingDeg.value - horizontalFieldDeg.value / 2, headingDeg.value + horizontalFieldDeg.value / 2];
  return { type: "MultiPolygon", coordinates: edges.map((edge) => [wedge(from, edge - off, edge + off, lengthM)]) };
}

/** A corner for every two degrees: less than a thousandth of the length beside the arc. */
function wedge(from: Position, first: number, last: number, lengthM: number): Point[] {
  const steps = Math.max(1, Math.ceil((last - first) / 2));
  const arc = Array.from({ length: steps + 1 }, (_, at): Point => {
    const { lat, lon } = destination(from, first + ((last - first) * at) / steps, lengthM);
    return [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
  });
  const tip: Point = [from.lon, from.lat];
  // Counter-clockwise, as GeoJSON wants outer rings.
  return [tip, ...arc.toReversed(), tip];
}
