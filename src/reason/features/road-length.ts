/** Length of a line on the ellipsoid, metres. */
import { wayBetween } from "../../core/place/geodesic.ts";

export function lengthOf(line: readonly (readonly [lon: number, lat: number])[]): number {
  return line.slice(1).reduce((sum, [lon, lat], n) => {
    const [lon0, lat0] = line[n] as readonly [number, number];
    return sum + wayBetween({ lat: lat0, lon: lon0 }, { lat, lon }).metres;
  }, 0);
}
