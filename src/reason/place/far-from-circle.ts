/** A cheap least distance, so that of many points with one name only those that may count are measured exactly. */
import type { Position } from "../../core/place/region.ts";

export interface Circle {
  readonly at: Position;
  readonly metres: number;
}

const rad = Math.PI / 180;
/** Less than the least radius of curvature of the ellipsoid, and a chord is shorter than the way. */
const leastRadiusM = 6_300_000;

/**
 * For each circle no more than the miss of a clause that lies in it: the way to the circle, and two thirds of that, since a band
 * counts along and aside apart. The list that is given back is the same one each time.
 */
export function leastMissOf(circles: readonly Circle[]): (at: Position) => Float64Array {
  const axes = new Float64Array(circles.length * 4);
  for (const [i, { at, metres }] of circles.entries()) {
    const cos = Math.cos(at.lat * rad);
    axes.set([cos * Math.cos(at.lon * rad), cos * Math.sin(at.lon * rad), Math.sin(at.lat * rad), metres], i * 4);
  }
  const least = new Float64Array(circles.length);
  return ({ lat, lon }) => {
    const cos = Math.cos(lat * rad);
    const x = cos * Math.cos(lon * rad);
    const y = cos * Math.sin(lon * rad);
    const z = Math.sin(lat * rad);
    for (let i = 0, j = 0; i < least.length; i++, j += 4) {
      const dx = x - (axes[j] as number);
      const dy = y - (axes[j + 1] as number);
      const dz = z - (axes[j + 2] as number);
      const far = Math.sqrt(dx * dx + dy * dy + dz * dz) * leastRadiusM - (axes[j + 3] as number);
      least[i] = far > 0 ? far / 1.5 : -Infinity;
    }
    return least;
  };
}
