/** The ellipse of the same spread as a region: for an elliptic region the region itself. */
import type { Ellipse } from "./camera-answer.ts";
import { axesOf } from "./fit-region.ts";
import type { PlanePoint } from "./local-plane.ts";

/** Axes from the second moments of the area: those of an ellipse are a quarter of its half axes squared. `turnDeg`: from the map's north to true north. */
export function regionEllipse(rings: readonly (readonly PlanePoint[])[], turnDeg: number, imageryOffsetM: number): Ellipse {
  const sums = { area: 0, e: 0, n: 0, ee: 0, nn: 0, en: 0 };
  const origin = rings[0]?.[0] ?? { e: 0, n: 0 };
  for (const ring of rings)
    for (let at = 0; at < ring.length; at++) {
      const [p, q] = [ring[at] as PlanePoint, ring[(at + 1) % ring.length] as PlanePoint];
      const [a, b, c, d] = [p.e - origin.e, p.n - origin.n, q.e - origin.e, q.n - origin.n];
      const cross = a * d - c * b;
      sums.area += cross / 2;
      sums.e += ((a + c) * cross) / 6;
      sums.n += ((b + d) * cross) / 6;
      sums.ee += ((a * a + a * c + c * c) * cross) / 12;
      sums.nn += ((b * b + b * d + d * d) * cross) / 12;
      sums.en += ((a * d + 2 * a * b + 2 * c * d + c * b) * cross) / 24;
    }
  if (!(sums.area > 0)) return { majorM: imageryOffsetM, minorM: imageryOffsetM, bearingDeg: 0 };
  const { area } = sums;
  const [me, mn] = [sums.e / area, sums.n / area];
  const { long, short, turn } = axesOf(sums.ee / area - me * me, sums.nn / area - mn * mn, sums.en / area - me * mn);
  const bearing = 90 - (turn * 180) / Math.PI + turnDeg;
  return {
    majorM: Math.hypot(2 * long, imageryOffsetM),
    minorM: Math.hypot(2 * short, imageryOffsetM),
    bearingDeg: ((bearing % 180) + 180) % 180,
  };
}
