/** Whether two regions are one, but for what a trip through another program does to figures. */
import { wayBetween } from "./geodesic.ts";
import type { Position, Region } from "./region.ts";

/** Degrees: a tenth of a metre. */
const near = 1e-6;

export function sameRegion(a: Region, b: Region): boolean {
  if (a.shape === "circle" && b.shape === "circle")
    return (
      wayBetween(a.centre, b.centre).metres <= Math.max(1, a.radiusM * 0.005) &&
      Math.abs(a.radiusM - b.radiusM) <= Math.max(1, a.radiusM * 0.01)
    );
  if (a.shape === "path" && b.shape === "path") return sameRadius(a.radiusM, b.radiusM) && samePoints(a.points, b.points, false);
  if (a.shape === "polygon" && b.shape === "polygon")
    return a.rings.length === b.rings.length && a.rings.every((ring, at) => samePoints(ring, b.rings[at] ?? [], true));
  return false;
}

function sameRadius(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(0.01, a * 0.001);
}

/** `turns`: a ring may begin at another corner and go round the other way. */
function samePoints(a: readonly Position[], b: readonly Position[], turns: boolean): boolean {
  if (a.length !== b.length) return false;
  const same = (one: Position | undefined, other: Position | undefined): boolean =>
    one !== undefined && other !== undefined && Math.abs(one.lat - other.lat) <= near && Math.abs(one.lon - other.lon) <= near;
  if (!turns) return a.every((point, at) => same(point, b[at]));
  return [b, b.toReversed()].some((ring) =>
    ring.some((start, from) => same(a[0], start) && a.every((point, at) => same(point, ring[(from + at) % ring.length]))),
  );
}
