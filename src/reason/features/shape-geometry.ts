/** Shapes of the map as GeoJSON (RFC 7946), and regions of GeoJSON as shapes. */
import type { ExtractShape } from "../../core/map-extract/extract-shape.ts";
import type { FeatureGeometry } from "../../core/map-extract/feature-answer.ts";
import type { SearchRegion } from "../../core/map-extract/feature-problem.ts";
import { contains } from "./shape-distance.ts";

type Line = [number, number][];

const lineOf = (path: Float64Array): [number, number][] =>
  Array.from({ length: path.length / 2 }, (_, n) => [path[n * 2] as number, path[n * 2 + 1] as number]);

export function geometryOf({ kind, paths }: ExtractShape): FeatureGeometry {
  const [first] = paths;
  if (kind === "point" && first !== undefined) return { type: "Point", coordinates: [first[0] as number, first[1] as number] };
  if (kind !== "area") return { type: "MultiLineString", coordinates: paths.map(lineOf) };
  return { type: "MultiPolygon", coordinates: polygonsOf(paths) };
}

/** Rings that lie in an odd number of others are holes of the smallest of them; outer rings run counterclockwise. */
function polygonsOf(rings: readonly Float64Array[]): Line[][] {
  const outer: { readonly ring: Float64Array; readonly holes: Float64Array[]; readonly size: number }[] = [];
  const holes: Float64Array[] = [];
  // What is asked of every pair; an area of thousands of rings is shown by its outlines.
  if (rings.length > 500) return rings.map((ring) => [turned(ring, true)]);
  for (const ring of rings) {
    const around = rings.filter((other) => other !== ring && holds(other, ring)).length;
    if (around % 2 === 1) holes.push(ring);
    else outer.push({ ring, holes: [], size: Math.abs(signedArea(ring)) });
  }
  for (const hole of holes)
    outer
      .filter(({ ring }) => holds(ring, hole))
      .sort((one, other) => one.size - other.size)[0]
      ?.holes.push(hole);
  return outer.map(({ ring, holes: own }) => [turned(ring, true), ...own.map((hole) => turned(hole, false))]);
}

function holds(ring: Float64Array, other: Float64Array): boolean {
  return contains({ kind: "area", paths: [ring] }, other[0] as number, other[1] as number);
}

function signedArea(ring: Float64Array): number {
  let twice = 0;
  for (let i = 2; i < ring.length; i += 2)
    twice += (ring[i - 2] as number) * (ring[i + 1] as number) - (ring[i] as number) * (ring[i - 1] as number);
  return twice / 2;
}

function turned(ring: Float64Array, counterclockwise: boolean): Line {
  const line = lineOf(ring);
  return signedArea(ring) > 0 === counterclockwise ? line : line.toReversed();
}

/** Rings of the polygons together: what lies in an odd number of them is in the region. */
export function shapeOfRegion(region: SearchRegion): ExtractShape {
  const polygons = region.type === "Polygon" ? [region.coordinates] : region.coordinates;
  const paths = polygons.flat().map((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    const closed = first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
    return Float64Array.from(closed.flat());
  });
  return { kind: "area", paths };
}

export function shapeOfBox({ west, south, east, north }: { west: number; south: number; east: number; north: number }): ExtractShape {
  return { kind: "area", paths: [Float64Array.of(west, south, east, south, east, north, west, north, west, south)] };
}
