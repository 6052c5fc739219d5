/** Rings of the flat map as GeoJSON: outer ones with their holes, closed, longitude first. */
import type { MultiPolygon } from "./camera-answer.ts";
import { signedArea } from "./contour.ts";
import { isInside } from "./inside-ring.ts";
import type { LocalPlane, PlanePoint } from "./local-plane.ts";

type Ring = readonly PlanePoint[];

export function ringsOnEarth(rings: readonly Ring[], plane: LocalPlane): MultiPolygon {
  const outer = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  return {
    type: "MultiPolygon",
    coordinates: outer.map((ring) => [
      onEarth(ring, plane),
      ...holes.filter((hole) => isInside([ring], hole[0] as PlanePoint)).map((hole) => onEarth(hole, plane)),
    ]),
  };
}

function onEarth(ring: Ring, plane: LocalPlane): [number, number][] {
  const points = ring.map((point): [number, number] => {
    const { lat, lon } = plane.toEarth(point);
    // A centimetre.
    return [round(lon), round(lat)];
  });
  return [...points, points[0] as [number, number]];
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
