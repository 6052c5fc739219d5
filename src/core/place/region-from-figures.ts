/** Regions out of the bare geometries of other programs, which know points and lines without any breadth. */
import { wayBetween, wrap } from "./geodesic.ts";
import { type Position, Region } from "./region.ts";
import { turnOf } from "./region-geometry.ts";

/** House rule for points and lines of files that state no radius: it is said to be assumed wherever it is shown. */
export const assumedFileRadiusM = 100;

export interface FoundRegion {
  readonly region: Region;
  readonly precision: string;
}

const assumed = (what: string): string => `assumed: ${assumedFileRadiusM} m, the file gives ${what} and no radius`;

/** `radiusM`: what the file states of this shape, in figures of ours. */
export function regionOfPoint(centre: Position, radiusM: number | undefined): FoundRegion {
  return {
    region: { shape: "circle", centre, radiusM: radiusM ?? assumedFileRadiusM },
    precision: radiusM === undefined ? assumed("a point") : "the radius in the file",
  };
}

export function regionOfLine(points: readonly Position[], radiusM: number | undefined): FoundRegion | undefined {
  const [first] = points;
  if (first === undefined) return undefined;
  if (points.length < 2) return regionOfPoint(first, radiusM);
  return {
    region: { shape: "path", points: [...points], radiusM: radiusM ?? assumedFileRadiusM },
    precision: radiusM === undefined ? assumed("a line") : "the radius in the file",
  };
}

/** Rings as files have them: closed or not, turning either way. A ring that is round is a circle again. */
export function regionOfRings(rings: readonly (readonly Position[])[]): FoundRegion | undefined {
  const open = rings.map((ring, at) => turnedLeft(withoutClosing(ring), at === 0)).filter((ring) => ring.length >= 3);
  const [outer, ...holes] = open;
  if (outer === undefined) return undefined;
  const round = holes.length === 0 ? roundOf(outer) : undefined;
  if (round !== undefined) return { region: round, precision: "the outline in the file, which is round" };
  const region = Region.safeParse({ shape: "polygon", rings: [outer, ...holes] });
  return region.success ? { region: region.data, precision: "the outline in the file" } : undefined;
}

function withoutClosing(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const closes = ring.length > 1 && first !== undefined && last !== undefined && first.lat === last.lat && first.lon === last.lon;
  return closes ? ring.slice(0, -1) : [...ring];
}

function turnedLeft(ring: Position[], isOuter: boolean): Position[] {
  return turnOf(ring) > 0 === isOuter ? ring : ring.toReversed();
}

/** A circle through all corners within half a per cent: what our own rings are, and nothing drawn by hand. */
function roundOf(ring: readonly Position[]): Region | undefined {
  const [first] = ring;
  if (first === undefined || ring.length < 24) return undefined;
  // Of corners evenly spaced on a circle; longitudes counted from the first corner, so that the date line is no edge.
  const centre = {
    lat: ring.reduce((sum, { lat }) => sum + lat, 0) / ring.length,
    lon: wrap(first.lon + ring.reduce((sum, { lon }) => sum + wrap(lon - first.lon), 0) / ring.length),
  };
  const reach = ring.map((corner) => wayBetween(centre, corner).metres);
  const radiusM = reach.reduce((sum, metres) => sum + metres, 0) / reach.length;
  if (!(radiusM > 0) || reach.some((metres) => Math.abs(metres - radiusM) > radiusM * 0.005)) return undefined;
  return { shape: "circle", centre, radiusM: Number(radiusM.toFixed(radiusM < 100 ? 2 : 1)) };
}
