/**
 * A place on a grid as a box whose corners are said no finer than the grid: the corners of a drawn circle would say its middle to the
 * metre. The box holds all of the place, and its middle has no more digits than its corners.
 */
import type { Position, Region } from "../../core/place/region.ts";
import { polygonsOf } from "../../core/place/region-geometry.ts";

/** Metres of a degree along the meridian, at least. */
const metresOfDegree = 110_574;

/** As many as a step of the last digit is longer than the grid. */
export function decimalsOf(gridM: number): number {
  return Math.max(0, Math.floor(Math.log10(metresOfDegree / gridM)));
}

export function coarseRegion(region: Region, gridM: number): Region {
  const step = 10 ** -decimalsOf(gridM);
  const corners = polygonsOf(region).flatMap(([outer = []]) => outer);
  const [south, north] = ends(
    corners.map(({ lat }) => lat),
    step,
    90,
  );
  const [west, east] = ends(
    corners.map(({ lon }) => lon),
    step,
    360,
  );
  const ring: Position[] = [
    { lat: south, lon: west },
    { lat: south, lon: east },
    { lat: north, lon: east },
    { lat: north, lon: west },
  ];
  return { shape: "polygon", rings: [ring] };
}

/** Whole steps around all of them, an even number, so that the middle stands on a step too. */
function ends(values: readonly number[], step: number, most: number): [number, number] {
  const low = Math.floor(Math.min(...values) / step);
  const high = Math.ceil(Math.max(...values) / step);
  const even = (high - low) % 2 === 0 && high > low ? high : high > low ? high + 1 : high + 2;
  const at = (steps: number) => Math.max(-most, Math.min(most, Number((steps * step).toFixed(9))));
  return [at(low), at(even)];
}
