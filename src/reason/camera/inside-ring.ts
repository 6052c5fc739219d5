/** Whether a point of the flat map lies in the area that a problem keeps the camera to. */
import type { CameraProblem } from "./camera-problem.ts";
import type { LocalPlane, PlanePoint } from "./local-plane.ts";

export type PlaneRing = readonly PlanePoint[];

const corners = 72;

/** Rings of the area on the flat map; holes are rings like any other. */
export function ringsOf(within: NonNullable<CameraProblem["within"]>, plane: LocalPlane): readonly PlaneRing[] {
  if (!("radiusM" in within)) return within.coordinates.flat().map((ring) => ring.map(([lon, lat]) => plane.toPlane({ lat, lon })));
  const { e, n } = plane.toPlane(within.centre);
  const turn = (at: number) => (at / corners) * 2 * Math.PI;
  return [
    Array.from({ length: corners }, (_, at) => ({
      e: e + within.radiusM * Math.cos(turn(at)),
      n: n + within.radiusM * Math.sin(turn(at)),
    })),
  ];
}

/** Inside an odd number of rings. */
export function isInside(rings: readonly PlaneRing[], { e, n }: PlanePoint): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 0; at < ring.length; at++) {
      const [a, b] = [ring[at] as PlanePoint, ring[(at + 1) % ring.length] as PlanePoint];
      if (a.n > n !== b.n > n && e < ((b.e - a.e) * (n - a.n)) / (b.n - a.n) + a.e) inside = !inside;
    }
  return inside;
}
